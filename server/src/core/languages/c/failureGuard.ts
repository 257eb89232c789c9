import type { Guard } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stripped } from './arguments.ts';
import { noteAssignment, noteAssignments, reassigns } from './assignments.ts';
import { endsWhenAbsent, truthWhenAbsent } from './absence.ts';
import { isInProbe } from './enclosingFunction.ts';
import { errnoGuard, guard } from './errnoGuard.ts';
import { statementsAfter } from './following.ts';
import { branchesOf } from './ifBranches.ts';
import { errnoName, isError, isResult, testsIn, type Outcome, type OutcomeTest } from './outcome.ts';
import {
	firstForeignCall,
	isHousekeeping,
	leaves,
	setsCapability,
	triesElse,
	type Callees,
	type Followed,
} from './otherPath.ts';
import { givesUpSilently } from './silentEnd.ts';

/** The most statements that are followed behind a call: a test that is further away speaks of something else. */
const reach = 40;

/** What one statement tells: a guard, that the path of a failure ends or goes on, or nothing. */
type Verdict = Guard | 'ends' | 'failed' | undefined;

/** Evidence in the code behind a call that its failure leads to another path, graded by the errnos which are told apart. */
export function failureGuard(call: SyntaxNode, api: string, callees: Callees): Guard | null {
	const use = useOf(call, api);
	if (!use) {
		return null;
	}
	const followed: Followed = { ...callees, api, outcome: use.outcome };
	let weak: Guard | null = null;
	let failed = use.alwaysFailed;
	let steps = 0;
	for (const statement of statementsAfter(use.statement)) {
		use.outcome.errnoUntil = Math.min(use.outcome.errnoUntil, firstForeignCall(statement, followed));
		const verdict = failed ? judgeFailed(statement, followed) : judgeMention(statement, followed);
		if (typeof verdict === 'object') {
			if (verdict.grade !== 'none') {
				return verdict;
			}
			weak ??= verdict;
			if (endsWhenAbsent(statement, followed.outcome)) {
				break;
			}
		} else if (verdict === 'ends' || ++steps > use.reach) {
			break;
		} else if (verdict === 'failed') {
			failed = true;
		}
	}
	return weak;
}

interface Use {
	readonly statement: SyntaxNode;
	readonly outcome: Outcome;
	/** How many statements may follow before the test. */
	readonly reach: number;
	/** What comes back from it has failed. */
	readonly alwaysFailed: boolean;
}

const givesPointer =
	/^(?:fopen|dlopen|dlsym|realpath|getcwd|malloc|calloc|fdopen|opendir|fdopendir|popen|tmpfile|freopen|shmat|setmntent)/;

const returnsOnlyInFailure = /^f?exec/;

/** Climbs from the call to its statement, noting the variables that take the result; undefined where another function takes it. */
function useOf(call: SyntaxNode, api: string): Use | undefined {
	const results = new Set<string>();
	const zeroFails = givesPointer.test(call.text);
	let expression = call;
	for (let parent = call.parent; parent; parent = parent.parent) {
		if (parent.type === 'assignment_expression') {
			results.add(parent.childForFieldName('left')?.text ?? '');
		} else if (parent.type === 'init_declarator') {
			results.add(parent.childForFieldName('declarator')?.text.replace(/^[*\s]+/, '') ?? '');
		} else if (parent.type === 'argument_list') {
			const outer = parent.parent;
			if (
				!outer ||
				!/retry|eintr|nerrno|no_?intr|likely|expect|check|temp_failure/i.test(
					outer.childForFieldName('function')?.text ?? '',
				)
			) {
				return undefined;
			}
			expression = outer;
		} else if (/_statement$|^declaration$|^else_clause$|^function_definition$|^ERROR$/.test(parent.type)) {
			const statement = parent;
			const isIgnored = results.size === 0 && statement.type === 'expression_statement';
			const alwaysFailed = isIgnored && returnsOnlyInFailure.test(api);
			if (isIgnored && !alwaysFailed && isHousekeeping(api)) {
				return undefined; // nobody looks at the result, nor at the errno
			}
			return {
				statement,
				reach: isIgnored && !alwaysFailed ? 1 : reach,
				alwaysFailed,
				outcome: { expression, results, errors: new Set(), errnoUntil: Number.POSITIVE_INFINITY, zeroFails },
			};
		}
	}
	return undefined;
}

/** Most statements don't speak of the outcome; their text tells that sooner than their tree. */
function judgeMention(statement: SyntaxNode, followed: Followed): Verdict {
	const { results, errors } = followed.outcome;
	const { text, type } = statement;
	const isMentioned = text.includes('errno') || [...results, ...errors].some((name) => text.includes(name));
	if (isMentioned || statement.startIndex <= followed.outcome.expression.startIndex) {
		return judge(statement, followed);
	}
	return type === 'return_statement' || type === 'goto_statement' ? 'ends' : undefined;
}

function judge(statement: SyntaxNode, followed: Followed): Verdict {
	const { outcome } = followed;
	switch (statement.type) {
		case 'if_statement':
			return judgeIf(statement, followed);
		case 'while_statement':
		case 'do_statement':
		case 'for_statement':
			return judgeLoop(statement, followed);
		case 'switch_statement':
			return switchGuard(statement, outcome);
		case 'return_statement':
			return expressionGuard(statement, followed) ?? probeAnswer(statement, followed) ?? 'ends';
		case 'goto_statement':
			return 'ends';
		case 'declaration':
		case 'expression_statement':
			return expressionGuard(statement, followed) ?? noteAssignments(statement, outcome);
		default:
			return undefined;
	}
}

/** `return fd >= 0;` in a function that finds out whether the call is there. */
function probeAnswer(statement: SyntaxNode, { api, outcome }: Followed): Guard | undefined {
	const value = statement.namedChildren.find((child) => child && child.type !== 'comment');
	const [test] = value ? testsIn(value, outcome) : [];
	const isAnswer = value && test && stripped(value).type !== 'call_expression' && !outcome.results.has(value.text);
	return isAnswer && isInProbe(statement, api) ? guard('probe', 'complete', test.node) : undefined;
}

/** Behind `if (ok) return …;`: what comes is the path of the failure. */
function judgeFailed(statement: SyntaxNode, followed: Followed): Verdict {
	const verdict = statement.type === 'if_statement' ? judgeIf(statement, followed) : judge(statement, followed);
	if (typeof verdict === 'object') {
		return verdict;
	}
	const isAround = statement.startIndex <= followed.outcome.expression.startIndex; // the loop that tries again
	if (!isAround && triesElse(statement, followed)) {
		return guard('failure', 'complete', statement);
	}
	return leaves(statement) ? 'ends' : undefined;
}

function judgeIf(statement: SyntaxNode, followed: Followed): Verdict {
	const { outcome } = followed;
	const condition = statement.childForFieldName('condition');
	const { consequence, alternative } = branchesOf(statement);
	if (!condition || !consequence) {
		return undefined;
	}
	const tests = testsOf(condition, followed);
	const byErrno = errnoGuard(tests);
	if (byErrno) {
		return byErrno.grade === 'none' && truthWhenAbsent(condition, outcome)
			? strongest(failureGuardIn(consequence, condition, followed), byErrno)
			: byErrno;
	}
	const test = tests.find((one) => one.kind === 'result');
	if (!test) {
		return reassigns(condition, outcome) ? 'ends' : insideGuard(statement, followed);
	}
	const failurePath = test.failed ? consequence : alternative;
	const successPath = test.failed ? alternative : consequence;
	const inCondition = otherAttemptInCondition(test, followed);
	const found = inCondition ?? (failurePath ? failureGuardIn(failurePath, test.node, followed) : undefined);
	if (found) {
		return found;
	}
	if (successPath && !test.failed && setsCapability(successPath, outcome, true)) {
		return guard('probe', 'complete', test.node);
	}
	if (failurePath && leaves(failurePath)) {
		return 'ends';
	}
	return successPath && leaves(successPath) ? 'failed' : undefined;
}

/** The tests of a condition. Where it asks for the result, an errno in it is the call's, whatever ran in between. */
function testsOf(condition: SyntaxNode, followed: Followed): readonly OutcomeTest[] {
	const { outcome } = followed;
	const tests = [...testsIn(condition, outcome)];
	if (!tests.some((test) => test.kind === 'result')) {
		return tests;
	}
	outcome.errnoUntil = firstForeignCall(condition, followed);
	return [...testsIn(condition, outcome)];
}

/** The path that a failure takes: by errno, in another way, or to an end that the function's callers can live with. */
function failureGuardIn(path: SyntaxNode, test: SyntaxNode, followed: Followed): Guard | undefined {
	followed.outcome.errnoUntil = firstForeignCall(path, followed);
	const byErrno = insideGuard(path, followed);
	if (byErrno && byErrno.grade !== 'none') {
		return byErrno;
	}
	if (triesElse(path, followed) || setsCapability(path, followed.outcome)) {
		return leavesWithError(path) ? byErrno : guard('failure', 'complete', test);
	}
	if (tellsAbsence.test(path.text)) {
		return guard('errno', 'kernel-only', test);
	}
	if (givesUpSilently(path)) {
		return guard('failure', 'complete', test);
	}
	return /^\{?\s*return\s+(?:0|false|FALSE)\s*;\s*\}?$/.test(path.text) && isInProbe(path, followed.api)
		? guard('probe', 'complete', test)
		: byErrno;
}

/** `return -1;`, `exit(1);`, `goto error;` at the end, with no attempt in a `return` or an assignment of the result. */
function leavesWithError(path: SyntaxNode): boolean {
	const last =
		path.type === 'compound_statement'
			? path.namedChildren.findLast((child) => child && child.type !== 'comment')
			: path;
	if (!last || !leaves(last)) {
		return false;
	}
	if (last.type === 'return_statement') {
		return /^return\s*\(?\s*(?:-\s*\w+|NULL|false|FALSE|EXIT_FAILURE|1|E[A-Z]+|errno)?\s*\)?\s*;$/.test(last.text);
	}
	if (last.type === 'goto_statement') {
		return /err|fail|bad|out|abort|cleanup|done|end|exit/i.test(last.text);
	}
	return last.type === 'expression_statement';
}

/** `if (renameat2(…) < 0 && rename(…) < 0)`: the second is tried where the first fails. */
function otherAttemptInCondition(test: OutcomeTest & { kind: 'result' }, followed: Followed): Guard | undefined {
	const parent = test.node.parent?.type === 'parenthesized_expression' ? test.node.parent.parent : test.node.parent;
	const right = parent?.type === 'binary_expression' ? parent.childForFieldName('right') : null;
	const operator = parent?.childForFieldName('operator')?.type;
	const reached = operator === (test.failed ? '&&' : '||');
	return right && reached && right.startIndex > test.node.endIndex && triesElse(right, followed)
		? guard('failure', 'complete', test.node)
		: undefined;
}

/** Helpers that tell a missing call from other failures: `err_nosys(…)`. */
const tellsAbsence = /\b\w*nosys\w*\s*\(/i;

function strongest(found: Guard | undefined, weak: Guard): Guard {
	return found && found.grade !== 'none' ? found : weak;
}

/** Tests of the errno anywhere within a path, before something else can have set it. */
function insideGuard(path: SyntaxNode, followed: Followed): Guard | undefined {
	const { outcome } = followed;
	const tests: OutcomeTest[] = [];
	for (const node of path.descendantsOfType([
		'binary_expression',
		'call_expression',
		'switch_statement',
		'init_declarator',
		'assignment_expression',
	])) {
		if (!node) {
			continue;
		}
		if (node.type === 'switch_statement') {
			const found = switchGuard(node, outcome);
			if (found) {
				return found;
			}
		} else if (node.type === 'init_declarator' || node.type === 'assignment_expression') {
			if (noteAssignment(node, outcome) === 'ends') {
				break;
			}
		} else if (!isLogical(node)) {
			tests.push(...[...testsIn(node, outcome)].filter((one) => one.kind === 'errno'));
		}
	}
	return errnoGuard(tests);
}

function isLogical(node: SyntaxNode): boolean {
	const operator = node.childForFieldName('operator')?.type;
	return operator === '&&' || operator === '||';
}

function judgeLoop(statement: SyntaxNode, followed: Followed): Verdict {
	const condition = statement.childForFieldName('condition');
	if (!condition) {
		return undefined;
	}
	return errnoGuard(testsOf(condition, followed)) ?? (reassigns(condition, followed.outcome) ? 'ends' : undefined);
}

/** `switch (errno) { case ENOSYS: … }` */
function switchGuard(statement: SyntaxNode, outcome: Outcome): Guard | undefined {
	const condition = statement.childForFieldName('condition');
	if (!condition || !(isError(condition, outcome) || isResult(condition, outcome))) {
		return undefined;
	}
	const names: string[] = [];
	for (const label of statement.descendantsOfType('case_statement')) {
		const value = label?.childForFieldName('value');
		const name = value ? errnoName(value) : undefined;
		if (name !== undefined) {
			names.push(name);
		}
	}
	return errnoGuard([{ kind: 'errno', names, node: condition }]);
}

/** `return errno == ENOSYS ? fallback() : -1;`, `use_old = r < 0 && errno == ENOSYS;` */
function expressionGuard(statement: SyntaxNode, followed: Followed): Guard | undefined {
	for (const node of statement.descendantsOfType('conditional_expression')) {
		const condition = node?.childForFieldName('condition');
		const tests = condition ? [...testsIn(condition, followed.outcome)] : [];
		const test = tests.find((one) => one.kind === 'result');
		const failurePath = test && node?.childForFieldName(test.failed ? 'consequence' : 'alternative');
		const found = errnoGuard(tests);
		if (found) {
			return found;
		}
		if (failurePath && triesElse(failurePath, followed)) {
			return guard('failure', 'complete', test.node);
		}
	}
	return statement.descendantsOfType('binary_expression').length > 0
		? insideExpression(statement, followed.outcome)
		: undefined;
}

function insideExpression(statement: SyntaxNode, outcome: Outcome): Guard | undefined {
	const tests = statement
		.descendantsOfType('binary_expression')
		.flatMap((node) => (node && !isLogical(node) ? [...testsIn(node, outcome)] : []));
	return errnoGuard(tests);
}
