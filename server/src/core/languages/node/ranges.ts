import type { Position, Range } from '../../domain/text.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/** Where a node stands. */
export function rangeOf(node: SyntaxNode): Range {
	return { start: position(node.startPosition), end: position(node.endPosition) };
}

function position({ row, column }: SyntaxNode['startPosition']): Position {
	return { line: row, character: column };
}
