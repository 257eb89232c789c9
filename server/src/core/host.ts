/**
 * All that the core asks of the world; given to it at birth. Paths are absolute, with `/` between names
 * (`/home/me/a.c`, `C:/src/a.c`); the host turns them into what its system wants.
 */
export interface Host {
	/** A file's text, or why there is none. Never throws. */
	readText(path: string): Promise<FileText>;
	/** Names in a folder; an empty list where there is none or it can't be read. */
	readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
	/** The date, as `2026-11-23`: what a moving tag means depends on it. */
	today(): string;
	/** A file that ships with the product: `catalog.json`, `tree-sitter-c.wasm`. Throws when it is missing. */
	readAsset(name: string): Promise<Uint8Array>;
	/** A manual page of exactly this section, where there are manuals: `('2', 'openat2')`. Never throws. */
	readManual?(section: string, name: string): Promise<ManualText | undefined>;
}

/** A manual page as it was found. */
export interface ManualText {
	/** `roff`: the page's source; `markdown`: packaged with the product, and converted then. */
	readonly format: 'roff' | 'markdown';
	readonly text: string;
	/** Where it is from, in words. */
	readonly origin: string;
}

/** The text of a file or the reason why it has none for us; `folder`: the path is one. */
export type FileText =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'missing' | 'folder' | 'unreadable' | 'binary' | 'too-large' };

export interface DirectoryEntry {
	readonly name: string;
	/** `other`: links, sockets, devices; never followed. */
	readonly kind: 'file' | 'directory' | 'other';
}

/** Files above this many bytes are not read: they are generated or data. */
export const largestFile = 8 * 1024 * 1024;

/** Texts above this many characters are not parsed while an editor waits: each change would take a second and more. */
export const largestOpenText = 2 * 1024 * 1024;
