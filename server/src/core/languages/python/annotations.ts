import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { collectionOf } from './library.ts';
import { stringOf } from './literals.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';
import { type Value, instanceOf, unknown } from './values.ts';

/** The object that an annotation speaks of: `Path`, `Optional[Path]`, `Path | None`, `"Path"`. */
export function annotatedValue(type: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const inner = type.type === 'type' ? type.namedChildren[0] : type;
	if (!inner) {
		return unknown;
	}
	switch (inner.type) {
		case 'identifier':
		case 'attribute':
		case 'member_type':
			return objectOf(resolver.valueOf(inner, scope));
		case 'generic_type':
		case 'subscript':
			return generic(inner, scope, resolver);
		case 'union_type':
		case 'binary_operator': {
			const parts = inner.namedChildren.filter((part) => part && part.text !== 'None');
			return parts.length === 1 && parts[0] ? annotatedValue(parts[0], scope, resolver) : unknown;
		}
		case 'string':
			return quoted(stringOf(inner) ?? '', scope, resolver);
		default:
			return unknown;
	}
}

function objectOf(type: Value): Value {
	if (type.kind === 'path') {
		return instanceOf(type.path);
	}
	return type.kind === 'class' ? { kind: 'object', scope: type.scope } : unknown;
}

/** `Optional[Path]` is a path; `list[Path]` is a collection of them. */
function generic(type: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const [head, ...rest] = type.namedChildren;
	const argument = rest[0]?.type === 'type_parameter' ? rest[0].namedChildren[0] : rest[0];
	if (!head || !argument) {
		return unknown;
	}
	const inner = annotatedValue(argument, scope, resolver);
	if (/\b(?:Optional|Final|Annotated|ClassVar)$/.test(head.text)) {
		return inner;
	}
	return /\b(?:list|set|frozenset|List|Set|Sequence|Iterable|Iterator|Collection)$/.test(head.text)
		? collectionOf(inner)
		: unknown;
}

/** An annotation in quotes: `"Path"`, `"Optional[Path]"`, `"Path | None"`. */
function quoted(text: string, scope: Scope, resolver: Resolver): Value {
	const form = /^(?:(?:typing\.)?Optional\[)?([\w.]+)(?:\]|\s*\|\s*None)?$/;
	const [head = '', ...attributes] = (form.exec(text.trim())?.[1] ?? '').split('.');
	const start = resolver.valueOfBindings(head, scope);
	return objectOf(attributes.reduce((object, name) => resolver.attributeOf(object, name), start));
}
