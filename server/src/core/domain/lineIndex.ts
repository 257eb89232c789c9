import type { Position } from './text.ts';

/** Turns offsets of one text into positions and back. Lines end at LF, CRLF or CR, as in the protocol. */
export interface LineIndex {
	positionAt(offset: number): Position;
	offsetAt(position: Position): number;
	/** The text of a line without its end, or an empty text behind the last. */
	line(number: number): string;
	readonly lineCount: number;
}

/** Reads the line starts of `text` once; each look-up is then a binary search. */
export function lineIndex(text: string): LineIndex {
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) {
			starts.push(i + 1);
		}
	}
	const startOf = (line: number): number => starts[line] ?? text.length;

	return {
		lineCount: starts.length,
		positionAt(offset) {
			let low = 0;
			let high = starts.length;
			while (high - low > 1) {
				const middle = (low + high) >> 1;
				if (startOf(middle) <= offset) {
					low = middle;
				} else {
					high = middle;
				}
			}
			return { line: low, character: Math.max(0, offset - startOf(low)) };
		},
		offsetAt(position) {
			return Math.min(startOf(position.line) + position.character, startOf(position.line + 1), text.length);
		},
		line(number) {
			return text.slice(startOf(number), startOf(number + 1)).replace(/[\r\n]+$/, '');
		},
	};
}
