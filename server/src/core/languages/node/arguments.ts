import type { Argument } from '../../domain/apiCall.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stringContent, textOf } from './origins.ts';

const other: Argument = { kind: 'other' };

/** What can be told of a call's arguments. Behind a spread no position is sure, so nothing is told. */
export function readArguments(list: SyntaxNode | null, text: string): readonly Argument[] {
	const found: Argument[] = [];
	let spread = false;
	for (const node of list?.type === 'arguments' ? list.namedChildren : []) {
		if (!node || node.type === 'comment') {
			continue;
		}
		spread ||= node.type === 'spread_element';
		found.push(spread ? other : readArgument(node, text));
	}
	return found;
}

function readArgument(node: SyntaxNode, text: string): Argument {
	switch (node.type) {
		case 'number':
			return readNumber(textOf(node, text), 1);
		case 'null':
		case 'undefined':
			return { kind: 'null' };
		case 'string':
			return { kind: 'string', value: stringContent(node, text) };
		case 'template_string':
			return node.namedChildren.every((child) => child?.type === 'string_fragment')
				? { kind: 'string', value: stringContent(node, text) }
				: other;
		case 'unary_expression': {
			const operand = node.childForFieldName('argument');
			return operand?.type === 'number' && text[node.startIndex] === '-'
				? readNumber(textOf(operand, text), -1)
				: other;
		}
		case 'identifier':
		case 'member_expression':
		case 'binary_expression':
		case 'parenthesized_expression':
			return readFlags(node, text);
		default:
			return other;
	}
}

function readNumber(written: string, sign: number): Argument {
	const value = Number(/^0[0-7]+$/.test(written) ? `0o${written.slice(1)}` : written.replaceAll('_', ''));
	return Number.isNaN(value) ? other : { kind: 'number', value: sign * value };
}

/** Constants by their last name: `fs.constants.COPYFILE_FICLONE | COPYFILE_EXCL`. */
function readFlags(node: SyntaxNode, text: string): Argument {
	const names: string[] = [];
	const rest = collectFlags(node, text, names);
	return names.length > 0 ? { kind: 'flags', names, rest } : other;
}

/** Adds the constants of an expression to `names`; true where a part of it is none. */
function collectFlags(node: SyntaxNode, text: string, names: string[]): boolean {
	switch (node.type) {
		case 'identifier':
			return addConstant(textOf(node, text), names);
		case 'member_expression': {
			const property = node.childForFieldName('property');
			return addConstant(property ? textOf(property, text) : '', names);
		}
		case 'parenthesized_expression': {
			const inner = node.namedChildren[0];
			return inner ? collectFlags(inner, text, names) : true;
		}
		case 'binary_expression': {
			const left = node.childForFieldName('left');
			const right = node.childForFieldName('right');
			if (!left || !right || text.slice(left.endIndex, right.startIndex).trim() !== '|') {
				return true;
			}
			const leftRest = collectFlags(left, text, names);
			return collectFlags(right, text, names) || leftRest;
		}
		default:
			return true;
	}
}

function addConstant(name: string, names: string[]): boolean {
	if (!/^[A-Z][A-Z0-9_]+$/.test(name)) {
		return true;
	}
	names.push(name);
	return false;
}
