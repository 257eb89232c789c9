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

/** Request: a manual page as Markdown. Links of a page name others as `./open.2.md`. */
export const manualPageRequest = 'syscallLens/manualPage';

export interface ManualPageName {
	/** `2`, or `2type`. */
	readonly section: string;
	readonly name: string;
}

export interface ManualPageResult {
	readonly markdown: string;
	/** Where the page is from; null where there is none and it is what Syscall Lens knows itself. */
	readonly origin: string | null;
}

/** Request: the pages that belong to a place, and every system call that can be asked for. */
export const manualPagesRequest = 'syscallLens/manualPages';

export interface ManualPagesParams {
	/** The place of the cursor; absent without an editor. */
	readonly at?: { readonly uri: string; readonly position: { readonly line: number; readonly character: number } };
}

export interface ManualPagesResult {
	readonly here: readonly ManualPageName[];
	readonly syscalls: readonly { readonly name: string; readonly summary: string }[];
}

/** Command of a client that can open manual pages; its arguments are section and name. */
export const openManualPageCommand = 'syscallLens.openManualPage';

/** What a client may say of itself in `initializationOptions`. */
export interface InitializationOptions {
	/** It has the command that opens manual pages, and hovers may link to it. */
	readonly manualCommand?: boolean;
}

/** Request: every kernel that has a name, by groups; what the workspace is held against comes first. */
export const kernelNamesRequest = 'syscallLens/kernelNames';

export interface KernelNamesResult {
	readonly groups: readonly {
		readonly title: string;
		readonly kernels: readonly { readonly id: string; readonly description: string }[];
	}[];
	/** The architecture that the settings name. */
	readonly arch: string;
	readonly architectures: readonly string[];
}

/** Request: the system calls of a kernel. Links of the document name pages as `./open.2.md`. */
export const kernelRequest = 'syscallLens/kernel';

export interface KernelParams {
	/** As people name it: `rhel7`, `debian:12`, `5.10`, `bookworm`. */
	readonly id: string;
	readonly arch: string;
}

/** Request: what one kernel has and another has not. */
export const diffKernelsRequest = 'syscallLens/diffKernels';

export interface DiffKernelsParams {
	readonly from: string;
	readonly to: string;
	readonly arch: string;
}

/** A document as Markdown, or the name that is no kernel with those it may have meant. */
export type KernelDocument =
	| { readonly kind: 'document'; readonly markdown: string }
	| { readonly kind: 'unknown'; readonly id: string; readonly suggestions: readonly string[] };

/** Notification from the server: targets may have changed; the client asks again for the document it shows. */
export const targetsChangedNotification = 'syscallLens/targetsChanged';
