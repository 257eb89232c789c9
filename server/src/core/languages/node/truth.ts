import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { sourceOf, type Tree } from './origins.ts';
import type { Scopes } from './scopes.ts';

/** True, false, or undefined where it can't be told. */
export type Truth = boolean | undefined;

/** Tells the truth of an expression in some imagined case: on Linux, with an error ENOSYS, without `fs.cp`. */
export type Atom = (node: SyntaxNode) => Truth;

/** What is needed to follow a name to its one declaration. */
export interface Names extends Tree {
	readonly scopes: Scopes;
}

/** Names are followed this far: `const isWindows = platform === 'win32'`, with `platform` another. */
const maximalHops = 2;

/** The truth of a condition when `atom` decides its parts. */
export function truthOf(node: SyntaxNode | null | undefined, atom: Atom, names: Names, hops = 0): Truth {
	if (!node) {
		return undefined;
	}
	const decided = atom(node);
	if (decided !== undefined) {
		return decided;
	}
	const inner = (child: SyntaxNode | null | undefined): Truth => truthOf(child, atom, names, hops);
	switch (node.type) {
		case 'true':
			return true;
		case 'false':
		case 'null':
		case 'undefined':
			return false;
		case 'parenthesized_expression':
		case 'as_expression':
		case 'non_null_expression':
		case 'await_expression':
			return inner(node.namedChildren[0]);
		case 'unary_expression':
			return names.text[node.startIndex] === '!' ? not(inner(node.childForFieldName('argument'))) : undefined;
		case 'binary_expression':
			return ofBinary(node, inner, names.text);
		case 'call_expression':
			return isBoolean(node, names.text) ? inner(node.childForFieldName('arguments')?.namedChildren[0]) : undefined;
		case 'identifier': {
			const value = hops < maximalHops ? initializerOf(node, names) : undefined;
			return value && truthOf(value, atom, names, hops + 1);
		}
		default:
			return undefined;
	}
}

/** The operator between two operands. */
export function operatorOf(node: SyntaxNode, text: string): string {
	const left = node.childForFieldName('left');
	const right = node.childForFieldName('right');
	return left && right ? text.slice(left.endIndex, right.startIndex).replace(/\/\*.*?\*\/|\/\/.*|\s/g, '') : '';
}

/** The expression that a name was declared with, when it is declared once and never assigned again. */
export function initializerOf(name: SyntaxNode, names: Names): SyntaxNode | undefined {
	const { text, scopes } = names;
	const binding = scopes.lookUp(text.slice(name.startIndex, name.endIndex), name.startIndex);
	const origin = binding?.origins.length === 1 ? binding.origins[0] : undefined;
	if (origin?.role !== 'variable') {
		return undefined;
	}
	const { source } = sourceOf(origin.node, names);
	return source.kind === 'expression' && source.steps.length === 0 ? source.expression : undefined;
}

function not(truth: Truth): Truth {
	return truth === undefined ? undefined : !truth;
}

function ofBinary(node: SyntaxNode, inner: (child: SyntaxNode | null) => Truth, text: string): Truth {
	const operator = operatorOf(node, text);
	if (/^[!=]==?$/.test(operator)) {
		return ofComparison(node, inner, operator.startsWith('='));
	}
	if (operator !== '&&' && operator !== '||') {
		return undefined;
	}
	const left = inner(node.childForFieldName('left'));
	const right = inner(node.childForFieldName('right'));
	const decisive = operator === '||';
	return left === decisive || right === decisive
		? decisive
		: left === undefined || right === undefined
			? undefined
			: !decisive;
}

/** `supported === true`, `supported !== false`. */
function ofComparison(node: SyntaxNode, inner: (child: SyntaxNode | null) => Truth, equal: boolean): Truth {
	const constant = node.childForFieldName('right')?.type;
	if (constant !== 'true' && constant !== 'false') {
		return undefined;
	}
	const left = inner(node.childForFieldName('left'));
	return (constant === 'true') === equal ? left : not(left);
}

function isBoolean(call: SyntaxNode, text: string): boolean {
	return text.startsWith('Boolean(', call.startIndex);
}
