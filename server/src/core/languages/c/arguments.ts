import type { Argument } from '../../domain/apiCall.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

const other: Argument = { kind: 'other' };

/** Reads the arguments of a call as far as they can be told without running it. */
export function readArguments(list: SyntaxNode): readonly Argument[] {
	return argumentNodes(list).map(readArgument);
}

/** The expressions between the parentheses of a call. */
export function argumentNodes(list: SyntaxNode): readonly SyntaxNode[] {
	return list.namedChildren.filter((node): node is SyntaxNode => node !== null && node.type !== 'comment');
}

/** The expression without parentheses and casts around it. */
export function stripped(expression: SyntaxNode): SyntaxNode {
	let node = expression;
	for (;;) {
		const inner =
			node.type === 'parenthesized_expression'
				? node.namedChildren.find((child) => child && child.type !== 'comment')
				: node.type === 'cast_expression'
					? node.childForFieldName('value')
					: undefined;
		if (!inner) {
			return node;
		}
		node = inner;
	}
}

/** The value of a number as C writes it: decimal, hexadecimal, octal or binary, with suffixes. */
export function parseNumber(text: string): number | undefined {
	const digits = text.replace(/[uUlLzZ]+$/, '').replaceAll("'", '');
	if (digits.startsWith('-')) {
		const value = parseNumber(digits.slice(1)); // the grammar reads `-1` as one number
		return value === undefined ? undefined : -value;
	}
	if (/^0[0-7]+$/.test(digits)) {
		return Number.parseInt(digits, 8);
	}
	return /^(?:0x[\da-f]+|0b[01]+|\d+)$/i.test(digits) ? Number(digits) : undefined;
}

function readArgument(written: SyntaxNode): Argument {
	const node = stripped(written);
	switch (node.type) {
		case 'number_literal':
			return numberArgument(parseNumber(node.text));
		case 'unary_expression':
			return negative(node);
		case 'null':
			return { kind: 'null' };
		case 'string_literal':
			return { kind: 'string', value: node.text.slice(1, -1) };
		case 'identifier':
			return node.text === 'NULL' ? { kind: 'null' } : readFlags(node);
		case 'binary_expression':
			return readFlags(node);
		default:
			return other;
	}
}

function numberArgument(value: number | undefined): Argument {
	return value === undefined ? other : { kind: 'number', value };
}

function negative(node: SyntaxNode): Argument {
	return numberArgument(/^-/.test(node.text) ? parseNumber(node.text.replace(/\s/g, '')) : undefined);
}

/** `A | B | variable`: constants are told from variables by their capitals. */
function readFlags(node: SyntaxNode): Argument {
	const names: string[] = [];
	let rest = false;
	const visit = (written: SyntaxNode): void => {
		const part = stripped(written);
		const left = part.type === 'binary_expression' ? part.childForFieldName('left') : null;
		const right = part.childForFieldName('right');
		if (left && right && part.childForFieldName('operator')?.type === '|') {
			visit(left);
			visit(right);
		} else if (part.type === 'identifier' && /^[A-Z_][A-Z\d_]*$/.test(part.text)) {
			names.push(part.text);
		} else if (part.type !== 'number_literal' || parseNumber(part.text) !== 0) {
			rest = true;
		}
	};
	visit(node);
	return names.length > 0 ? { kind: 'flags', names, rest } : other;
}
