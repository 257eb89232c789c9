import { commands, Disposable, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import {
	manualPageRequest,
	manualPagesRequest,
	openManualPageCommand,
	type ManualPageName,
	type ManualPageResult,
	type ManualPagesParams,
	type ManualPagesResult,
} from '../../server/src/lsp/protocol.ts';

const scheme = 'syscall-lens-manual';

/** Registers the command that opens manual pages and the documents that they are read in. */
export function registerManual(client: LanguageClient): Disposable {
	const pages: TextDocumentContentProvider = { provideTextDocumentContent: (uri) => pageText(client, uri) };
	return Disposable.from(
		workspace.registerTextDocumentContentProvider(scheme, pages),
		commands.registerCommand(openManualPageCommand, (section?: unknown, name?: unknown) =>
			typeof section === 'string' && typeof name === 'string' ? openPage({ section, name }) : openAsked(client),
		),
	);
}

/** The document of a page. Pages lie side by side, so that their links (`./open.2.md`) lead from one to the other. */
function uriOf({ section, name }: ManualPageName): Uri {
	return Uri.from({ scheme, path: `/${name}.${section}.md` });
}

async function openPage(page: ManualPageName): Promise<void> {
	await commands.executeCommand('markdown.showPreview', uriOf(page));
}

/** Opens the page of the call under the cursor, else one that is chosen by name. */
async function openAsked(client: LanguageClient): Promise<void> {
	if (client.state !== State.Running) {
		void window.showWarningMessage("Syscall Lens' server is not running. Use 'Syscall Lens: Restart Server'.");
		return;
	}
	const found = await client.sendRequest<ManualPagesResult | null>(manualPagesRequest, placeOfCursor(client));
	if (!found) {
		return;
	}
	const [only, ...others] = found.here;
	const page = only && others.length === 0 ? only : await choose(found);
	if (page) {
		await openPage(page);
	}
}

function placeOfCursor(client: LanguageClient): ManualPagesParams {
	const editor = window.activeTextEditor;
	if (!editor) {
		return {};
	}
	const { line, character } = editor.selection.active;
	return { at: { uri: client.code2ProtocolConverter.asUri(editor.document.uri), position: { line, character } } };
}

async function choose({ here, syscalls }: ManualPagesResult): Promise<ManualPageName | undefined> {
	const items =
		here.length > 0
			? here.map((page) => ({ label: `${page.name}(${page.section})`, description: '', page }))
			: syscalls.map(({ name, summary }) => ({
					label: `${name}(2)`,
					description: summary,
					page: { section: '2', name },
				}));
	const chosen = await window.showQuickPick(items, { placeHolder: 'The manual page of', matchOnDescription: true });
	return chosen?.page;
}

/** The text of a page by its URI, whatever the scheme: `/open.2.md`. */
export async function pageText(client: LanguageClient, uri: Uri): Promise<string> {
	const [, name, section] = /^\/(.+)\.([1-9]\w*)\.md$/.exec(uri.path) ?? [];
	if (name === undefined || section === undefined) {
		return '';
	}
	const params: ManualPageName = { section, name };
	const page = await client.sendRequest<ManualPageResult | null>(manualPageRequest, params);
	return page?.markdown ?? '';
}
