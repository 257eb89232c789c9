/** All that the core asks of the world; given to it at birth. Paths are absolute, with `/`, or URIs: the host decides. */
export interface Host {
	/** The text of a file, or undefined where it can't be read or is not text. */
	readText(path: string): Promise<string | undefined>;
	/** Names in a folder, or an empty list where there is none. */
	readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
	/** A file that ships with the product: `catalog.json`, `tree-sitter-c.wasm`. Throws when it is missing. */
	readAsset(name: string): Promise<Uint8Array>;
}

export interface DirectoryEntry {
	readonly name: string;
	readonly kind: 'file' | 'directory' | 'other';
}
