import {
	createConnection,
	ProposedFeatures,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../lsp/server.ts';
import { editorService } from '../editorService.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

/** Runs `lsp`: the language server over standard input and output. */
export function runLsp(terminal: Terminal): void {
	const reader = new StreamMessageReader(process.stdin);
	const writer = new StreamMessageWriter(process.stdout);
	startServer(createConnection(ProposedFeatures.all, reader, writer), version, editorService(terminal.assets));
}
