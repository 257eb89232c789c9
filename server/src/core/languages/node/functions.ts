import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Handler } from './handlers.ts';
import { textOf } from './origins.ts';
import { initializerOf, type Names } from './truth.ts';

/** The function that an expression is: written in place, or declared in the file under that name. */
export function functionOf(node: SyntaxNode, names: Names): SyntaxNode | undefined {
	switch (node.type) {
		case 'arrow_function':
		case 'function_expression':
			return node;
		case 'parenthesized_expression':
			return node.namedChildren[0] ? functionOf(node.namedChildren[0], names) : undefined;
		case 'identifier':
			return declared(node, names);
		default:
			return undefined;
	}
}

function declared(name: SyntaxNode, names: Names): SyntaxNode | undefined {
	const initializer = initializerOf(name, names);
	if (initializer) {
		return initializer.type === 'arrow_function' || initializer.type === 'function_expression'
			? initializer
			: undefined;
	}
	const binding = names.scopes.lookUp(textOf(name, names.text), name.startIndex);
	const origin = binding?.origins.length === 1 ? binding.origins[0] : undefined;
	return origin?.role === 'declared' ? (names.parentOf(origin.node) ?? undefined) : undefined;
}

/** A function seen as what handles a failure: the error is its first parameter. */
export function handlerOf(written: SyntaxNode, text: string): Handler | undefined {
	const body = written.childForFieldName('body');
	if (!body) {
		return undefined;
	}
	const first =
		written.childForFieldName('parameter') ??
		written.childForFieldName('parameters')?.namedChildren.find((one) => one?.type !== 'comment');
	const name = first?.childForFieldName('pattern') ?? first;
	return { body, error: name?.type === 'identifier' ? textOf(name, text) : undefined };
}
