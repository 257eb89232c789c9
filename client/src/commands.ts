import { commands, Disposable, Range, Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** Opens the line that declares a target; takes its URI and zero-based line. */
export const openDeclarationCommand = 'syscallLens.openDeclaration';

/** Registers the commands that need nothing but the client. */
export function registerCommands(client: LanguageClient): Disposable {
	return Disposable.from(
		commands.registerCommand('syscallLens.restartServer', () => client.restart()),
		commands.registerCommand('syscallLens.showOutput', () => client.outputChannel.show()),
		commands.registerCommand(openDeclarationCommand, openDeclaration),
	);
}

async function openDeclaration(uri: string, line: number): Promise<void> {
	await window.showTextDocument(Uri.parse(uri), { selection: new Range(line, 0, line, 0) });
}
