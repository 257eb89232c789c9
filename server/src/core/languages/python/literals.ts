import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/** The value of an integer literal: `0o644`, `0x80000`, `-1`, `1_000`, `420L`. */
export function numberOf(node: SyntaxNode): number | undefined {
	if (node.type === 'integer') {
		// Python 2 wrote 0644 and 420L
		const text = node.text
			.replace(/_/g, '')
			.replace(/[lL]$/, '')
			.replace(/^0+(?=[0-7]+$)/, '0o');
		const value = Number(text);
		return Number.isFinite(value) ? value : undefined;
	}
	if (node.type === 'unary_operator' && node.childForFieldName('operator')?.type === '-') {
		const argument = node.childForFieldName('argument');
		const value = argument ? numberOf(argument) : undefined;
		return value === undefined ? undefined : -value;
	}
	return undefined;
}

/** The content of a string literal without interpolation; bytes too. */
export function stringOf(node: SyntaxNode): string | undefined {
	if (node.type === 'concatenated_string') {
		const parts = node.namedChildren.map((part) => (part ? stringOf(part) : undefined));
		return parts.some((part) => part === undefined) ? undefined : parts.join('');
	}
	if (node.type !== 'string') {
		return undefined;
	}
	let text = '';
	for (const child of node.namedChildren) {
		if (child?.type === 'interpolation') {
			return undefined;
		}
		if (child?.type === 'string_content') {
			text += child.text;
		}
	}
	return text;
}

/** The parts of a node; a comment between them is none. */
export function withoutComments(node: SyntaxNode): readonly SyntaxNode[] {
	return node.namedChildren.flatMap((child) => (child && child.type !== 'comment' ? [child] : []));
}
