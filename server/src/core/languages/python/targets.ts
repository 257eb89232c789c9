import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { annotatedValue } from './annotations.ts';
import { elementOf } from './library.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';
import { type Value, unknown } from './values.ts';

/** What an assignment, `for`, `with` or `:=` gives to the name at `node`. */
export function targetValue(node: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const owner = node.parent;
	if (!owner) {
		return unknown;
	}
	switch (owner.type) {
		case 'assignment':
			return assigned(owner, scope, resolver);
		case 'named_expression':
			return fieldValue(owner, 'value', scope, resolver);
		case 'augmented_assignment':
			// path /= "x" stays a path
			return owner.childForFieldName('operator')?.type === '/=' ? { kind: 'none' } : unknown;
		case 'for_statement':
		case 'for_in_clause':
			return elementOf(fieldValue(owner, 'right', scope, resolver));
		case 'pattern_list':
		case 'tuple_pattern':
			return itemValue(node, owner, scope, resolver);
		case 'as_pattern_target':
			return entered(owner, scope, resolver);
		default:
			return unknown;
	}
}

function assigned(assignment: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const value = fieldValue(assignment, 'right', scope, resolver);
	const isTold = value.kind !== 'unknown' && value.kind !== 'none';
	const type = isTold ? null : assignment.childForFieldName('type');
	return type ? annotatedValue(type, scope, resolver) : value;
}

/** `conn, address = sock.accept()`. */
function itemValue(node: SyntaxNode, pattern: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const assignment = pattern.parent;
	if (assignment?.type !== 'assignment') {
		return unknown;
	}
	const index = pattern.namedChildren.findIndex((child) => child?.startIndex === node.startIndex);
	const value = fieldValue(assignment, 'right', scope, resolver);
	return value.kind === 'tuple' ? (value.items[index] ?? unknown) : unknown;
}

/** What `with` gives: for most objects of the library, the object itself. */
function entered(target: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const pattern = target.parent;
	const object = pattern?.parent?.type === 'with_item' ? pattern.namedChildren[0] : undefined;
	return object ? resolver.valueOf(object, scope) : unknown;
}

function fieldValue(node: SyntaxNode, name: string, scope: Scope, resolver: Resolver): Value {
	const child = node.childForFieldName(name);
	return child ? resolver.valueOf(child, scope) : unknown;
}
