import type { ApiNames } from '../language.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { callResult } from './callResults.ts';
import { memberOfLibc, opensLibc } from './foreignFunctions.ts';
import { type Span, areAlternatives, dominating } from './flow.ts';
import { annotatedValue } from './annotations.ts';
import { decoratorsOf, parameterValue } from './parameters.ts';
import { targetValue } from './targets.ts';
import { attributeOf, builtins, elementOf, isStandard, memberOf } from './library.ts';
import { numberOf, stringOf, withoutComments } from './literals.ts';
import { type Binding, type Scope, bodyScope, scopeAt } from './scopes.ts';
import { type Value, instanceOf, isInstance, pathValue, sameValue, unknown } from './values.ts';

/** Longer chains of assignments and calls are given up. */
const maximumDepth = 40;

/** Tells what the expressions of one file stand for, by its imports, assignments and definitions. */
export class Resolver {
	readonly #known = new Map<Binding, Value>();
	readonly #results = new Map<Scope, Value>();
	readonly #spans = new Map<Binding, Span>();
	#depth = 0;

	constructor(
		readonly module: Scope,
		readonly names: ApiNames,
	) {}

	/** What an expression stands for. */
	valueOf(node: SyntaxNode, scope = scopeAt(this.module, node.startIndex)): Value {
		if (this.#depth >= maximumDepth) {
			return unknown;
		}
		this.#depth++;
		const value = this.#evaluate(node, scope);
		this.#depth--;
		return value;
	}

	/** What a name stands for where it is used. */
	valueOfName(node: SyntaxNode, scope = scopeAt(this.module, node.startIndex)): Value {
		const name = node.text;
		const found = this.bindingsOf(name, scope);
		if (!found) {
			return this.#unbound(name, scope);
		}
		const sole = found.bindings[0];
		if (sole && found.bindings.length === 1) {
			return this.#valueOfBinding(sole);
		}
		const decisive = found.home === bodyScope(scope) ? dominating(found.bindings, node, this.#spans) : undefined;
		return decisive ? this.#valueOfBinding(decisive) : this.#join(found.bindings);
	}

	/** What a name stands for by all its bindings, wherever it is used. */
	valueOfBindings(name: string, scope: Scope): Value {
		const found = this.bindingsOf(name, scope);
		return found ? this.#join(found.bindings) : unknown;
	}

	/** The bindings of a name in the innermost scope that has any, by Python's order: function, outer functions, module. */
	bindingsOf(name: string, scope: Scope): { readonly bindings: readonly Binding[]; readonly home: Scope } | undefined {
		for (let home: Scope | null = scope; home; home = home.parent) {
			const elsewhere = home.outer.get(name);
			const bindings = (elsewhere ?? home).bindings.get(name);
			if (bindings && (home === scope || home.kind !== 'class')) {
				return { bindings, home: elsewhere ?? home };
			}
		}
		return undefined;
	}

	/** An attribute of a value: of a module, an object, a class of this file, the C library. */
	attributeOf(value: Value, name: string): Value {
		if (value.kind === 'path') {
			return attributeOf(value.path, name);
		}
		if (value.kind === 'instance') {
			return memberOf(value.type, name);
		}
		if (value.kind === 'libc') {
			return memberOfLibc(name);
		}
		const isOwn = value.kind === 'object' || value.kind === 'class';
		return isOwn ? this.#memberOfClass(value.scope, name, value.kind === 'object') : unknown;
	}

	/** What calling a function of this file gives. */
	resultOf(scope: Scope): Value {
		const known = this.#results.get(scope);
		if (known) {
			return known;
		}
		this.#results.set(scope, unknown); // ends recursion
		const result = this.#returned(scope);
		this.#results.set(scope, result);
		return result;
	}

	#evaluate(node: SyntaxNode, scope: Scope): Value {
		switch (node.type) {
			case 'identifier':
				return this.valueOfName(node, scope);
			case 'attribute':
				return this.#field(node, 'object', scope, (object) => this.attributeOf(object, fieldText(node, 'attribute')));
			case 'call':
				return callResult(node, scope, this);
			case 'subscript':
				return this.#subscript(node, scope);
			case 'parenthesized_expression':
			case 'await':
				return this.#child(node, 0, scope);
			case 'named_expression':
			case 'keyword_argument':
				return this.#field(node, 'value', scope);
			case 'conditional_expression':
				return this.#either(this.#child(node, 0, scope), this.#child(node, 2, scope));
			case 'boolean_operator':
				return this.#either(this.#field(node, 'left', scope), this.#field(node, 'right', scope));
			case 'binary_operator':
				return this.#joinedPath(node, scope);
			case 'tuple':
			case 'list':
			case 'set':
			case 'expression_list':
				return { kind: 'tuple', items: withoutComments(node).map((item) => this.valueOf(item, scope)) };
			case 'assignment':
				return this.#field(node, 'right', scope);
			case 'none':
				return { kind: 'none' };
			default:
				return literal(node);
		}
	}

	#field(node: SyntaxNode, name: string, scope: Scope, then = (value: Value): Value => value): Value {
		const child = node.childForFieldName(name);
		return child ? then(this.valueOf(child, scope)) : unknown;
	}

	#child(node: SyntaxNode, index: number, scope: Scope): Value {
		const child = withoutComments(node)[index];
		return child ? this.valueOf(child, scope) : unknown;
	}

	/** `pair[0]`, `libc["memfd_create"]`, `cdll["libc.so.6"]`. */
	#subscript(node: SyntaxNode, scope: Scope): Value {
		const key = this.#field(node, 'subscript', scope);
		return this.#field(node, 'value', scope, (value) => {
			if (value.kind === 'tuple' && key.kind === 'number') {
				return value.items[key.value] ?? unknown;
			}
			if (value.kind === 'libc' && key.kind === 'string') {
				return memberOfLibc(key.text);
			}
			if (value.kind === 'instance' && key.kind === 'number') {
				return elementOf(value);
			}
			return value.kind === 'path' && opensLibc(value.path, key) ? { kind: 'libc' } : unknown;
		});
	}

	/** `Path("a") / "b"` is a path again. */
	#joinedPath(node: SyntaxNode, scope: Scope): Value {
		if (node.childForFieldName('operator')?.type !== '/') {
			return literal(node);
		}
		const left = this.#field(node, 'left', scope);
		return isInstance(left, 'pathlib.Path') || isInstance(this.#field(node, 'right', scope), 'pathlib.Path')
			? instanceOf('pathlib.Path')
			: unknown;
	}

	#either(a: Value, b: Value): Value {
		if (a.kind === 'none') {
			return b;
		}
		if (b.kind === 'none' || sameValue(a, b)) {
			return a;
		}
		// find_library("c") or "libc.so.6"
		return a.kind === 'string' && b.kind === 'string' ? a : unknown;
	}

	#unbound(name: string, scope: Scope): Value {
		for (let home: Scope | null = scope; home; home = home.parent) {
			const star = home.stars.find(
				(module, _, { length }) => length === 1 || this.names.api('python', `${module}.${name}`),
			);
			if (star !== undefined && (!builtins.has(name) || this.names.api('python', `${star}.${name}`))) {
				return attributeOf(star, name);
			}
		}
		return builtins.has(name) ? pathValue(`builtins.${name}`) : unknown;
	}

	#valueOfBinding(binding: Binding): Value {
		const known = this.#known.get(binding);
		if (known) {
			return known;
		}
		this.#known.set(binding, unknown); // ends circles: a = b; b = a
		const value = this.#evaluateBinding(binding);
		this.#known.set(binding, value);
		return value;
	}

	#evaluateBinding({ kind, node, scope, path, defines }: Binding): Value {
		switch (kind) {
			case 'import':
				return path === undefined ? unknown : pathValue(path);
			case 'definition':
				return defines ? { kind: defines.kind === 'class' ? 'class' : 'function', scope: defines } : unknown;
			case 'parameter':
				return parameterValue(node, scope, this);
			case 'target':
				return targetValue(node, scope, this);
		}
	}

	/** The meaning of several bindings: the one they share, or the library's where the others stand in for it. */
	#join(bindings: readonly Binding[]): Value {
		const met: { readonly value: Value; readonly binding: Binding }[] = [];
		for (const binding of bindings) {
			const value = this.#valueOfBinding(binding);
			if (value.kind !== 'none') {
				met.push({ value, binding });
			}
		}
		const libc = met.find(({ value }) => value.kind === 'libc');
		if (libc && met.every(({ value }) => value.kind === 'libc' || isInstance(value, 'ctypes.CDLL'))) {
			return libc.value;
		}
		const [first] = met;
		if (!first) {
			return bindings.length > 0 ? { kind: 'none' } : unknown;
		}
		if (met.every((one) => sameValue(one.value, first.value))) {
			return first.value;
		}
		const paths = met.filter((one) => one.value.kind === 'path');
		const library = paths.find((one) => one.value.kind === 'path' && isStandard(one.value.path)) ?? paths[0];
		const standIns = met.filter((one) => one !== library && !(library && sameValue(one.value, library.value)));
		return library && standIns.every((one) => areAlternatives(library.binding.node, one.binding.node))
			? library.value
			: unknown;
	}

	#memberOfClass(owner: Scope, name: string, ofObject: boolean): Value {
		const own = [...((ofObject && owner.attributes.get(name)) || []), ...(owner.bindings.get(name) ?? [])];
		if (own.length > 0) {
			const member = this.#join(own);
			const isProperty =
				ofObject && member.kind === 'function' && decoratorsOf(member.scope).some((one) => /property$/.test(one));
			return isProperty ? this.resultOf(member.scope) : member;
		}
		const bases = owner.node.childForFieldName('superclasses')?.namedChildren ?? [];
		for (const base of bases) {
			const value = base && base.type !== 'keyword_argument' ? this.#inherited(base, owner, name, ofObject) : unknown;
			if (value.kind !== 'unknown') {
				return value;
			}
		}
		return unknown;
	}

	#inherited(base: SyntaxNode, owner: Scope, name: string, ofObject: boolean): Value {
		if (this.#depth >= maximumDepth || !owner.parent) {
			return unknown;
		}
		this.#depth++;
		const value = this.valueOf(base, owner.parent);
		const isKnown = value.kind === 'path' && this.names.api('python', `${value.path}.${name}`) !== undefined;
		const member =
			value.kind === 'class'
				? this.#memberOfClass(value.scope, name, ofObject)
				: isKnown
					? memberOf(value.path, name)
					: unknown;
		this.#depth--;
		return member;
	}

	/** What a function of this file returns, where all its returns agree. */
	#returned(scope: Scope): Value {
		if (scope.node.type === 'lambda') {
			return this.#field(scope.node, 'body', scope);
		}
		const type = scope.node.childForFieldName('return_type');
		const told = type ? annotatedValue(type, scope.parent ?? scope, this) : unknown;
		if (told.kind !== 'unknown') {
			return told;
		}
		let result: Value = { kind: 'none' };
		for (const statement of scope.node.descendantsOfType('return_statement')) {
			const home = statement && bodyScope(scopeAt(this.module, statement.startIndex));
			if (statement && home === scope) {
				const value = this.#child(statement, 0, scope);
				if (result.kind !== 'none' && value.kind !== 'none' && !sameValue(result, value)) {
					return unknown;
				}
				result = value.kind === 'none' ? result : value;
			}
		}
		return result;
	}
}

function literal(node: SyntaxNode): Value {
	const number = numberOf(node);
	if (number !== undefined) {
		return { kind: 'number', value: number };
	}
	const text = stringOf(node);
	return text === undefined ? unknown : { kind: 'string', text };
}

function fieldText(node: SyntaxNode, name: string): string {
	return node.childForFieldName(name)?.text ?? '';
}
