import type { ExtensionContext } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { openManualPageCommand, type InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { documentSelector } from './documents.ts';

/** The port on which a server started by F5 waits for a debugger. */
const debugPort = 6009;

/**
 * A client of `dist/server.cjs`, not started yet. The server itself says which files it wants watched and which
 * settings it wants to hear of, so that every editor does the same.
 */
export function createClient(context: ExtensionContext): LanguageClient {
	return new LanguageClient('syscallLens', 'Syscall Lens', serverOptions(context), {
		documentSelector,
		outputChannelName: 'Syscall Lens',
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		initializationOptions: { manualCommand: true } satisfies InitializationOptions,
		// Hovers may open manual pages, and run nothing else.
		markdown: { isTrusted: { enabledCommands: [openManualPageCommand] } },
		// When `run` is `onSave`, the server answers "unchanged" until then.
		diagnosticPullOptions: { onChange: true },
	});
}

function serverOptions(context: ExtensionContext): ServerOptions {
	const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
	return { run: server, debug: { ...server, options: { execArgv: ['--nolazy', `--inspect=${debugPort}`] } } };
}
