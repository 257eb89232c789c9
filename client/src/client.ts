import { workspace, type ExtensionContext } from 'vscode';
import {
	DiagnosticPullMode,
	LanguageClient,
	RevealOutputChannelOn,
	TransportKind,
	type LanguageClientOptions,
	type ServerOptions,
} from 'vscode-languageclient/node';
import { documentSelector, watchedPatterns } from './documents.ts';
import { SharedDiagnostics } from './sharedDiagnostics.ts';

/** The port on which a server started by F5 waits for a debugger. */
const debugPort = 6009;

/** A client of `dist/server.cjs`, not started yet. */
export function createClient(context: ExtensionContext): LanguageClient {
	return new LanguageClient('syscallLens', 'Syscall Lens', serverOptions(context), clientOptions(context));
}

function serverOptions(context: ExtensionContext): ServerOptions {
	const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
	return { run: server, debug: { ...server, options: { execArgv: ['--nolazy', `--inspect=${debugPort}`] } } };
}

function clientOptions(context: ExtensionContext): LanguageClientOptions {
	const fileEvents = watchedPatterns.map((pattern) => workspace.createFileSystemWatcher(pattern));
	context.subscriptions.push(...fileEvents);
	return {
		documentSelector,
		synchronize: { configurationSection: 'syscallLens', fileEvents },
		outputChannelName: 'Syscall Lens',
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		diagnosticCollectionProvider: new SharedDiagnostics(),
		diagnosticPullOptions: {
			onChange: true,
			onSave: true,
			filter: (document, mode) =>
				mode === DiagnosticPullMode.onType &&
				workspace.getConfiguration('syscallLens', document).get('run') === 'onSave',
		},
	};
}
