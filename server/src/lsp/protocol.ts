/** What client and server say to each other beyond the language server protocol itself. Types and names only. */

/** Request: checks every folder of the workspace. Cancellable; reports progress on `workDoneToken`. */
export const checkWorkspaceRequest = 'syscallLens/checkWorkspace';

export interface CheckWorkspaceParams {
	/** A progress token of the client's own, as in the protocol. */
	readonly workDoneToken?: string | number;
}

export interface CheckWorkspaceResult {
	/** The report as Markdown, ready to be shown. */
	readonly markdown: string;
	readonly summary: {
		readonly files: number;
		readonly calls: number;
		readonly error: number;
		readonly warning: number;
		readonly information: number;
		readonly hint: number;
	};
}

/** Request: what a document is held against, for the status item. */
export const documentTargetRequest = 'syscallLens/documentTarget';

export interface DocumentTargetParams {
	readonly uri: string;
}

export interface DocumentTargetResult {
	/** One line for the status bar: `debian:11 · Linux 5.10`, or `no target`. */
	readonly label: string;
	/** Why: the FROM line, setting or argument that declared each target, one sentence a line. */
	readonly why: readonly string[];
	/** `none` without any declaration, `unknown` when a declared image names no release. */
	readonly state: 'known' | 'unknown' | 'none';
	/** Where the deciding declaration stands, for the item's command. */
	readonly declaredAt: { readonly uri: string; readonly line: number } | null;
}

/** Notification from the server: targets may have changed; the client asks again for the document it shows. */
export const targetsChangedNotification = 'syscallLens/targetsChanged';
