import { commands, type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';

const scheme = 'syscall-lens-report';

/** Where the report of the last workspace check is read; its name is the title of the preview. */
export const reportUri = Uri.from({ scheme, path: '/Syscall Lens Report.md' });

/** The report of the last workspace check, as a document that can't be edited and is on no disk. */
export class Report implements TextDocumentContentProvider, Disposable {
	readonly #didChange = new EventEmitter<Uri>();
	readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);
	#markdown = '';

	readonly onDidChange = this.#didChange.event;

	provideTextDocumentContent(): string {
		return this.#markdown;
	}

	/** Puts `markdown` in the place of the last report and opens its preview. */
	async show(markdown: string): Promise<void> {
		this.#markdown = markdown;
		this.#didChange.fire(reportUri);
		await commands.executeCommand('markdown.showPreview', reportUri);
	}

	dispose(): void {
		this.#registration.dispose();
		this.#didChange.dispose();
	}
}
