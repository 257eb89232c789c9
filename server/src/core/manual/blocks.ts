import type { Span } from './spans.ts';

/** What a page consists of. `level` counts the lists around a block; a block without `item` goes on in the one above. */
export type Block =
	| { readonly kind: 'heading'; readonly depth: 2 | 3; readonly text: string }
	| {
			readonly kind: 'paragraph';
			readonly level: number;
			readonly item: Item | undefined;
			/** Parted by line breaks. */
			readonly lines: readonly (readonly Span[])[];
	  }
	| { readonly kind: 'code'; readonly level: number; readonly section: string; readonly lines: readonly string[] }
	| { readonly kind: 'table'; readonly level: number; readonly table: Table };

/** How an item of a list begins: with a bullet, with a number, or with the words that it explains. */
export type Item =
	| { readonly kind: 'bullet' }
	| { readonly kind: 'number'; readonly label: string }
	| { readonly kind: 'term'; readonly terms: readonly (readonly Span[])[] };

export interface Table {
	readonly header: boolean;
	readonly rows: readonly (readonly Cell[])[];
}

/** The lines of a cell. */
export type Cell = readonly (readonly Span[])[];

/** A page, as its first comment, its title line and its blocks say it. */
export interface Page {
	readonly title: string;
	readonly section: string;
	/** The release that the page came with: `Linux man-pages 6.03`. */
	readonly source: string;
	/** The comment that it begins with: copyright and licence. */
	readonly notice: readonly string[];
	readonly blocks: readonly Block[];
}
