import type { Argument } from '../../domain/apiCall.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { numberOf, stringOf } from './literals.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';

const other: Argument = { kind: 'other' };

/** The arguments of a call, as far as they can be told. */
export interface CallArguments {
	readonly positional: readonly Argument[];
	readonly keywords: Readonly<Record<string, Argument>>;
}

/** Reads an argument list. What follows `*rest` can't be told. */
export function readArguments(list: SyntaxNode | null, scope: Scope, resolver: Resolver): CallArguments {
	const positional: Argument[] = [];
	const keywords: Record<string, Argument> = {};
	if (list?.type !== 'argument_list') {
		return { positional: list ? [other] : [], keywords }; // f(x for x in y)
	}
	let told = true;
	for (const node of list.namedChildren) {
		if (node?.type === 'keyword_argument') {
			const value = node.childForFieldName('value');
			keywords[node.childForFieldName('name')?.text ?? ''] = value ? readArgument(value, scope, resolver) : other;
		} else if (node && node.type !== 'comment' && node.type !== 'dictionary_splat') {
			told &&= node.type !== 'list_splat';
			positional.push(told ? readArgument(node, scope, resolver) : other);
		}
	}
	return { positional, keywords };
}

function readArgument(node: SyntaxNode, scope: Scope, resolver: Resolver): Argument {
	switch (node.type) {
		case 'none':
			return { kind: 'null' };
		case 'true':
			return { kind: 'number', value: 1 };
		case 'false':
			return { kind: 'number', value: 0 };
		case 'string':
		case 'concatenated_string': {
			const value = stringOf(node);
			return value === undefined ? other : { kind: 'string', value };
		}
		case 'parenthesized_expression':
		case 'binary_operator':
		case 'identifier':
		case 'attribute':
			return readFlags(node, scope, resolver);
		default: {
			const value = numberOf(node);
			return value === undefined ? other : { kind: 'number', value };
		}
	}
}

/** `os.O_TMPFILE | os.O_RDWR`, a single constant, or a name that the file gives to such an expression. */
function readFlags(node: SyntaxNode, scope: Scope, resolver: Resolver): Argument {
	const names: string[] = [];
	let rest = false;
	for (const part of alternatives(node)) {
		const constant = constantOf(part, scope, resolver);
		if (!constant) {
			rest = true;
		} else if (constant.kind === 'flags') {
			names.push(...constant.names);
			rest ||= constant.rest;
		} else if (part === node) {
			return constant;
		} else {
			rest ||= constant.kind !== 'number' || constant.value !== 0;
		}
	}
	return names.length > 0 ? { kind: 'flags', names, rest } : other;
}

function* alternatives(node: SyntaxNode): Iterable<SyntaxNode> {
	const inner = node.type === 'parenthesized_expression' ? node.namedChildren[0] : undefined;
	if (inner) {
		yield* alternatives(inner);
	} else if (node.type === 'binary_operator' && node.childForFieldName('operator')?.type === '|') {
		for (const side of [node.childForFieldName('left'), node.childForFieldName('right')]) {
			if (side) {
				yield* alternatives(side);
			}
		}
	} else {
		yield node;
	}
}

const constantName = /^_*[A-Z][A-Z0-9_]*$/;

function constantOf(node: SyntaxNode, scope: Scope, resolver: Resolver): Argument | undefined {
	if (node.type === 'attribute') {
		const name = node.childForFieldName('attribute')?.text ?? '';
		return constantName.test(name) ? { kind: 'flags', names: [name], rest: false } : undefined;
	}
	if (node.type === 'identifier') {
		return namedConstant(node, scope, resolver);
	}
	const value = numberOf(node);
	return value === undefined ? undefined : { kind: 'number', value };
}

function namedConstant(node: SyntaxNode, scope: Scope, resolver: Resolver): Argument | undefined {
	const found = resolver.bindingsOf(node.text, scope);
	const binding = found?.bindings.length === 1 ? found.bindings[0] : undefined;
	const written: Argument = { kind: 'flags', names: [node.text], rest: false };
	if (binding?.kind === 'import') {
		const name = binding.path?.replace(/^.*\./, '') ?? node.text;
		return constantName.test(name) ? { ...written, names: [name] } : undefined;
	}
	const assignment = binding?.kind === 'target' ? binding.node.parent : null;
	const right = assignment?.type === 'assignment' ? assignment.childForFieldName('right') : null;
	// FLAGS = os.O_RDWR | os.O_TMPFILE stands for its parts, O_TMPFILE = 0o20200000 for itself
	if (binding && right?.type === 'binary_operator' && right.startIndex > binding.node.startIndex) {
		const value = readFlags(right, binding.scope, resolver);
		return value.kind === 'flags' ? value : undefined;
	}
	return constantName.test(node.text) ? written : undefined;
}
