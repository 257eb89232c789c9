import type { GuardGrade, GuardKind } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { namesProbe } from '../probeNames.ts';
import { withoutComments } from './literals.ts';
import type { Resolver } from './resolver.ts';
import { type Binding, type Scope, bodyScope, scopeAt } from './scopes.ts';
import { type Subject, isSubjectOrOwner } from './subject.ts';
import { answerOnLinux } from './systems.ts';
import { type Value, sameValue } from './values.ts';

/** What a condition's answer says of a call. */
export interface Evidence {
	readonly kind: GuardKind;
	readonly grade: GuardGrade;
}

/** Asks what a place itself is worth, for flags that are set there: `HAVE_X = True`. */
export type EvidenceAt = (place: SyntaxNode, subject: Subject) => Evidence | undefined;

const ranks: readonly GuardGrade[] = ['none', 'build-time', 'interpreter-only', 'kernel-only', 'complete', 'elsewhere'];

/** The worth of a grade, for choosing among several guards. */
export function rankOf(evidence: { readonly grade: GuardGrade } | undefined): number {
	return evidence ? ranks.indexOf(evidence.grade) : -1;
}

const maximumDepth = 8;

/** Reads conditions: what follows for a call when one is true, or false. */
export class Conditions {
	readonly #read = new Map<string, Evidence | undefined>();
	/** By an expression's start: whether it comes from the kernel's release. */
	readonly #kernel = new Map<number, boolean>();
	/** Few files ask for the release at all. */
	#asksKernel: boolean | undefined;
	#depth = 0;

	constructor(
		readonly resolver: Resolver,
		readonly evidenceAt: EvidenceAt,
	) {}

	/** What `condition` being `truth` says of the subject. */
	implied(condition: SyntaxNode, truth: boolean, subject: Subject): Evidence | undefined {
		const key = `${condition.startIndex} ${condition.endIndex} ${String(truth)} ${subject.module} ${subject.api}`;
		if (this.#depth >= maximumDepth || this.#read.has(key)) {
			return this.#read.get(key);
		}
		this.#read.set(key, undefined); // ends circles of flags
		this.#depth++;
		const evidence = this.#evidenceOf(condition, truth, subject);
		this.#depth--;
		this.#read.set(key, evidence);
		return evidence;
	}

	#evidenceOf(condition: SyntaxNode, truth: boolean, subject: Subject): Evidence | undefined {
		if (truth && this.#isProbe(condition)) {
			return { kind: 'probe', grade: 'complete' };
		}
		switch (condition.type) {
			case 'parenthesized_expression':
			case 'await':
				return this.#inner(withoutComments(condition)[0], truth, subject);
			case 'not_operator':
				return this.#inner(condition.childForFieldName('argument'), !truth, subject);
			case 'named_expression':
				return this.#inner(condition.childForFieldName('value'), truth, subject);
			case 'boolean_operator':
				return this.#combined(condition, truth, subject);
			case 'comparison_operator':
				return this.#comparison(condition, truth, subject);
			case 'call':
				return this.#call(condition, truth, subject);
			case 'identifier':
			case 'attribute':
				return this.#flag(condition, truth, subject);
			default:
				return undefined;
		}
	}

	/** One of the project's own functions or flags: `kernel_supports("openat2")`, `features.OPENAT2`. */
	#isProbe(condition: SyntaxNode): boolean {
		const { names } = this.resolver;
		const name = condition.type === 'call' ? condition.childForFieldName('function') : condition;
		return (
			names.isProbe !== undefined &&
			(name?.type === 'identifier' || name?.type === 'attribute') &&
			namesProbe(name.text, names)
		);
	}

	#inner(node: SyntaxNode | null | undefined, truth: boolean, subject: Subject): Evidence | undefined {
		return node ? this.implied(node, truth, subject) : undefined;
	}

	/** Where `and` is true both sides are, and the better evidence counts; where it is false, only what both say. */
	#combined(node: SyntaxNode, truth: boolean, subject: Subject): Evidence | undefined {
		const left = this.#inner(node.childForFieldName('left'), truth, subject);
		const right = this.#inner(node.childForFieldName('right'), truth, subject);
		const bothHold = (node.childForFieldName('operator')?.type === 'and') === truth;
		if (bothHold) {
			return rankOf(right) > rankOf(left) ? right : left;
		}
		return rankOf(right) < rankOf(left) ? right : left;
	}

	#comparison(node: SyntaxNode, truth: boolean, subject: Subject): Evidence | undefined {
		const answer = answerOnLinux(node, this.resolver);
		if (answer !== undefined) {
			return elsewhere(answer, truth);
		}
		const [left, right, ...more] = withoutComments(node);
		if (!left || !right || more.length > 0) {
			return undefined;
		}
		const operator = node.childForFieldName('operators')?.type ?? '';
		if (/^[<>]=?$/.test(operator)) {
			return this.#versions(left, right, operator.startsWith('>') === truth);
		}
		if (right.type === 'none' || left.type === 'none') {
			const isPresent = (operator === 'is not' || operator === '!=') === truth;
			return isPresent ? this.implied(right.type === 'none' ? left : right, true, subject) : undefined;
		}
		if ((operator === '==' || operator === 'is') && (right.type === 'true' || right.type === 'false')) {
			return this.implied(left, (right.type === 'true') === truth, subject);
		}
		return truth && operator === 'in' ? this.#listed(left, right, subject) : undefined;
	}

	/** `kernel >= (5, 1)`, `sys.version_info >= (3, 9)`. */
	#versions(left: SyntaxNode, right: SyntaxNode, leftIsNewer: boolean): Evidence | undefined {
		const newer = leftIsNewer ? left : right;
		const older = leftIsNewer ? right : left;
		this.#asksKernel ??= /\b(?:release|uname)\b/.test(this.resolver.module.node.text);
		if (this.#asksKernel && this.#mentionsKernel(newer)) {
			return { kind: 'version', grade: 'complete' };
		}
		const bound = this.resolver.valueOf(older);
		const minor = bound.kind === 'tuple' && isNumber(bound.items[0], 3) ? bound.items[1] : undefined;
		const isInterpreter = /\bversion_info\b/.test(newer.text);
		return isInterpreter && minor?.kind === 'number' && minor.value > 0
			? { kind: 'version', grade: 'interpreter-only' }
			: undefined;
	}

	/** `"memfd_create" in dir(os)`. */
	#listed(name: SyntaxNode, list: SyntaxNode, subject: Subject): Evidence | undefined {
		const callee = list.type === 'call' ? list.childForFieldName('function') : null;
		const isDir = callee ? isPath(this.resolver.valueOf(callee), 'builtins.dir') : false;
		return isDir ? this.#attribute(list.childForFieldName('arguments')?.namedChildren[0], name, subject) : undefined;
	}

	#call(node: SyntaxNode, truth: boolean, subject: Subject): Evidence | undefined {
		const answer = answerOnLinux(node, this.resolver);
		if (answer !== undefined) {
			return elsewhere(answer, truth);
		}
		const callee = node.childForFieldName('function');
		const value = callee && this.resolver.valueOf(callee);
		if (value?.kind === 'function') {
			return this.#probe(value.scope, truth, subject);
		}
		const list = node.childForFieldName('arguments');
		const [first, second] = list ? withoutComments(list) : [];
		const path = value?.kind === 'path' ? value.path : '';
		switch (path) {
			case 'builtins.hasattr':
				return truth && second ? this.#attribute(first, second, subject) : undefined;
			case 'builtins.getattr':
			case 'builtins.callable':
			case 'builtins.bool':
				return truth && path === 'builtins.getattr' ? this.#present(node, subject) : this.#inner(first, truth, subject);
			case 'test.support.requires_linux_version':
				return truth ? { kind: 'version', grade: 'complete' } : undefined;
			default:
				return undefined;
		}
	}

	#attribute(object: SyntaxNode | null | undefined, name: SyntaxNode, subject: Subject): Evidence | undefined {
		const text = this.resolver.valueOf(name);
		if (!object || text.kind !== 'string') {
			return undefined;
		}
		const attribute = this.resolver.attributeOf(this.resolver.valueOf(object), text.text);
		return hasAttribute(isSubjectOrOwner(attribute, subject));
	}

	/** A function held in a variable, tested before it is called: `if memfd_create is not None`. */
	#present(node: SyntaxNode, subject: Subject): Evidence | undefined {
		const value = this.resolver.valueOf(node);
		return hasAttribute(value.kind !== 'unknown' && sameValue(value, subject.value));
	}

	#flag(node: SyntaxNode, truth: boolean, subject: Subject): Evidence | undefined {
		const present = truth ? this.#present(node, subject) : undefined;
		return present ?? weakest(this.#setBy(this.#bindingsOf(node), truth, subject));
	}

	#bindingsOf(node: SyntaxNode): readonly Binding[] {
		const scope = scopeAt(this.resolver.module, node.startIndex);
		if (node.type === 'identifier') {
			return this.resolver.bindingsOf(node.text, scope)?.bindings ?? [];
		}
		const object = node.childForFieldName('object');
		const value = object ? this.resolver.valueOf(object, scope) : undefined;
		const name = node.childForFieldName('attribute')?.text ?? '';
		return value?.kind === 'object' || value?.kind === 'class'
			? [...(value.scope.bindings.get(name) ?? []), ...(value.scope.attributes.get(name) ?? [])]
			: [];
	}

	/** What each assignment to a flag says; 'no' where it can't have given this answer. */
	*#setBy(bindings: readonly Binding[], truth: boolean, subject: Subject): Iterable<Evidence | 'no' | undefined> {
		for (const { kind, node } of bindings) {
			const owner = kind === 'target' ? node.parent : null;
			const right = owner?.type === 'assignment' ? owner.childForFieldName('right') : null;
			yield right ? this.#given(right, truth, subject) : undefined;
		}
	}

	/** What a function's returns say where it answers `truth`. */
	#probe(scope: Scope, truth: boolean, subject: Subject): Evidence | undefined {
		if (scope.node.type === 'lambda') {
			return this.#inner(scope.node.childForFieldName('body'), truth, subject);
		}
		return weakest(this.#returns(scope, truth, subject));
	}

	*#returns(scope: Scope, truth: boolean, subject: Subject): Iterable<Evidence | 'no' | undefined> {
		for (const statement of scope.node.descendantsOfType('return_statement')) {
			if (statement && bodyScope(scopeAt(this.resolver.module, statement.startIndex)) === scope) {
				const value = statement.namedChildren[0];
				yield value ? this.#given(value, truth, subject) : truth ? 'no' : undefined;
			}
		}
	}

	#given(value: SyntaxNode, truth: boolean, subject: Subject): Evidence | 'no' | undefined {
		const constant = constantTruth(value);
		if (constant === undefined) {
			return this.implied(value, truth, subject);
		}
		return constant === truth ? this.evidenceAt(value, subject) : 'no';
	}

	/** Tells whether an expression comes from the running kernel's release, through a few assignments. */
	#mentionsKernel(node: SyntaxNode): boolean {
		const known = this.#kernel.get(node.startIndex);
		if (known !== undefined) {
			return known;
		}
		this.#kernel.set(node.startIndex, false); // ends circles of variables
		const names = node.type === 'identifier' ? [node] : node.descendantsOfType(['identifier', 'attribute']);
		const found = names.some((name) => !!name && this.#isKernel(name));
		this.#kernel.set(node.startIndex, found);
		return found;
	}

	#isKernel(name: SyntaxNode): boolean {
		const value = this.resolver.valueOf(name);
		if (value.kind === 'function') {
			return value.scope.node
				.descendantsOfType('attribute')
				.some((one) => !!one && isRelease(this.resolver.valueOf(one)));
		}
		if (isRelease(value) || name.type !== 'identifier') {
			return isRelease(value);
		}
		return this.#bindingsOf(name).some(({ kind, node }) => {
			const owner = node.parent?.type === 'pattern_list' ? node.parent.parent : node.parent;
			const right = kind === 'target' && owner?.type === 'assignment' ? owner.childForFieldName('right') : null;
			return right ? this.#mentionsKernel(right) : false;
		});
	}
}

/** What tells the release of the running kernel. */
function isRelease(value: Value): boolean {
	const source = value.kind === 'path' ? value.path : value.kind === 'instance' ? value.type : '';
	return /^(?:platform\.release|(?:os|platform)\.uname)(?:$|\.release\b)/.test(source);
}

function elsewhere(answer: boolean, truth: boolean): Evidence | undefined {
	return answer === truth ? undefined : { kind: 'platform', grade: 'elsewhere' };
}

function hasAttribute(holds: boolean): Evidence | undefined {
	return holds ? { kind: 'has-attribute', grade: 'interpreter-only' } : undefined;
}

function isNumber(value: Value | undefined, number: number): boolean {
	return value?.kind === 'number' && value.value === number;
}

function isPath(value: Value, path: string): boolean {
	return value.kind === 'path' && value.path === path;
}

/** The least of what several places say; undefined where one of them says nothing. */
function weakest(given: Iterable<Evidence | 'no' | undefined>): Evidence | undefined {
	let least: Evidence | undefined;
	for (const one of given) {
		if (one === undefined) {
			return undefined;
		}
		if (one !== 'no' && (!least || rankOf(one) < rankOf(least))) {
			least = one;
		}
	}
	return least;
}

function constantTruth(node: SyntaxNode): boolean | undefined {
	switch (node.type) {
		case 'true':
			return true;
		case 'false':
		case 'none':
			return false;
		case 'integer':
			return node.text !== '0';
		default:
			return undefined;
	}
}
