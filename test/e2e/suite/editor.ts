import { connect } from 'node:net';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ShotRequest } from '../shotRequest.ts';
import type { SyscallLensApi } from '../../../client/src/extension.ts';

/** The URI of a file of the example, whose copy is the workspace. */
export function exampleUri(file: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	if (!folder) {
		throw new Error('the example is not open');
	}
	return vscode.Uri.file(path.join(folder.uri.fsPath, file));
}

/** Opens a file of the example in an editor. */
export async function open(file: string): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(exampleUri(file)), { preview: false });
}

/** The running extension. */
export async function extensionApi(): Promise<SyscallLensApi> {
	const extension = vscode.extensions.getExtension<SyscallLensApi>('syscall-lens.syscall-lens');
	if (!extension) {
		throw new Error('the extension is not installed');
	}
	return extension.activate();
}

/** Our diagnostics of a document, in the order of the text. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
	return vscode.languages
		.getDiagnostics(uri)
		.filter((diagnostic) => diagnostic.source === 'syscall-lens')
		.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until the diagnostics of a document are as `wanted`; a test that waits in vain ends by mocha's limit. */
export async function findingsWhen(
	uri: vscode.Uri,
	wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
	return eventually(vscode.languages.onDidChangeDiagnostics, () => {
		const found = findings(uri);
		return wanted(found) ? found : undefined;
	});
}

/** Answers what `ask` answers as soon as that is something: at once, or after one of the events. */
export function eventually<T, E>(event: vscode.Event<E>, ask: () => T | undefined): Promise<T> {
	return new Promise((resolve) => {
		const look = () => {
			const answer = ask();
			if (answer !== undefined) {
				listener.dispose();
				resolve(answer);
			}
		};
		const listener = event(look);
		look();
	});
}

/** The text that a diagnostic underlines. */
export function underlined(document: vscode.TextDocument, found: readonly vscode.Diagnostic[]): string[] {
	return found.map(({ range }) => document.getText(range));
}

/** The place of the first `text` in a document. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
	const offset = document.getText().indexOf(text);
	if (offset === -1) {
		throw new Error(`'${text}' is not in ${document.uri.path}`);
	}
	return document.positionAt(offset);
}

/** The Markdown of every hover at a place. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		placeOf(document, text),
	);
	return hovers
		.flatMap((hover) => hover.contents)
		.filter((content) => content instanceof vscode.MarkdownString)
		.map((content) => content.value)
		.join('\n');
}

/** Saves a picture of the window once what it asks for is to be seen; nothing where no one takes pictures (desktop). */
export async function shot(name: string, seen: Omit<ShotRequest, 'name'>): Promise<void> {
	const socket = process.env['E2E_SHOT_SOCKET'];
	if (socket === undefined) {
		return;
	}
	const answer = await new Promise<string>((resolve, reject) => {
		let text = '';
		const connection = connect(socket, () => connection.write(JSON.stringify({ name, ...seen } satisfies ShotRequest)));
		connection.on('data', (chunk) => (text += chunk.toString()));
		connection.on('end', () => resolve(text));
		connection.on('error', reject);
	});
	if (answer !== 'ok') {
		throw new Error(`no picture ${name}: ${answer}`);
	}
}
