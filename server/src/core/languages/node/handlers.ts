import type { Guard } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { isFunction } from './ancestors.ts';
import { codesIn, failureAtom, isCode, type Tested } from './errorCodes.ts';
import { textOf } from './origins.ts';
import { type Atom, type Names, truthOf } from './truth.ts';

/** What handles a failure: its statements or its expression, and the name of the error. */
export interface Handler {
	readonly body: SyntaxNode;
	readonly error: string | undefined;
}

/** What a handler is worth as a guard. */
export type Worth = Pick<Guard, 'grade' | 'handlesRefusal'>;

/** How statements can end, as a set of bits. */
const ends = { next: 1, leaves: 2, passes: 4, breaks: 8 } as const;

/** What a handler does in one imagined failure. */
interface Outcome {
	/** It goes on without handing the failure to somebody else. */
	readonly survives: boolean;
	/** Statements on the way that do more than log. */
	readonly acts: boolean;
	/** It calls something with the error itself in front, which may be anything. */
	readonly forwards: boolean;
}

/**
 * The worth of a handler, found by running it in thought with each error that a missing syscall gives. Null where it
 * only passes the failure on.
 */
export function gradeHandler(handler: Handler, names: Names): Worth | null {
	return grade((code, tested) => imagine(handler, code, names, tested).survives);
}

/** As `gradeHandler`, for a callback that runs on success too: to log the failure and go on is no other path. */
export function gradeCallback(handler: Handler, names: Names): Worth | null {
	if (handler.body.type === 'statement_block' && handler.body.namedChildren.length === 0) {
		return { grade: 'complete' };
	}
	if (handler.error === undefined || !mentions(handler.body, handler.error, names.text)) {
		return null;
	}
	return grade((code, tested) => {
		const { survives, acts, forwards } = imagine(handler, code, names, tested);
		return survives && acts && !forwards;
	});
}

function grade(survives: (code: string, tested: Tested) => boolean): Worth | null {
	const tested: Tested = { codes: new Set(), count: 0 };
	const [missing, refused] = [survives('ENOSYS', tested), survives('EPERM', tested)];
	if (missing) {
		return { grade: refused ? 'complete' : 'kernel-only' };
	}
	const survivesSome = [...tested.codes].slice(0, 12).some((code) => survives(code, tested));
	return survivesSome ? { grade: 'none', ...(refused && { handlesRefusal: refused }) } : null;
}

function mentions(body: SyntaxNode, name: string, text: string): boolean {
	return new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(textOf(body, text));
}

function imagine({ body, error }: Handler, code: string, names: Names, tested: Tested): Outcome {
	const atom = failureAtom({ name: error, code }, names, tested);
	const run = createRun(atom, error, code, names, tested);
	const how = body.type === 'statement_block' ? run.statements(body.namedChildren) : run.expression(body);
	return {
		survives: (how & (ends.next | ends.leaves | ends.breaks)) !== 0,
		acts: run.acts(),
		forwards: run.forwards(),
	};
}

/** The statements that run when a case is reached: its own, then those of the cases below. */
function casesFrom(cases: readonly (SyntaxNode | null)[], index: number): readonly (SyntaxNode | null)[] {
	return cases.slice(index).flatMap((one) => {
		const label = one?.childForFieldName('value');
		return (one?.namedChildren ?? []).filter((child) => child?.id !== label?.id);
	});
}

interface Run {
	statements(list: readonly (SyntaxNode | null)[]): number;
	expression(node: SyntaxNode): number;
	acts(): boolean;
	forwards(): boolean;
}

function createRun(atom: Atom, error: string | undefined, code: string, names: Names, tested: Tested): Run {
	const { text } = names;
	let acts = false;
	let forwards = false;

	function statements(list: readonly (SyntaxNode | null)[]): number {
		let how = 0;
		for (const one of list) {
			const end = one ? statement(one) : ends.next;
			how |= end & ~ends.next;
			if (!(end & ends.next)) {
				return how;
			}
		}
		return how | ends.next;
	}

	function statement(node: SyntaxNode | null): number {
		if (!node) {
			return ends.next;
		}
		switch (node.type) {
			case 'statement_block':
			case 'else_clause':
				return statements(node.namedChildren);
			case 'if_statement':
				return branches(node, statement);
			case 'throw_statement':
				return ends.passes;
			case 'return_statement': {
				const given = node.namedChildren[0];
				const how = given ? expression(given) : ends.next;
				acts = true;
				return (how & ends.passes) | (how & ends.next ? ends.leaves : 0);
			}
			case 'break_statement':
			case 'continue_statement':
				return ends.breaks;
			case 'switch_statement':
				return ofSwitch(node);
			case 'try_statement':
				return ofTry(node);
			case 'for_statement':
			case 'for_in_statement':
			case 'while_statement':
			case 'do_statement': {
				const how = statement(node.childForFieldName('body'));
				return (how & (ends.leaves | ends.passes)) | ends.next;
			}
			case 'expression_statement':
				return ofFirst(node);
			case 'lexical_declaration':
			case 'variable_declaration':
			case 'comment':
			case 'empty_statement':
				return ends.next;
			default:
				acts ||= !isFunction(node);
				return ends.next;
		}
	}

	function branches(node: SyntaxNode, visit: (part: SyntaxNode | null) => number): number {
		const before = tested.count;
		const truth = truthOf(node.childForFieldName('condition'), atom, names);
		const isOnCode = tested.count > before;
		const whenTrue = truth === false ? 0 : visit(node.childForFieldName('consequence'));
		const alternative = node.childForFieldName('alternative');
		const whenFalse = truth === true ? 0 : alternative ? visit(alternative) : ends.next;
		// `quiet || err.code === 'ENOENT'`: whoever tests codes passes on what he didn't test, unless something else decides.
		const mixed = truth === undefined && isOnCode;
		if (mixed && (whenTrue === ends.passes || whenFalse === ends.passes)) {
			return ends.passes;
		}
		return mixed && whenTrue & ends.leaves && whenFalse === ends.next ? whenFalse : whenTrue | whenFalse;
	}

	function ofSwitch(node: SyntaxNode): number {
		const subject = node.childForFieldName('value');
		const cases = (node.childForFieldName('body')?.namedChildren ?? []).filter((one) =>
			one?.type.startsWith('switch_'),
		);
		const isOnCode = subject !== null && isCode(subject, names);
		let how = isOnCode ? 0 : ends.next;
		let start = cases.findIndex((one) => one?.type === 'switch_default');
		for (const [index, one] of cases.entries()) {
			const label = one?.childForFieldName('value');
			const codes = label && isOnCode ? codesIn(label, names) : [];
			codes.forEach((one) => tested.codes.add(one));
			if (codes.includes(code)) {
				start = index;
			}
			if (!isOnCode) {
				how |= statements(casesFrom(cases, index));
			}
		}
		if (isOnCode) {
			how = start < 0 ? ends.next : statements(casesFrom(cases, start));
		}
		return how & ends.breaks ? (how & ~ends.breaks) | ends.next : how;
	}

	function ofTry(node: SyntaxNode): number {
		const how = statement(node.childForFieldName('body'));
		const handler = node.childForFieldName('handler');
		return handler && how & ends.passes ? (how & ~ends.passes) | statement(handler.childForFieldName('body')) : how;
	}

	function ofFirst(node: SyntaxNode): number {
		const first = node.namedChildren[0];
		return first ? expression(first) : ends.next;
	}

	function expression(node: SyntaxNode): number {
		switch (node.type) {
			case 'ternary_expression':
				return branches(node, (part) => (part ? expression(part) : ends.next));
			case 'binary_expression':
				return ofBinary(node);
			case 'parenthesized_expression':
			case 'await_expression':
			case 'yield_expression':
			case 'unary_expression':
				return ofFirst(node);
			case 'sequence_expression':
				return node.namedChildren.some((one) => one && expression(one) === ends.passes) ? ends.passes : ends.next;
			case 'call_expression':
				return ofCall(node);
			default:
				acts = true;
				return ends.next;
		}
	}

	/** `isMissing(err) || cb(err)` */
	function ofBinary(node: SyntaxNode): number {
		const right = node.childForFieldName('right');
		const left = node.childForFieldName('left');
		const operator = left && right ? text.slice(left.endIndex, right.startIndex).trim() : '';
		if (!right || (operator !== '&&' && operator !== '||')) {
			acts = true;
			return ends.next;
		}
		const truth = truthOf(left, atom, names);
		const reached = truth === undefined ? undefined : truth === (operator === '&&');
		return (reached === false ? 0 : expression(right)) | (reached === true ? 0 : ends.next);
	}

	function ofCall(node: SyntaxNode): number {
		const callee = node.childForFieldName('function');
		const name = callee ? textOf(callee, text).slice(-80) : '';
		const list = (node.childForFieldName('arguments')?.namedChildren ?? []).filter((one) => one?.type !== 'comment');
		if (isPassedTo(name, list, error, text)) {
			return ends.passes;
		}
		acts ||= !isLog(name);
		forwards ||= error !== undefined && !isLog(name) && isWhole(list[0], error, text);
		return ends.next;
	}

	return { statements, expression, acts: () => acts, forwards: () => forwards };
}

/** `err`, `err ?? null`: the error itself, and not something made of it. */
function isWhole(node: SyntaxNode | null | undefined, error: string, text: string): boolean {
	const whole = node?.type === 'binary_expression' ? node.childForFieldName('left') : node;
	return whole?.type === 'identifier' && textOf(whole, text) === error;
}

const passing =
	/(?:^|[.[])(?:cb|callback|done|next|reject|rej|fail|finish|onerror|destroy|_?cb\w*|\w*callback\w*|\w*reject|\w*onerror)\]?$/i;
const exits = /^(?:process\.(?:exit|abort)|assert(?:\.\w+)?|(?:t|tap|test|expect)(?:\.\w+)?|\w+\.ifError)$/;

/** True for a call that hands the failure to somebody else or ends the program. */
function isPassedTo(
	name: string,
	list: readonly (SyntaxNode | null)[],
	error: string | undefined,
	text: string,
): boolean {
	if (exits.test(name)) {
		return name.startsWith('process.') || list.some((one) => one && carries(one, error, text));
	}
	if (/\.emit$/.test(name)) {
		return list.length > 1 && textOf(list[0] as SyntaxNode, text).slice(1, -1) === 'error';
	}
	const first = list[0];
	return first !== undefined && first !== null && passing.test(name) && carries(first, error, text);
}

function carries(node: SyntaxNode, error: string | undefined, text: string): boolean {
	return (
		node.type === 'new_expression' || (error !== undefined && mentions(node, error, text) && node.type !== 'string')
	);
}

function isLog(name: string): boolean {
	return /^(?:console\.\w+|(?:\w+\.)*(?:log|logger|debug|warn|verbose|silly)(?:\.\w+)?)$/.test(name);
}

/** True for the name of a function that takes a failure and passes it on: `.catch(reject)`. */
export function isPassingName(name: string): boolean {
	return passing.test(name) || /^process\.(?:exit|abort)$/.test(name);
}
