import { PassThrough } from 'node:stream';
import {
	createConnection,
	createProtocolConnection,
	ProposedFeatures,
	StreamMessageReader,
	StreamMessageWriter,
	type ClientCapabilities,
	type Diagnostic,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';
import type { Host } from '../../server/src/core/host.ts';
import { createLanguageService } from '../../server/src/core/languageService.ts';
import { uriOfPath } from '../../server/src/lsp/uris.ts';
import { MemoryHost } from '../memoryHost.ts';

/** An editor as the server sees it: a connection over streams in memory, and what the server sent by itself. */
export interface TestClient {
	readonly connection: ProtocolConnection;
	readonly host: MemoryHost;
	/** Opens a file of the host as an editor does. */
	open(path: string, languageId: string): Promise<void>;
	/** Replaces an open document's text. */
	change(path: string, version: number, text: string): Promise<void>;
	/** The diagnostics of a pull. */
	pull(path: string): Promise<readonly Diagnostic[]>;
	/** Waits for a push of a file that fulfils the condition. */
	pushed(path: string, condition: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
	/** How often the server asked to pull again. */
	readonly refreshes: () => number;
	close(): Promise<void>;
}

/** What an editor that pulls says of itself. */
export const pullingEditor: ClientCapabilities = {
	textDocument: {
		diagnostic: { dynamicRegistration: false },
		publishDiagnostics: { relatedInformation: true },
		hover: { contentFormat: ['markdown'] },
	},
	workspace: { diagnostics: { refreshSupport: true } },
};

/** Starts a real server over streams and greets it. Files live in memory under `/work space`. */
export async function startClient(
	files: Readonly<Record<string, string>>,
	capabilities: ClientCapabilities,
	{ initializationOptions, ...abilities }: Pick<Host, 'readManual'> & { readonly initializationOptions?: object } = {},
): Promise<TestClient> {
	const host = new MemoryHost(files);
	const toServer = new PassThrough();
	const toClient = new PassThrough();
	startServer(
		createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
		'0.0.0',
		({ openTexts, roots, settings }) =>
			createLanguageService({ ...host.under(openTexts), ...abilities }, () => ({ roots: roots(), settings })),
	);
	const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
	let refreshes = 0;
	const pushes = new Map<string, readonly Diagnostic[]>();
	const waiting = new Set<() => void>();
	connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshes++;
		for (const wake of waiting) wake();
		return null;
	});
	connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
		pushes.set(uri, diagnostics);
		for (const wake of waiting) wake();
	});
	connection.listen();
	await connection.sendRequest('initialize', {
		processId: null,
		rootUri: uriOfPath(host.root),
		workspaceFolders: [{ uri: uriOfPath(host.root), name: 'test' }],
		capabilities,
		initializationOptions,
	});
	await connection.sendNotification('initialized', {});

	return {
		connection,
		host,
		open: (path, languageId) =>
			connection.sendNotification('textDocument/didOpen', {
				textDocument: { uri: uriOfPath(host.path(path)), languageId, version: 1, text: host.text(path) },
			}),
		change: (path, version, text) =>
			connection.sendNotification('textDocument/didChange', {
				textDocument: { uri: uriOfPath(host.path(path)), version },
				contentChanges: [{ text }],
			}),
		async pull(path) {
			const report: { readonly items?: readonly Diagnostic[] } = await connection.sendRequest(
				'textDocument/diagnostic',
				{
					textDocument: { uri: uriOfPath(host.path(path)) },
				},
			);
			return report.items ?? [];
		},
		pushed(path, condition) {
			const uri = uriOfPath(host.path(path));
			return new Promise((resolve) => {
				const look = (): void => {
					const diagnostics = pushes.get(uri);
					if (diagnostics !== undefined && condition(diagnostics)) {
						waiting.delete(look);
						resolve(diagnostics);
					}
				};
				waiting.add(look);
				look();
			});
		},
		refreshes: () => refreshes,
		async close() {
			await connection.sendRequest('shutdown');
			connection.dispose();
		},
	};
}
