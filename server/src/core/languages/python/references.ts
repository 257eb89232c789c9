import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';

/** Calls that only look at what they are given. */
const lookers = new Set([
	...['hasattr', 'getattr', 'callable', 'isinstance', 'issubclass', 'bool', 'dir', 'any', 'all'].map(
		(name) => `builtins.${name}`,
	),
	...['typing.cast', 'functools.wraps', 'functools.update_wrapper', 'inspect.signature', 'inspect.getsource'],
]);

/** Keywords that say what a stand-in looks like. */
const likenesses = /^(?:spec|spec_set|autospec|wraps|new)$/;

/** Tells whether a function that is named without a call is handed on, so that someone may call it. */
export function isUsedAsValue(node: SyntaxNode, scope: Scope, resolver: Resolver): boolean {
	let child = node;
	for (let parent = node.parent; parent; parent = parent.parent) {
		switch (parent.type) {
			case 'tuple':
			case 'list':
			case 'pair':
			case 'dictionary':
			case 'expression_list':
				break;
			case 'conditional_expression':
				if (parent.namedChildren[1]?.startIndex === child.startIndex) {
					return false; // a truth test
				}
				break;
			case 'keyword_argument':
				if (likenesses.test(parent.childForFieldName('name')?.text ?? '')) {
					return false;
				}
				break;
			case 'argument_list':
				return isHandedOn(parent, scope, resolver);
			default:
				return !/^(?:class_definition|comparison_operator|delete_statement|except_clause|subscript|as_pattern|as_pattern_target)$/.test(
					parent.type,
				);
		}
		child = parent;
	}
	return false;
}

function isHandedOn(list: SyntaxNode, scope: Scope, resolver: Resolver): boolean {
	const call = list.parent;
	const callee = call?.type === 'call' ? call.childForFieldName('function') : null;
	if (!callee) {
		return false; // the bases of a class
	}
	const value = resolver.valueOf(callee, scope);
	return !(value.kind === 'path' && lookers.has(value.path));
}
