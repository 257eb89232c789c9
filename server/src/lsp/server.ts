import {
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	LSPErrorCodes,
	MarkupKind,
	ResponseError,
	TextDocuments,
	TextDocumentSyncKind,
	type CancellationToken,
	type Connection,
	type InitializeParams,
	type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Cancelled } from '../core/cancellation.ts';
import type { LanguageService } from '../core/languageService.ts';
import { concernsProjects } from '../core/project/document.ts';
import { markdownReport } from '../core/report/markdown.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import { openTextsOf, textFileOf, type OpenTexts } from './openTexts.ts';
import { createSettings } from './settings.ts';
import {
	checkWorkspaceRequest,
	documentTargetRequest,
	manualPageRequest,
	manualPagesRequest,
	targetsChangedNotification,
	type CheckWorkspaceParams,
	type CheckWorkspaceResult,
	type DocumentTargetParams,
	type DocumentTargetResult,
	type InitializationOptions,
	type ManualPageName,
	type ManualPageResult,
	type ManualPagesParams,
	type ManualPagesResult,
} from './protocol.ts';
import { serveKernels } from './kernels.ts';
import { linkedToCommand } from './manualLinks.ts';
import { pathOfUri, uriOfPath } from './uris.ts';

/** What the connection lends to the service. */
export interface EditorWorld {
	readonly openTexts: OpenTexts;
	/** Folders of the workspace. */
	readonly roots: () => readonly string[];
	/** Settings for the files of a folder, as the editor has them. */
	readonly settings: (folder: string) => Promise<Readonly<Record<string, unknown>>>;
}

const watchedFiles = ['**/*[Dd]ockerfile*', '**/*[Cc]ontainerfile*', '**/.syscall-lens.json'];

/** Serves one connection. The entry file of an environment says how the service is built over its files. */
export function startServer(
	connection: Connection,
	version: string,
	createService: (world: EditorWorld) => Promise<LanguageService>,
): void {
	const documents = new TextDocuments(TextDocument);
	let client: InitializeParams['capabilities'] = {};
	let hasManualCommand = false;
	let roots: string[] = [];
	const settings = createSettings(connection, () => client.workspace?.configuration === true);
	let service: Promise<LanguageService> | undefined;
	let diagnostics: Promise<Diagnostics> | undefined;

	connection.onInitialize((params): InitializeResult => {
		client = params.capabilities;
		roots = foldersOf(params)
			.map(pathOfUri)
			.filter((path) => path !== undefined);
		settings.set(params.initializationOptions);
		hasManualCommand = (params.initializationOptions as InitializationOptions | undefined)?.manualCommand === true;
		service = createService({
			openTexts: openTextsOf(documents),
			roots: () => roots,
			settings: (folder) => settings.of(uriOfPath(folder)),
		});
		const pull = client.textDocument?.diagnostic !== undefined;
		diagnostics = service.then((built) =>
			createDiagnostics(
				connection,
				documents,
				built,
				{
					pull,
					refresh: client.workspace?.diagnostics?.refreshSupport === true,
					related: client.textDocument?.publishDiagnostics?.relatedInformation === true,
				},
				async (uri) => (await settings.of(uri)).run === 'onSave',
			),
		);
		return {
			serverInfo: { name: 'syscall-lens', version },
			capabilities: {
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
				hoverProvider: true,
				...(pull
					? {
							diagnosticProvider: {
								identifier: 'syscall-lens',
								interFileDependencies: true,
								workspaceDiagnostics: false,
							},
						}
					: {}),
				workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
			},
		};
	});

	connection.onInitialized(() => {
		if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
			void connection.client.register(DidChangeConfigurationNotification.type, { section: 'syscallLens' });
		}
		if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
			const watchers = watchedFiles.map((globPattern) => ({ globPattern }));
			void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
		}
		if (client.workspace?.workspaceFolders === true) {
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				const gone = removed.map(({ uri }) => pathOfUri(uri));
				const come = added.map(({ uri }) => pathOfUri(uri)).filter((path) => path !== undefined);
				roots = [...roots.filter((root) => !gone.includes(root)), ...come];
				void targetsChanged();
			});
		}
	});

	/** Runs one piece of work at the protocol's edge: what goes wrong is logged, never thrown at the editor. */
	async function safely<T>(
		work: (service: LanguageService, diagnostics: Diagnostics) => Promise<T>,
		otherwise: T,
	): Promise<T> {
		try {
			const [built, shown] = await Promise.all([service, diagnostics]);
			return built === undefined || shown === undefined ? otherwise : await work(built, shown);
		} catch (error) {
			if (error instanceof Cancelled) {
				throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
			}
			connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
			return otherwise;
		}
	}

	async function targetsChanged(): Promise<void> {
		await safely(async (built, shown) => {
			built.forgetProjects();
			await Promise.all([shown.refresh(), connection.sendNotification(targetsChangedNotification)]);
		}, undefined);
	}

	connection.languages.diagnostics.on((params, token) =>
		safely((_, shown) => shown.pull(params.textDocument.uri, params.previousResultId, token), {
			kind: 'full',
			items: [],
		}),
	);
	documents.onDidOpen(({ document }) => void safely((_, shown) => shown.opened(document), undefined));
	documents.onDidSave(({ document }) => void safely((_, shown) => shown.saved(document), undefined));
	documents.onDidClose(({ document }) => {
		void safely((_, shown) => shown.closed(document), undefined);
		if (concernsProjects(pathOfUri(document.uri))) {
			void targetsChanged(); // what was typed and not saved is gone
		}
	});
	documents.onDidChangeContent(({ document }) => {
		if (document.version > 1 && concernsProjects(pathOfUri(document.uri))) {
			void targetsChanged();
		} else {
			void safely((_, shown) => shown.changed(document), undefined);
		}
	});
	connection.onDidChangeWatchedFiles(() => void targetsChanged());
	connection.onDidChangeConfiguration(({ settings: pushed }) => {
		settings.set(pushed);
		void targetsChanged();
	});

	connection.onHover(({ textDocument, position }, token) =>
		safely(async (built) => {
			const document = documents.get(textDocument.uri);
			if (document === undefined) {
				return null;
			}
			const found = await built.hover(textFileOf(document), position, token);
			const kinds = client.textDocument?.hover?.contentFormat ?? [MarkupKind.Markdown];
			const kind = kinds.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;
			if (found === undefined) {
				return null;
			}
			const value = hasManualCommand ? linkedToCommand(found.markdown) : found.markdown;
			return { range: found.range, contents: { kind, value } };
		}, null),
	);

	connection.onRequest(documentTargetRequest, ({ uri }: DocumentTargetParams) =>
		safely<DocumentTargetResult | null>(async (built) => {
			const { label, why, state, declaredAt } = await built.targets({ path: pathOfUri(uri) });
			const { path, range } = declaredAt ?? {};
			const place = path === undefined ? null : { uri: uriOfPath(path), line: range?.start.line ?? 0 };
			return { label, why, state, declaredAt: place };
		}, null),
	);

	connection.onRequest(manualPageRequest, ({ section, name }: ManualPageName) =>
		safely<ManualPageResult | null>((built) => built.manualPage(section, name), null),
	);

	connection.onRequest(manualPagesRequest, ({ at }: ManualPagesParams, token: CancellationToken) =>
		safely<ManualPagesResult | null>(async (built) => {
			const document = at === undefined ? undefined : documents.get(at.uri);
			const syscalls = built.catalog.syscalls().map(({ name, summary = '' }) => ({ name, summary }));
			if (document === undefined || at === undefined) {
				return { here: [], syscalls };
			}
			return { here: await built.manualPagesAt(textFileOf(document), at.position, token), syscalls };
		}, null),
	);

	serveKernels(connection, safely, () => roots);

	connection.onRequest(checkWorkspaceRequest, (params: CheckWorkspaceParams | null, token: CancellationToken) =>
		safely<CheckWorkspaceResult | null>(async (built, shown) => {
			const progress =
				params?.workDoneToken === undefined
					? undefined
					: connection.window.attachWorkDoneProgress(params.workDoneToken);
			progress?.begin('Checking system calls', undefined, undefined, true);
			try {
				const report = await built.checkWorkspace(
					roots,
					({ files, path }) => progress?.report(`${files} files, ${path.slice(path.lastIndexOf('/') + 1)}`),
					token,
				);
				await shown.showReport(report.files);
				const { minimumKernel: _, ...summary } = report.summary;
				return { markdown: markdownReport(report, roots), summary };
			} finally {
				progress?.done();
			}
		}, null),
	);

	documents.listen(connection);
	connection.listen();
}

/** The workspace's folders; older editors send one root in their place. */
function foldersOf(params: InitializeParams): readonly string[] {
	const { workspaceFolders } = params;
	if (workspaceFolders !== undefined && workspaceFolders !== null) {
		return workspaceFolders.map(({ uri }) => uri);
	}
	const { rootUri }: { readonly rootUri?: string | null } = params;
	return typeof rootUri === 'string' ? [rootUri] : [];
}
