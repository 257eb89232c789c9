import {
	type Event,
	EventEmitter,
	languages,
	type LanguageStatusItem,
	LanguageStatusSeverity,
	type TextDocument,
	Uri,
	window,
	workspace,
} from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import {
	documentTargetRequest,
	targetsChangedNotification,
	type DocumentTargetParams,
	type DocumentTargetResult,
} from '../../server/src/lsp/protocol.ts';
import { openDeclarationCommand } from './commands.ts';
import { documentSelector } from './documents.ts';

/** What the language status item shows. */
export interface ShownTarget {
	readonly uri: string;
	readonly target: DocumentTargetResult;
}

/** The language status item: what the shown document is held against, and why. */
export interface TargetStatus {
	/** Undefined while no document of ours is shown. */
	readonly shown: ShownTarget | undefined;
	readonly onDidShow: Event<ShownTarget>;
	dispose(): void;
}

/** Shows the target of the active editor's document, and asks again when the editor or a target changes. */
export function showTarget(client: LanguageClient): TargetStatus {
	const item = languages.createLanguageStatusItem('syscallLens.target', documentSelector);
	item.name = 'Syscall Lens';
	item.text = 'Syscall Lens';
	const didShow = new EventEmitter<ShownTarget>();
	let shown: ShownTarget | undefined;
	let asked = 0;

	const refresh = async () => {
		const document = window.activeTextEditor?.document;
		const question = ++asked;
		if (!document || client.state !== State.Running || languages.match(documentSelector, document) === 0) {
			return;
		}
		item.busy = true;
		const target = await askTarget(client, document);
		if (question !== asked) {
			return; // a later question is under way, and its answer will be shown
		}
		item.busy = false;
		if (!target) {
			return;
		}
		describe(item, target);
		shown = { uri: document.uri.toString(), target };
		didShow.fire(shown);
	};

	const listeners = [
		window.onDidChangeActiveTextEditor(() => void refresh()),
		client.onNotification(targetsChangedNotification, () => void refresh()),
		client.onDidChangeState(() => void refresh()),
		item,
		didShow,
	];
	return {
		get shown() {
			return shown;
		},
		onDidShow: didShow.event,
		dispose: () => listeners.forEach((listener) => void listener.dispose()),
	};
}

async function askTarget(client: LanguageClient, document: TextDocument): Promise<DocumentTargetResult | null> {
	const params: DocumentTargetParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
	try {
		return await client.sendRequest<DocumentTargetResult | null>(documentTargetRequest, params);
	} catch (error) {
		client.error('The target of the document could not be told.', error, false);
		return null;
	}
}

/** The item has one short line; the whole story is behind its link to the declaring line. */
function describe(item: LanguageStatusItem, target: DocumentTargetResult): void {
	const why = target.why.join('\n');
	item.text = target.label;
	item.severity = target.state === 'unknown' ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
	item.accessibilityInformation = { label: `${target.label}. ${why}` };
	if (target.declaredAt) {
		const { uri, line } = target.declaredAt;
		const title = `${workspace.asRelativePath(Uri.parse(uri))}:${line + 1}`;
		item.command = { command: openDeclarationCommand, title, tooltip: why, arguments: [uri, line] };
		item.detail = '';
	} else {
		item.command = undefined;
		item.detail = why;
	}
}
