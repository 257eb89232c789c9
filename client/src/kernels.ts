import {
	commands,
	Disposable,
	ProgressLocation,
	type TextDocumentContentProvider,
	Uri,
	window,
	workspace,
} from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import {
	diffKernelsRequest,
	kernelNamesRequest,
	kernelRequest,
	type DiffKernelsParams,
	type KernelDocument,
	type KernelNamesResult,
	type KernelParams,
} from '../../server/src/lsp/protocol.ts';
import { pickKernel } from './kernelPick.ts';
import { pageText } from './manual.ts';

const scheme = 'syscall-lens-kernel';

/** What a document of ours answers. */
type Question =
	| { readonly kind: 'kernel'; readonly asked: KernelParams }
	| { readonly kind: 'diff'; readonly asked: DiffKernelsParams };

/** Registers the commands that show and compare kernels, and the documents in which they do. */
export function registerKernels(client: LanguageClient): Disposable {
	const documents: TextDocumentContentProvider = { provideTextDocumentContent: (uri) => textOf(uri, client) };
	return Disposable.from(
		workspace.registerTextDocumentContentProvider(scheme, documents),
		commands.registerCommand('syscallLens.showKernel', (asked?: Partial<KernelParams>) => showKernel(client, asked)),
		commands.registerCommand('syscallLens.compareKernels', (asked?: Partial<DiffKernelsParams>) =>
			compareKernels(client, asked),
		),
	);
}

/** Answers the document that is shown; undefined when nothing was chosen. */
async function showKernel(client: LanguageClient, { id, arch }: Partial<KernelParams> = {}): Promise<Uri | undefined> {
	const names = await kernelsOf(client);
	if (!names) {
		return undefined;
	}
	const asked =
		id === undefined ? await pickKernel('System calls of a kernel', names, arch) : { id, arch: arch ?? names.arch };
	return asked && show({ kind: 'kernel', asked }, client);
}

async function compareKernels(
	client: LanguageClient,
	given: Partial<DiffKernelsParams> = {},
): Promise<Uri | undefined> {
	const names = await kernelsOf(client);
	if (!names) {
		return undefined;
	}
	const arch = given.arch ?? names.arch;
	const from =
		given.from === undefined
			? await pickKernel('Compare kernels, 1 of 2: from', names, arch)
			: { id: given.from, arch };
	if (!from) {
		return undefined;
	}
	const to =
		given.to === undefined
			? await pickKernel(`Compare kernels, 2 of 2: ${from.id} with`, names, from.arch)
			: { id: given.to, arch: from.arch };
	return to && show({ kind: 'diff', asked: { from: from.id, to: to.id, arch: to.arch } }, client);
}

async function kernelsOf(client: LanguageClient): Promise<KernelNamesResult | null> {
	if (client.state !== State.Running) {
		void window.showWarningMessage("Syscall Lens' server is not running. Use 'Syscall Lens: Restart Server'.");
		return null;
	}
	return window.withProgress({ location: ProgressLocation.Window, title: 'Looking for kernels' }, () =>
		client.sendRequest<KernelNamesResult | null>(kernelNamesRequest),
	);
}

/** Opens the preview of a document, or tells that a name is none and offers the nearest. */
async function show(question: Question, client: LanguageClient): Promise<Uri | undefined> {
	const answer = await request(question, client);
	if (answer?.kind === 'document') {
		const uri = uriOf(question);
		await commands.executeCommand('markdown.showPreview', uri);
		return uri;
	}
	if (answer?.kind !== 'unknown') {
		return undefined; // the server has written why
	}
	const { id, suggestions } = answer;
	const near = suggestions.length === 0 ? '' : ' Did you mean one of these?';
	const meant = await window.showErrorMessage(`'${id}' names no kernel.${near}`, ...suggestions);
	return meant === undefined ? undefined : show(renamed(question, id, meant), client);
}

function renamed(question: Question, id: string, meant: string): Question {
	if (question.kind === 'kernel') {
		return { kind: 'kernel', asked: { ...question.asked, id: meant } };
	}
	const { from, to, arch } = question.asked;
	return { kind: 'diff', asked: { from: from === id ? meant : from, to: to === id ? meant : to, arch } };
}

async function request(question: Question, client: LanguageClient): Promise<KernelDocument | null> {
	const method = question.kind === 'kernel' ? kernelRequest : diffKernelsRequest;
	return client.sendRequest<KernelDocument | null>(method, question.asked);
}

/** The question is in the path alone, so that a document answers it at any time, and links lead to pages beside it. */
function uriOf(question: Question): Uri {
	const { asked } = question;
	const kernels = 'id' in asked ? `System calls of ${asked.id}` : `${asked.from} → ${asked.to}`;
	return Uri.from({ scheme, path: `/${kernels.replaceAll('/', '-')} on ${asked.arch}.md` });
}

async function textOf(uri: Uri, client: LanguageClient): Promise<string> {
	const question = questionOf(uri.path);
	if (!question) {
		return pageText(client, uri); // a link of the table: `./openat2.2.md`
	}
	const answer = await request(question, client);
	return answer?.kind === 'document' ? answer.markdown : '';
}

function questionOf(path: string): Question | undefined {
	const [, id, arch] = /^\/System calls of (.+) on (\w+)\.md$/.exec(path) ?? [];
	if (id !== undefined && arch !== undefined) {
		return { kind: 'kernel', asked: { id, arch } };
	}
	const [, from, to, on] = /^\/(.+) → (.+) on (\w+)\.md$/.exec(path) ?? [];
	return from !== undefined && to !== undefined && on !== undefined
		? { kind: 'diff', asked: { from, to, arch: on } }
		: undefined;
}
