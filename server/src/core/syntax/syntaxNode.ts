/**
 * The part of a tree-sitter node that scanners use. Both bindings have it (wasm in the product, native in the
 * oracle of the tests), so a scanner is written once. Rows and columns are zero-based, columns in UTF-16 units.
 */
export interface SyntaxNode {
	readonly id: number;
	readonly type: string;
	readonly text: string;
	readonly isNamed: boolean;
	readonly startIndex: number;
	readonly endIndex: number;
	readonly startPosition: { readonly row: number; readonly column: number };
	readonly endPosition: { readonly row: number; readonly column: number };
	readonly parent: SyntaxNode | null;
	readonly children: readonly (SyntaxNode | null)[];
	readonly namedChildren: readonly (SyntaxNode | null)[];
	readonly previousNamedSibling: SyntaxNode | null;
	readonly nextNamedSibling: SyntaxNode | null;
	childForFieldName(name: string): SyntaxNode | null;
	descendantsOfType(types: string | string[]): readonly (SyntaxNode | null)[];
}

/** One named capture of a query. */
export interface Capture {
	readonly name: string;
	readonly node: SyntaxNode;
}

/** A parsed source, as a scanner sees it. */
export interface ParsedSource {
	readonly root: SyntaxNode;
	readonly text: string;
	/** Runs the language's query file `grammars/<grammar>/<query>.scm`; captures come in the order of the text. */
	captures(query: string): readonly Capture[];
}
