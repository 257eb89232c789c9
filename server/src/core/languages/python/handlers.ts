import type { Guard, GuardGrade } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { withoutComments } from './literals.ts';
import type { Resolver } from './resolver.ts';
import { endsProgram, leaves, raiseBehind, raisesAgain } from './statements.ts';
import type { Value } from './values.ts';

/** The errnos that a missing or refused syscall answers. */
export type Errno = 'ENOSYS' | 'EPERM';
const errnos: readonly Errno[] = ['ENOSYS', 'EPERM'];
const numbers: Readonly<Record<Errno, number>> = { ENOSYS: 38, EPERM: 1 };

/** What happens after a failure: another path is taken, or an exception goes on. */
export type Outcome = 'survives' | 'raises' | 'raises-other';

const everything = ['builtins.Exception', 'builtins.BaseException', 'builtins.StandardError'];
const anyOsError = new Set([
	...everything,
	...['builtins.OSError', 'builtins.IOError', 'builtins.EnvironmentError', 'builtins.WindowsError'],
	...['socket.error', 'select.error', 'os.error', 'mmap.error', 'resource.error', 'shutil.Error'],
]);

/** Follows a failing call outwards through the handlers around it, errno by errno. */
export class Failure {
	readonly #pending = new Map<Errno, 'os' | 'other'>(errnos.map((errno) => [errno, 'os']));
	readonly #survived: Errno[] = [];
	#guard: SyntaxNode | undefined;
	#testsErrno = false;

	constructor(readonly resolver: Resolver) {}

	/** Passes a `try` statement in whose body the call stands. */
	passTry(statement: SyntaxNode): void {
		const handlers = statement.namedChildren.filter((child) => child?.type === 'except_clause');
		for (const [errno, thrown] of [...this.#pending]) {
			const handler = handlers.find((one) => one && this.#catches(one, errno, thrown));
			if (handler) {
				this.#handle(errno, handler);
			}
		}
	}

	/** Passes a `with` statement that swallows failures: `with contextlib.suppress(OSError)`. */
	passSuppressor(types: readonly SyntaxNode[], place: SyntaxNode): void {
		for (const [errno, thrown] of [...this.#pending]) {
			if (types.some((type) => this.#includes(this.resolver.valueOf(type), errno, thrown))) {
				this.#survive(errno, place);
			}
		}
	}

	/** What the handlers passed so far are worth. */
	guard(rangeOf: (place: SyntaxNode) => Guard['range']): Guard | undefined {
		const grade = this.#grade();
		return (
			this.#guard && {
				kind: this.#testsErrno ? 'errno' : 'try',
				grade,
				range: rangeOf(this.#guard),
				...(grade === 'none' && this.#survived.includes('EPERM') && { handlesRefusal: true }),
			}
		);
	}

	#grade(): GuardGrade {
		const survives = (errno: Errno): boolean => this.#survived.includes(errno);
		if (!survives('ENOSYS')) {
			return 'none';
		}
		return survives('EPERM') ? 'complete' : 'kernel-only';
	}

	#handle(errno: Errno, handler: SyntaxNode): void {
		const body = handler.namedChildren.find((child) => child?.type === 'block');
		const { outcome, testsErrno } = outcomeOf(body ?? handler, errno, this.resolver);
		if (outcome === 'survives') {
			this.#testsErrno ||= testsErrno;
			this.#survive(errno, handler);
		} else {
			if (testsErrno && !this.#guard) {
				this.#testsErrno = true;
				this.#guard = handler;
			}
			this.#pending.set(errno, outcome === 'raises' ? 'os' : 'other');
		}
	}

	#survive(errno: Errno, place: SyntaxNode): void {
		this.#pending.delete(errno);
		if (this.#survived.length === 0) {
			this.#guard = place;
		}
		this.#survived.push(errno);
	}

	#catches(handler: SyntaxNode, errno: Errno, thrown: 'os' | 'other'): boolean {
		const types = typesOf(handler);
		return types.length === 0 || types.some((type) => this.#includes(this.resolver.valueOf(type), errno, thrown));
	}

	#includes(type: Value, errno: Errno, thrown: 'os' | 'other'): boolean {
		if (type.kind === 'tuple') {
			return type.items.some((item) => this.#includes(item, errno, thrown));
		}
		if (type.kind !== 'path') {
			return false;
		}
		if (thrown === 'other') {
			return everything.includes(type.path);
		}
		return anyOsError.has(type.path) || (errno === 'EPERM' && type.path === 'builtins.PermissionError');
	}
}

/** The exception types that an `except` clause names; none for a bare one. */
export function typesOf(handler: SyntaxNode): readonly SyntaxNode[] {
	const types: SyntaxNode[] = [];
	for (const child of handler.namedChildren) {
		const type = child?.type === 'as_pattern' ? child.namedChildren[0] : child;
		if (type && type.type !== 'block' && type.type !== 'comment') {
			types.push(type);
		}
	}
	return types;
}

interface Ending {
	readonly outcome: Outcome;
	readonly testsErrno: boolean;
}

/** Walks a handler as if a call had failed with `errno`. */
export function outcomeOf(block: SyntaxNode, errno: Errno, resolver: Resolver): Ending {
	let testsErrno = false;
	for (const statement of block.namedChildren) {
		const ending = statement && endingOf(statement, errno, resolver);
		testsErrno ||= ending?.testsErrno ?? false;
		if (ending?.outcome) {
			return { outcome: ending.outcome, testsErrno };
		}
	}
	return { outcome: 'survives', testsErrno };
}

/** How a statement ends the handler; `outcome` is undefined where the next one follows. */
function endingOf(statement: SyntaxNode, errno: Errno, resolver: Resolver): Partial<Ending> {
	switch (statement.type) {
		case 'raise_statement':
			return { outcome: outcomeOfRaise(statement, resolver) };
		case 'return_statement':
		case 'continue_statement':
		case 'break_statement':
			return { outcome: 'survives' };
		case 'expression_statement':
			return endingOfCall(statement, resolver);
		case 'with_statement': {
			const body = statement.childForFieldName('body');
			return body ? continued(outcomeOf(body, errno, resolver), body, resolver) : {};
		}
		case 'if_statement':
			return endingOfIf(statement, errno, resolver);
		case 'assert_statement': {
			const condition = statement.namedChildren[0];
			const answer = condition ? answerFor(condition, errno, resolver) : undefined;
			return answer === false ? { outcome: 'raises-other', testsErrno: true } : {};
		}
		default:
			return {};
	}
}

function endingOfCall(statement: SyntaxNode, resolver: Resolver): Partial<Ending> {
	if (endsProgram(statement, resolver)) {
		return { outcome: 'raises-other' };
	}
	if (raisesAgain(statement, resolver)) {
		return { outcome: 'raises' };
	}
	const raised = raiseBehind(statement, resolver);
	return raised ? { outcome: outcomeOfRaise(raised, resolver) } : {};
}

/** `raise unittest.SkipTest` is another way; any other exception ends here. */
function outcomeOfRaise(statement: SyntaxNode, resolver: Resolver): Outcome {
	const [raised] = statement.namedChildren;
	if (!raised) {
		return 'raises';
	}
	if (/SkipTest|Skipped|NotImplementedError\b/.test(raised.text) && !raised.text.includes('.errno')) {
		return /SkipTest|Skipped/.test(raised.text) ? 'survives' : 'raises-other';
	}
	const type = resolver.valueOf(raised);
	const isOsError = type.kind === 'instance' && anyOsError.has(type.type);
	return isOsError || raised.type === 'identifier' ? 'raises' : 'raises-other';
}

/** A block that ends without leaving the handler lets the next statement run. */
function continued(ending: Ending, block: SyntaxNode, resolver: Resolver): Partial<Ending> {
	const isLeft = ending.outcome !== 'survives' || leaves(block, resolver);
	return isLeft ? ending : { testsErrno: ending.testsErrno };
}

function endingOfIf(statement: SyntaxNode, errno: Errno, resolver: Resolver): Partial<Ending> {
	let testsErrno = false;
	const possible: Partial<Ending>[] = [];
	for (const { condition, block } of branchesOf(statement)) {
		const answer = condition ? answerFor(condition, errno, resolver) : true;
		testsErrno ||= condition ? mentionsErrno(condition, resolver) : false;
		if (answer !== false) {
			possible.push(block ? continued(outcomeOf(block, errno, resolver), block, resolver) : {});
		}
		if (answer === true) {
			break;
		}
	}
	const [first] = possible;
	if (!first) {
		return { testsErrno };
	}
	testsErrno ||= possible.some((ending) => ending.testsErrno);
	// where the errno doesn't decide, one way that goes on is enough
	const onward = possible.find((ending) => ending.outcome === 'survives' || ending.outcome === undefined) ?? first;
	return { ...onward, testsErrno };
}

/** The branches of an `if` in order, then its `else`; without one, an empty branch. */
function branchesOf(statement: SyntaxNode): readonly { condition: SyntaxNode | null; block: SyntaxNode | null }[] {
	const branches = [
		{ condition: statement.childForFieldName('condition'), block: statement.childForFieldName('consequence') },
	];
	for (const child of statement.namedChildren) {
		if (child?.type === 'elif_clause') {
			branches.push({ condition: child.childForFieldName('condition'), block: child.childForFieldName('consequence') });
		} else if (child?.type === 'else_clause') {
			return [...branches, { condition: null, block: child.childForFieldName('body') }];
		}
	}
	return [...branches, { condition: null, block: null }];
}

/** How a condition answers after a failure with `errno`; undefined where something else decides. */
function answerFor(condition: SyntaxNode, errno: Errno, resolver: Resolver): boolean | undefined {
	switch (condition.type) {
		case 'parenthesized_expression': {
			const inner = withoutComments(condition)[0];
			return inner ? answerFor(inner, errno, resolver) : undefined;
		}
		case 'not_operator': {
			const inner = condition.childForFieldName('argument');
			const answer = inner ? answerFor(inner, errno, resolver) : undefined;
			return answer === undefined ? undefined : !answer;
		}
		case 'boolean_operator': {
			const decisive = condition.childForFieldName('operator')?.type === 'or';
			const sides = [condition.childForFieldName('left'), condition.childForFieldName('right')];
			const answers = sides.map((side) => (side ? answerFor(side, errno, resolver) : undefined));
			return answers.includes(decisive) ? decisive : answers.includes(undefined) ? undefined : !decisive;
		}
		case 'comparison_operator':
			return compareErrno(condition, errno, resolver);
		case 'call':
			return answerOfType(condition, errno, resolver);
		default:
			return undefined;
	}
}

/** `e.errno == errno.ENOSYS`, `e.errno not in (errno.EPERM, errno.EACCES)`. */
function compareErrno(condition: SyntaxNode, errno: Errno, resolver: Resolver): boolean | undefined {
	const [left, right] = withoutComments(condition);
	const named = left && right ? (errnosOf(resolver.valueOf(right)) ?? errnosOf(resolver.valueOf(left))) : undefined;
	const isErrno = !!left && /errno|args|err$|\[0\]/.test(left.text);
	if (!named || !(isErrno || named.some((name) => name.startsWith('E')))) {
		return undefined;
	}
	const operator = condition.childForFieldName('operators')?.type ?? '';
	const negated = operator === '!=' || operator === 'not in' || operator === 'is not';
	const isTested = named.includes(errno) || named.includes(numbers[errno].toString());
	return isTested !== negated;
}

/** `isinstance(e, PermissionError)`. */
function answerOfType(call: SyntaxNode, errno: Errno, resolver: Resolver): boolean | undefined {
	const callee = call.childForFieldName('function');
	const value = callee ? resolver.valueOf(callee) : undefined;
	const list = call.childForFieldName('arguments');
	const type = list ? withoutComments(list)[1] : undefined;
	const tested = type ? resolver.valueOf(type) : undefined;
	if (value?.kind !== 'path' || value.path !== 'builtins.isinstance' || tested?.kind !== 'path') {
		return undefined;
	}
	return anyOsError.has(tested.path) || (errno === 'EPERM' && tested.path === 'builtins.PermissionError');
}

/** The errnos that an expression lists, by name, or by number. */
function errnosOf(value: Value): readonly string[] | undefined {
	if (value.kind === 'path') {
		const name = /^errno\.(E[A-Z0-9]+)$/.exec(value.path)?.[1];
		return name === undefined ? undefined : [name];
	}
	if (value.kind === 'number') {
		return [value.value.toString()];
	}
	const items = value.kind === 'tuple' ? value.items.map(errnosOf) : [];
	return items.length > 0 && !items.includes(undefined) ? items.flatMap((item) => item ?? []) : undefined;
}

function mentionsErrno(condition: SyntaxNode, resolver: Resolver): boolean {
	if (/errno/.test(condition.text)) {
		return true;
	}
	return condition.descendantsOfType('identifier').some((name) => {
		const listed = name && errnosOf(resolver.valueOf(name));
		return listed?.some((one) => one.startsWith('E')) ?? false;
	});
}
