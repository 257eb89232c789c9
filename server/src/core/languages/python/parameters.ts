import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { annotatedValue } from './annotations.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';
import { type Value, unknown } from './values.ts';

/** What a parameter holds: the object of the class for `self`, otherwise what its annotation says. */
export function parameterValue(node: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const parameters = scope.node.childForFieldName('parameters');
	const first = parameters?.namedChildren.find((child) => child?.type !== 'comment');
	if (scope.parent?.kind === 'class' && first?.startIndex === node.startIndex) {
		return receiver(scope, scope.parent);
	}
	const owner = node.parent;
	const type = owner?.type.startsWith('typed_') ? owner.childForFieldName('type') : null;
	if (type) {
		return annotatedValue(type, scope, resolver);
	}
	// def f(libc=None): libc = libc or CDLL(None)
	return owner?.type === 'default_parameter' && owner.childForFieldName('value')?.type === 'none'
		? { kind: 'none' }
		: unknown;
}

/** `self`, or `cls` of a class method. */
function receiver(method: Scope, owner: Scope): Value {
	const names = decoratorsOf(method);
	if (names.includes('@staticmethod')) {
		return unknown;
	}
	return { kind: names.includes('@classmethod') ? 'class' : 'object', scope: owner };
}

/** The decorators of a function as written: `@property`. */
export function decoratorsOf(scope: Scope): readonly string[] {
	const definition = scope.node.parent;
	const children = definition?.type === 'decorated_definition' ? definition.namedChildren : [];
	return children.flatMap((one) => (one?.type === 'decorator' ? [one.text.trim()] : []));
}
