import type { Guard } from '../../domain/guard.ts';
import type { Range } from '../../domain/text.ts';
import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';
import { Callers } from './callers.ts';
import { Conditions, type Evidence, rankOf } from './conditions.ts';
import { holds } from './flow.ts';
import { Failure, typesOf } from './handlers.ts';
import { withoutComments } from './literals.ts';
import { probedBefore, provenBy } from './probes.ts';
import type { Resolver } from './resolver.ts';
import { resultGuard } from './results.ts';
import { leaves, raiseBehind } from './statements.ts';
import type { Subject } from './subject.ts';

/** A condition that holds at a place. */
interface Premise {
	readonly condition: SyntaxNode;
	readonly truth: boolean;
}

/** Finds what protects a call from a missing syscall: the best of the guards around it. */
export class GuardFinder {
	readonly #conditions: Conditions;
	/** By a block's start: the conditions that make it end early, with the index behind them. */
	readonly #earlyExits = new Map<number, readonly (Premise & { readonly from: number })[]>();

	readonly #callers: Callers;

	constructor(
		readonly resolver: Resolver,
		captures: readonly Capture[],
	) {
		this.#conditions = new Conditions(resolver, (place, subject) => this.#evidenceAt(place, subject));
		this.#callers = new Callers(captures, resolver);
	}

	/** The guard of a call, or null. */
	guardOf(node: SyntaxNode, subject: Subject): Guard | null {
		const isOfC = subject.value.kind === 'libc-function';
		const best = better(this.#guardAt(node, subject, !isOfC), resultGuard(node, subject, this.resolver));
		return (isOfC && best?.grade !== 'complete' ? better(best, this.#guardOfCallers(node, subject)) : best) ?? null;
	}

	/** What guards a place whose failure is an exception, if it `throws`. */
	#guardAt(node: SyntaxNode, subject: Subject, throws: boolean): Guard | undefined {
		const failure = new Failure(this.resolver);
		let best: Guard | undefined;
		let inFunction = true;
		for (const { child, parent } of ancestors(node)) {
			for (const premise of this.#premises(child, parent)) {
				const evidence = this.#conditions.implied(premise.condition, premise.truth, subject);
				if (
					evidence?.kind === 'version' &&
					evidence.grade === 'interpreter-only' &&
					(!inFunction || parent.type === 'module')
				) {
					continue; // `if sys.version_info < (3, 9): sys.exit()` at the head of a file speaks of no call in it
				}
				best = better(best, evidence && { ...evidence, range: rangeOf(premise.condition) });
			}
			if (inFunction) {
				best = better(best, this.#passHandlers(child, parent, throws, failure));
			} else {
				best = better(best, this.#setUpGuard(child, parent, node, subject));
			}
			inFunction &&=
				parent.type !== 'function_definition' && (parent.type !== 'lambda' || this.#trialOf(parent) !== null);
		}
		return better(best, failure.guard(headOf));
	}

	/** A function of ctypes mostly has a wrapper that raises, or hands its result on: then the wrapper's callers count. */
	#guardOfCallers(node: SyntaxNode, subject: Subject): Guard | undefined {
		const wrapper = wrapperAround(node);
		const body = wrapper?.childForFieldName('body');
		if (!wrapper || !body) {
			return undefined;
		}
		const throws = raises(body, this.resolver);
		const handsOn = node.parent?.parent?.type === 'return_statement';
		let least: Guard | undefined;
		for (const caller of this.#callers.of(wrapper)) {
			const result = handsOn ? resultGuard(caller, subject, this.resolver) : undefined;
			const guard = better(this.#guardAt(caller, subject, throws), result);
			if (!guard) {
				return undefined;
			}
			least = !least || rankOf(guard) < rankOf(least) ? guard : least;
		}
		return least;
	}

	/** What the `setUp` of a test's class tries out, or asks before it skips, holds in the tests. */
	#setUpGuard(body: SyntaxNode, owner: SyntaxNode, place: SyntaxNode, subject: Subject): Guard | undefined {
		if (owner.type !== 'class_definition') {
			return undefined;
		}
		let best: Guard | undefined;
		for (const member of body.namedChildren) {
			const method = member?.type === 'decorated_definition' ? member.childForFieldName('definition') : member;
			const name = method?.type === 'function_definition' ? method.childForFieldName('name') : null;
			const block = name && setUps.test(name.text) ? method?.childForFieldName('body') : null;
			if (name && block && !holds(block, place.startIndex)) {
				const evidence = this.#evidenceBehind(block, subject);
				best = better(best, evidence && { ...evidence, range: rangeOf(name) });
			}
		}
		return best;
	}

	/** True under `if TYPE_CHECKING:`, which no program runs. */
	isTypeOnly(node: SyntaxNode): boolean {
		for (const { child, parent } of ancestors(node)) {
			if (parent.type === 'type') {
				return true;
			}
			if (parent.type === 'if_statement' && parent.childForFieldName('consequence')?.startIndex === child.startIndex) {
				const condition = parent.childForFieldName('condition');
				const value = condition && this.resolver.valueOf(condition);
				if (value?.kind === 'path' && /^typing(?:_extensions)?\.TYPE_CHECKING$/.test(value.path)) {
					return true;
				}
			}
		}
		return false;
	}

	/** Handlers around the call; a missing attribute is answered at once, a failing syscall is followed outwards. */
	#passHandlers(child: SyntaxNode, parent: SyntaxNode, throws: boolean, failure: Failure): Guard | undefined {
		const trial = this.#trialOf(child);
		if (trial) {
			failure.passSuppressor(trial.types, trial.call);
		}
		if (parent.type === 'with_statement' && parent.childForFieldName('body')?.startIndex === child.startIndex) {
			this.#passSuppressors(parent, failure);
		}
		if (parent.type !== 'try_statement' || parent.childForFieldName('body')?.startIndex !== child.startIndex) {
			return undefined;
		}
		if (throws || raises(child, this.resolver)) {
			failure.passTry(parent); // functions of ctypes raise nothing by themselves
		}
		return this.#attributeHandler(parent);
	}

	#attributeHandler(statement: SyntaxNode): Guard | undefined {
		for (const handler of statement.namedChildren) {
			const types = handler?.type === 'except_clause' ? typesOf(handler) : [];
			if (handler && types.some((type) => mentions(type, 'AttributeError'))) {
				const block = handler.namedChildren.at(-1);
				const goesOn = block?.namedChildren.at(-1)?.type !== 'raise_statement';
				return goesOn ? { kind: 'has-attribute', grade: 'interpreter-only', range: headOf(handler) } : undefined;
			}
		}
		return undefined;
	}

	#passSuppressors(statement: SyntaxNode, failure: Failure): void {
		const clause = statement.namedChildren.find((child) => child?.type === 'with_clause');
		for (const item of clause?.namedChildren ?? []) {
			const value = item?.childForFieldName('value');
			const call = value?.type === 'as_pattern' ? value.namedChildren[0] : value;
			const callee = call?.type === 'call' ? call.childForFieldName('function') : null;
			if (call && callee && this.#isSuppressor(callee)) {
				const types = call.childForFieldName('arguments')?.namedChildren ?? [];
				failure.passSuppressor(
					types.filter((type) => type !== null),
					call,
				);
			}
		}
	}

	/** `self.assertRaises(OSError, os.memfd_create, "x")` makes the call itself; so does one that is given a lambda. */
	#trialOf(tried: SyntaxNode): { readonly types: readonly SyntaxNode[]; readonly call: SyntaxNode } | null {
		const isFunction = tried.type === 'lambda' || tried.type === 'identifier' || tried.type === 'attribute';
		const list = isFunction ? tried.parent : null;
		const call = list?.type === 'argument_list' ? list.parent : null;
		if (!list || call?.type !== 'call' || (tried.type === 'attribute' && !/^[\w.]+$/.test(tried.text))) {
			return null;
		}
		const callee = call.childForFieldName('function');
		const [type] = withoutComments(list);
		const isTried = type && type.startIndex < tried.startIndex && callee && this.#isSuppressor(callee);
		return isTried ? { types: [type], call } : null;
	}

	#isSuppressor(callee: SyntaxNode): boolean {
		const value = this.resolver.valueOf(callee);
		return (
			(value.kind === 'path' && (value.path === 'contextlib.suppress' || value.path === 'pytest.raises')) ||
			/^self\.assertRaises(?:Regexp?)?$/.test(callee.text)
		);
	}

	/** The conditions that hold for `child` because of its place in `parent`. */
	*#premises(child: SyntaxNode, parent: SyntaxNode): Iterable<Premise> {
		switch (parent.type) {
			case 'if_statement':
			case 'elif_clause':
				yield* branchPremises(child, parent);
				return;
			case 'while_statement':
				yield* premise(
					parent.childForFieldName('body')?.startIndex === child.startIndex,
					parent.childForFieldName('condition'),
					true,
				);
				return;
			case 'conditional_expression': {
				const [consequence, condition, alternative] = withoutComments(parent);
				yield* premise(consequence?.startIndex === child.startIndex, condition, true);
				yield* premise(alternative?.startIndex === child.startIndex, condition, false);
				return;
			}
			case 'boolean_operator': {
				const isRight = parent.childForFieldName('right')?.startIndex === child.startIndex;
				yield* premise(isRight, parent.childForFieldName('left'), parent.childForFieldName('operator')?.type === 'and');
				return;
			}
			case 'decorated_definition':
				yield* decoratorPremises(parent, this.resolver);
				return;
			case 'block':
			case 'module':
				for (const exit of this.#exitsOf(parent)) {
					if (exit.from <= child.startIndex) {
						yield exit;
					}
				}
		}
	}

	/** `if not hasattr(os, "x"): return` makes its condition false for all that follows in the block. */
	#exitsOf(block: SyntaxNode): readonly (Premise & { readonly from: number })[] {
		const known = this.#earlyExits.get(block.startIndex);
		if (known) {
			return known;
		}
		const exits: (Premise & { readonly from: number })[] = [];
		for (const statement of block.namedChildren) {
			if (statement?.type === 'if_statement') {
				exits.push(...this.#exitsOfIf(statement));
			} else if (statement?.type === 'assert_statement' && statement.namedChildren[0]) {
				exits.push({ condition: statement.namedChildren[0], truth: true, from: statement.endIndex });
			} else if (statement?.type === 'expression_statement') {
				exits.push(...marksOf(statement, this.resolver));
			}
		}
		this.#earlyExits.set(block.startIndex, exits);
		return exits;
	}

	*#exitsOfIf(statement: SyntaxNode): Iterable<Premise & { readonly from: number }> {
		const condition = statement.childForFieldName('condition');
		const consequence = statement.childForFieldName('consequence');
		if (!condition || !consequence) {
			return;
		}
		const from = statement.endIndex;
		if (leaves(consequence, this.resolver)) {
			yield { condition, truth: false, from };
		}
		const last = statement.namedChildren.at(-1);
		const otherwise = last?.type === 'else_clause' ? last.childForFieldName('body') : null;
		if (
			otherwise &&
			statement.childForFieldName('alternative')?.startIndex === last?.startIndex &&
			leaves(otherwise, this.resolver)
		) {
			yield { condition, truth: true, from };
		}
	}

	/** What holds where the end of a function's block was reached. */
	#evidenceBehind(block: SyntaxNode, subject: Subject): Evidence | undefined {
		let best = probedBefore(block, block.endIndex, subject, this.resolver);
		for (const { condition, truth } of this.#exitsOf(block)) {
			best = stronger(best, this.#conditions.implied(condition, truth, subject));
		}
		return best;
	}

	/** What holds where a flag is set or a probe returns: the conditions there, and the trial calls that went well. */
	#evidenceAt(place: SyntaxNode, subject: Subject): Evidence | undefined {
		let best: Evidence | undefined;
		for (const { child, parent } of ancestors(place)) {
			for (const { condition, truth } of this.#premises(child, parent)) {
				best = stronger(best, this.#conditions.implied(condition, truth, subject));
			}
			best = stronger(best, provenBy(child, parent, subject, this.resolver));
			best = stronger(best, probedBefore(parent, child.startIndex, subject, this.resolver));
			if (parent.type === 'function_definition') {
				break;
			}
		}
		return best;
	}
}

/** Methods that run before the tests of a class. */
const setUps = /^(?:setUp(?:Class)?|asyncSetUp|setup_(?:class|method))$/;

function wrapperAround(node: SyntaxNode): SyntaxNode | undefined {
	for (const { parent } of ancestors(node)) {
		if (parent.type === 'function_definition') {
			return parent;
		}
	}
	return undefined;
}

function* ancestors(node: SyntaxNode): Iterable<{ readonly child: SyntaxNode; readonly parent: SyntaxNode }> {
	let child = node;
	for (let parent = node.parent; parent; parent = parent.parent) {
		yield { child, parent };
		child = parent;
	}
}

function* premise(holds: boolean, condition: SyntaxNode | null | undefined, truth: boolean): Iterable<Premise> {
	if (holds && condition) {
		yield { condition, truth };
	}
}

/** In a branch its condition is true and those of the branches before it are false. */
function* branchPremises(child: SyntaxNode, parent: SyntaxNode): Iterable<Premise> {
	const condition = parent.childForFieldName('condition');
	yield* premise(parent.childForFieldName('consequence')?.startIndex === child.startIndex, condition, true);
	if (parent.type !== 'if_statement' || (child.type !== 'elif_clause' && child.type !== 'else_clause')) {
		return;
	}
	yield* premise(true, condition, false);
	for (const clause of parent.namedChildren) {
		if (clause?.type === 'elif_clause' && clause.startIndex < child.startIndex) {
			yield* premise(true, clause.childForFieldName('condition'), false);
		}
	}
}

/** `@unittest.skipUnless(hasattr(os, "x"), "…")`, `@support.requires_linux_version(3, 17)`. */
function* decoratorPremises(definition: SyntaxNode, resolver: Resolver): Iterable<Premise> {
	for (const decorator of definition.namedChildren) {
		if (decorator?.type === 'decorator') {
			const written = decorator.namedChildren[0];
			yield* skipPremise(written, resolver);
			yield* premise(written?.type === 'call', written, true);
		}
	}
}

/** `pytestmark = pytest.mark.skipif(…)`, or a list of marks, speaks of the whole module or class. */
function* marksOf(statement: SyntaxNode, resolver: Resolver): Iterable<Premise & { readonly from: number }> {
	const [assignment] = statement.namedChildren;
	if (assignment?.type !== 'assignment' || assignment.childForFieldName('left')?.text !== 'pytestmark') {
		return;
	}
	const marks = assignment.childForFieldName('right');
	for (const mark of marks?.type === 'list' ? withoutComments(marks) : [marks]) {
		for (const skip of skipPremise(mark, resolver)) {
			yield { ...skip, from: 0 };
		}
	}
}

/** What holds where a test is not skipped, also through a name: `needs_x = unittest.skipUnless(…)`. */
function* skipPremise(written: SyntaxNode | null | undefined, resolver: Resolver): Iterable<Premise> {
	const call = written?.type === 'identifier' ? assignedTo(written, resolver) : written;
	const name = call?.type === 'call' ? (call.childForFieldName('function')?.text ?? '') : '';
	const skip = /(?:^|\.)(skipUnless|skipIf|skipif)$/.exec(name)?.[1];
	const list = call?.childForFieldName('arguments');
	yield* premise(skip !== undefined, list && withoutComments(list)[0], skip === 'skipUnless');
}

function assignedTo(name: SyntaxNode, resolver: Resolver): SyntaxNode | null | undefined {
	const bindings = resolver.bindingsOf(name.text, resolver.module)?.bindings ?? [];
	const owner = bindings.length === 1 ? bindings[0]?.node.parent : undefined;
	return owner?.type === 'assignment' ? owner.childForFieldName('right') : undefined;
}

function better(a: Guard | undefined, b: Guard | undefined): Guard | undefined {
	return rankOf(b) > rankOf(a) ? b : a;
}

function stronger(a: Evidence | undefined, b: Evidence | undefined): Evidence | undefined {
	return rankOf(b) > rankOf(a) ? b : a;
}

function mentions(type: SyntaxNode, name: string): boolean {
	return type.text === name || (type.type === 'tuple' && type.namedChildren.some((item) => item?.text === name));
}

function raises(block: SyntaxNode, resolver: Resolver): boolean {
	return (
		block.descendantsOfType('raise_statement').length > 0 ||
		block.descendantsOfType('expression_statement').some((one) => !!one && raiseBehind(one, resolver) !== undefined)
	);
}

/** The head of an `except` clause without its colon; any other node whole. */
function headOf(node: SyntaxNode): Range {
	if (node.type !== 'except_clause') {
		return rangeOf(node);
	}
	const colon = node.children.findIndex((child) => child?.type === ':');
	const last = node.children[colon - 1] ?? node;
	return { start: rangeOf(node).start, end: rangeOf(last).end };
}

function rangeOf(node: SyntaxNode): Range {
	return {
		start: { line: node.startPosition.row, character: node.startPosition.column },
		end: { line: node.endPosition.row, character: node.endPosition.column },
	};
}
