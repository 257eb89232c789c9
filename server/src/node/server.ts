import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { editorService } from './editorService.ts';
import { version } from './version.ts';

// `--stdio` and `--node-ipc` are read from the arguments by the library.
startServer(createConnection(ProposedFeatures.all), version, editorService(__dirname));
