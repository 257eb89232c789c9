import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { argumentNodes, stripped } from './arguments.ts';

/** How code after a call names what the call gave. It grows while the code is followed. */
export interface Outcome {
	/** The call itself, or the retry macro around it. */
	readonly expression: SyntaxNode;
	/** Variables that hold the result, as written: `fd`, `*out`, `s->fd`. */
	readonly results: Set<string>;
	/** Variables that hold the errno: `saved_errno`, `err`. */
	readonly errors: Set<string>;
	/** Where another call may have set errno again; tests of it from there on speak of that one. */
	errnoUntil: number;
	/** True where 0 means failure, as for functions that give a pointer. */
	readonly zeroFails: boolean;
}

/** What a condition, or a part of it, asks of an outcome. */
export type OutcomeTest =
	/** `errno == ENOSYS`, `IN_SET(errno, ENOSYS, EPERM)`; also their negations: what matters is which errnos are told apart. */
	| { readonly kind: 'errno'; readonly names: readonly string[]; readonly node: SyntaxNode }
	/** `fd < 0` (failed) or `fd >= 0` (not failed). */
	| { readonly kind: 'result'; readonly failed: boolean; readonly node: SyntaxNode };

/** Conditions nested or chained deeper than this are generated, and are not followed to their end. */
export const deepest = 200;

/** Finds the tests of the outcome in an expression. */
export function* testsIn(expression: SyntaxNode, outcome: Outcome, negated = false, depth = 0): Iterable<OutcomeTest> {
	if (depth > deepest) {
		return;
	}
	const node = stripped(expression);
	switch (node.type) {
		case 'unary_expression':
			yield* unaryTests(node, outcome, negated, depth);
			break;
		case 'binary_expression':
			yield* binaryTests(node, outcome, negated, depth);
			break;
		case 'call_expression':
			yield* callTests(node, outcome, negated, depth);
			break;
		case 'comma_expression': {
			const last = node.childForFieldName('right');
			if (last) {
				yield* testsIn(last, outcome, negated, depth + 1);
			}
			break;
		}
		default:
			if (isResult(node, outcome)) {
				yield { kind: 'result', failed: negated === outcome.zeroFails, node };
			}
	}
}

/** True for the call, an assignment of it, or a variable that holds its result. */
export function isResult(expression: SyntaxNode, outcome: Outcome): boolean {
	const node = stripped(expression);
	if (node.startIndex === outcome.expression.startIndex && node.endIndex === outcome.expression.endIndex) {
		return true;
	}
	if (node.type === 'assignment_expression') {
		const right = node.childForFieldName('right');
		return right !== null && isResult(right, outcome);
	}
	return outcome.results.has(node.text);
}

/** True for `errno`, a variable that saved it, and their negatives. */
export function isError(expression: SyntaxNode, outcome: Outcome): boolean {
	const node = stripped(expression);
	if (node.type === 'unary_expression') {
		const argument = node.childForFieldName('argument');
		return argument !== null && (isError(argument, outcome) || isResult(argument, outcome));
	}
	if (node.type === 'call_expression') {
		return /^(?:abs|ABS|\w*errno\w*)\s*\(\s*\)$/.test(node.text) && node.startIndex < outcome.errnoUntil;
	}
	return node.text === 'errno' ? node.startIndex < outcome.errnoUntil : outcome.errors.has(node.text);
}

/** The name in `ENOSYS`, `-ENOSYS`, `UV_ENOSYS`, `UV__ENOSYS`. */
export function errnoName(expression: SyntaxNode): string | undefined {
	return /^-?\s*\(?-?(?:[A-Z]+__?)?(E[A-Z\d]{2,})\)?$/.exec(stripped(expression).text)?.[1];
}

function* unaryTests(node: SyntaxNode, outcome: Outcome, negated: boolean, depth: number): Iterable<OutcomeTest> {
	const argument = node.childForFieldName('argument');
	if (argument && node.childForFieldName('operator')?.type === '!') {
		yield* testsIn(argument, outcome, !negated, depth + 1);
	} else if (argument && node.childForFieldName('operator')?.type === '~' && isResult(argument, outcome)) {
		yield { kind: 'result', failed: negated, node }; // `if (~fd)`: not -1
	}
}

function* binaryTests(node: SyntaxNode, outcome: Outcome, negated: boolean, depth: number): Iterable<OutcomeTest> {
	const left = node.childForFieldName('left');
	const right = node.childForFieldName('right');
	const operator = node.childForFieldName('operator')?.type ?? '';
	if (!left || !right) {
		return;
	}
	if (operator === '&&' || operator === '||') {
		yield* testsIn(left, outcome, negated, depth + 1);
		yield* testsIn(right, outcome, negated, depth + 1);
		return;
	}
	const name = errnoName(right) ?? errnoName(left);
	const tested = errnoName(right) === undefined ? right : left;
	if (name !== undefined && (operator === '==' || operator === '!=')) {
		if (isError(tested, outcome) || isResult(tested, outcome)) {
			yield { kind: 'errno', names: [name], node };
		}
		return;
	}
	const failed = comparesAsFailed(left, operator, right, outcome);
	if (failed !== undefined) {
		yield { kind: 'result', failed: failed !== negated, node };
	}
}

const swapped: Readonly<Record<string, string>> = {
	'<': '>',
	'>': '<',
	'<=': '>=',
	'>=': '<=',
	'==': '==',
	'!=': '!=',
};

function comparesAsFailed(
	left: SyntaxNode,
	operator: string,
	right: SyntaxNode,
	outcome: Outcome,
): boolean | undefined {
	const straight = isResult(left, outcome);
	if (!straight && !isResult(right, outcome)) {
		return undefined;
	}
	const relation = straight ? operator : (swapped[operator] ?? '');
	const other = straight ? stripped(right) : stripped(left);
	const value = other.text.replace(/\s/g, '');
	const isFailureValue = /^(?:-1L?|NULL|nullptr|MAP_FAILED|[A-Z_]*(?:ERR|FAIL|INVALID)\w*)$/.test(value);
	const isZero = /^(?:0|false)$/.test(value);
	const isCount = /^[1-9]\d*$/.test(value) || other.type === 'sizeof_expression' || isArgument(other, outcome);
	switch (relation) {
		case '==':
			return isFailureValue ? true : isZero ? outcome.zeroFails : isCount ? false : undefined;
		case '!=':
			return isFailureValue ? false : isZero ? !outcome.zeroFails : isCount ? true : undefined;
		case '<':
		case '<=':
			return true; // `n < 0`, and `n < size`: too little is a failure too
		case '>':
		case '>=':
			return false;
		default:
			return undefined;
	}
}

/** `== length`, where `length` is what the call was asked for. */
function isArgument({ text }: SyntaxNode, { expression }: Outcome): boolean {
	const list = expression.type === 'call_expression' ? expression.childForFieldName('arguments') : null;
	return list?.namedChildren.some((argument) => argument !== null && stripped(argument).text === text) ?? false;
}

function* callTests(node: SyntaxNode, outcome: Outcome, negated: boolean, depth: number): Iterable<OutcomeTest> {
	if (isResult(node, outcome)) {
		yield { kind: 'result', failed: negated === outcome.zeroFails, node };
		return;
	}
	const callee = node.childForFieldName('function')?.text ?? '';
	const list = node.childForFieldName('arguments');
	const values = list ? argumentNodes(list) : [];
	const subject = values.find((value) => isError(value, outcome) || isResult(value, outcome));
	if (!subject) {
		// `unlikely(fd < 0)`, `SCM_UNLIKELY (fd == -1)`
		for (const value of /likely|expect/i.test(callee) ? values.slice(0, 1) : []) {
			yield* testsIn(value, outcome, negated, depth + 1);
		}
		return;
	}
	const names = values.map(errnoName).filter((name) => name !== undefined);
	const told = names.length > 0 ? names : errnosTold(callee);
	if (told.length > 0) {
		yield { kind: 'errno', names: told, node };
	} else if (isResult(subject, outcome) && /likely|expect/i.test(callee)) {
		yield { kind: 'result', failed: negated === outcome.zeroFails, node };
	} else if (/err|fail|invalid/i.test(callee)) {
		yield { kind: 'result', failed: !negated, node };
	}
}

/** The errnos that a helper stands for by its name. */
function errnosTold(callee: string): readonly string[] {
	if (/privilege|permission/i.test(callee)) {
		return ['EPERM', 'EACCES'];
	}
	return /not_?support|unsupported|nosys|not_?implemented|missing_syscall/i.test(callee)
		? ['ENOSYS', 'EOPNOTSUPP']
		: [];
}
