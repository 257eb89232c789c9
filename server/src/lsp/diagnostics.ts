import type {
	CancellationToken,
	Connection,
	Diagnostic,
	DocumentDiagnosticReport,
	TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileReport } from '../core/features/checkWorkspace.ts';
import type { LanguageService } from '../core/languageService.ts';
import { toDiagnostic } from './toDiagnostic.ts';
import { textFileOf } from './openTexts.ts';
import { uriOfPath } from './uris.ts';

/** What the client can do about diagnostics. */
export interface DiagnosticAbilities {
	readonly pull: boolean;
	readonly refresh: boolean;
	readonly related: boolean;
}

/** Brings diagnostics to the client: pulled for open texts where it can pull, pushed otherwise. */
export interface Diagnostics {
	/** The answer to a pull. */
	pull(uri: string, previousResultId: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport>;
	changed(document: TextDocument): Promise<void>;
	saved(document: TextDocument): Promise<void>;
	opened(document: TextDocument): Promise<void>;
	closed(document: TextDocument): Promise<void>;
	/** What documents are held against may have changed: every open text is to be judged again. */
	refresh(): Promise<void>;
	/** Shows what a workspace check found in files that are not open. */
	showReport(files: readonly FileReport[]): Promise<void>;
}

/** Builds the two ways of diagnostics over one service. */
export function createDiagnostics(
	connection: Connection,
	documents: TextDocuments<TextDocument>,
	service: LanguageService,
	abilities: DiagnosticAbilities,
	runsOnSave: (uri: string) => Promise<boolean>,
): Diagnostics {
	/** What the last workspace check said of each file, for when it is closed. */
	let reported = new Map<string, readonly Diagnostic[]>();
	const savedVersions = new Map<string, number>();
	let generation = 0;

	async function diagnose(document: TextDocument, token?: CancellationToken): Promise<readonly Diagnostic[]> {
		const { findings } = await service.check(textFileOf(document), token);
		return findings.map((finding) => toDiagnostic(finding, abilities.related));
	}

	async function push(document: TextDocument): Promise<void> {
		if (abilities.pull) {
			return;
		}
		const { version, uri } = document;
		const diagnostics = await diagnose(document);
		// A newer text has its own answer on the way.
		if (documents.get(uri)?.version === version) {
			await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
		}
	}

	async function waitsForSave(document: TextDocument): Promise<boolean> {
		return savedVersions.get(document.uri) !== document.version && (await runsOnSave(document.uri));
	}

	return {
		async pull(uri, previousResultId, token) {
			const document = documents.get(uri);
			if (document === undefined) {
				return { kind: 'full', items: [] };
			}
			if (previousResultId !== undefined && (await waitsForSave(document))) {
				return { kind: 'unchanged', resultId: previousResultId };
			}
			const resultId = `${generation}.${document.version}`;
			return { kind: 'full', resultId, items: [...(await diagnose(document, token))] };
		},
		async opened(document) {
			savedVersions.set(document.uri, document.version);
			if (abilities.pull && reported.has(document.uri)) {
				await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
			}
			await push(document);
		},
		async changed(document) {
			if (!(await waitsForSave(document))) {
				await push(document);
			}
		},
		async saved(document) {
			savedVersions.set(document.uri, document.version);
			if (await runsOnSave(document.uri)) {
				await (abilities.pull && abilities.refresh ? connection.languages.diagnostics.refresh() : push(document));
			}
		},
		async closed({ uri }) {
			savedVersions.delete(uri);
			await connection.sendDiagnostics({ uri, diagnostics: [...(reported.get(uri) ?? [])] });
		},
		async refresh() {
			generation++;
			if (abilities.pull && abilities.refresh) {
				await connection.languages.diagnostics.refresh();
			}
			await Promise.all(documents.all().map(push));
		},
		async showReport(files) {
			const next = new Map<string, readonly Diagnostic[]>();
			for (const { path, findings } of files) {
				if (findings.length > 0) {
					next.set(
						uriOfPath(path),
						findings.map((finding) => toDiagnostic(finding, abilities.related)),
					);
				}
			}
			const uris = new Set([...reported.keys(), ...next.keys()]);
			reported = next;
			for (const uri of uris) {
				if (documents.get(uri) === undefined) {
					await connection.sendDiagnostics({ uri, diagnostics: [...(next.get(uri) ?? [])] });
				}
			}
		},
	};
}
