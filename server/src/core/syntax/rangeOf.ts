import type { Range } from '../domain/text.ts';
import type { SyntaxNode } from './syntaxNode.ts';

/** The place of a node in protocol positions. */
export function rangeOf({ startPosition, endPosition }: SyntaxNode): Range {
	return {
		start: { line: startPosition.row, character: startPosition.column },
		end: { line: endPosition.row, character: endPosition.column },
	};
}
