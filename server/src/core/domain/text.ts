/** A place in a text: zero-based line and UTF-16 character, as in the language server protocol. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** Tells whether `position` lies in `range`, both ends included (a cursor behind a word still means the word). */
export function contains(range: Range, position: Position): boolean {
	return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** Orders two positions as they come in the text: negative when `a` is first. */
export function comparePositions(a: Position, b: Position): number {
	return a.line - b.line || a.character - b.character;
}
