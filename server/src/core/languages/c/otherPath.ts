import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stripped } from './arguments.ts';
import { isResult, type Outcome } from './outcome.ts';
import { isOwnSubstitute, isSubstitute, mentions } from './substitutes.ts';

/** The Api's name, or undefined, for the callee of a call. */
export type ApiOf = (callee: SyntaxNode) => string | undefined;

/** How to know what a callee's name stands for. */
export interface Callees {
	readonly apiOf: ApiOf;
	/** The body of the file's own function of that name. */
	bodyOf(name: string): SyntaxNode | undefined;
}

/** What is followed: the Api whose failure is looked at, and how to know other Apis. */
export interface Followed extends Callees {
	readonly api: string;
	readonly outcome: Outcome;
}

const housekeeping =
	/^(?:f?close(?:dir)?|free|munmap|unlink(?:at)?|remove|rmdir|_*exit|_Exit|abort|perror|v?[a-z]*printf|f?puts|fputc|putc|putchar|f?write|fflush|v?syslog|kill|tkill|tgkill|raise|strerror|u?sleep|nanosleep|clock_nanosleep|shutdown|waitpid|wait|waitid|dup[23]?|malloc|calloc|realloc|umask|getpid|gettid|getppid|get[eu]?[ug]id|time|clock_gettime|gettimeofday|sigprocmask|pthread_\w+|sem_\w+|sched_yield|isatty|send|sendmsg|backtrace\w*|fstat|lseek|ftruncate|fsync)$/;

/** Names of functions that tell of an error or clean up, rather than try something else. */
const reporting =
	/err|fail|die|exit|abort|log|warn|raise|throw|exception|invalid|bad|report|print|msg|message|clean|free|close|destroy|release|unlock|usage|assert|panic|fatal|negative|trace|debug|reply|finish|ret|status|code|result|strdup|unref|put|reset|[Tt]est|expect|fini|stop|skip|to_/i;

/** Names of flags that remember what the kernel can do. */
const capability =
	/have|has_|use_|using|support|avail|^no_|_no_|not_|fallback|can_|works|working|enable|disable|missing|feature|broken|legacy|compat|implemented|nosys/i;

/** Labels and functions by which code goes on in another way. */
const otherWay =
	/fall_?back|slow|compat|_old|^old|legacy|generic|emulat|^use_|^no_|manual|without|alternat|portable|by_hand|simple/i;

/** True where code tries something else instead of the call: not mere reporting, cleaning up and giving up. */
export function triesElse(statement: SyntaxNode, followed: Followed): boolean {
	for (const node of statement.descendantsOfType([
		'call_expression',
		'assignment_expression',
		'goto_statement',
		'return_statement',
	])) {
		if (node && isAttempt(node, followed)) {
			return true;
		}
	}
	return false;
}

/**
 * True where a flag that speaks of ability is set: what failed once is not tried again. Where the call has `succeeded`, only
 * one that is switched on tells something.
 */
export function setsCapability(statement: SyntaxNode, outcome: Outcome, succeeded = false): boolean {
	return statement.descendantsOfType('assignment_expression').some((node) => {
		const left = node?.childForFieldName('left');
		const right = node?.childForFieldName('right');
		return Boolean(
			left &&
			right &&
			!outcome.results.has(left.text) &&
			isConstant(right) &&
			!(succeeded && /^(?:-?0|false|FALSE|NULL)$/.test(stripped(right).text)) &&
			capability.test(left.text),
		);
	});
}

/** Functions that tell, clean up or carry on with the same: their outcome is no news. */
export function isHousekeeping(name: string): boolean {
	return housekeeping.test(name);
}

const callForm = /\b([A-Za-z_]\w*)\s*\(/g;
const notCalls = /^(?:if|while|for|switch|return|sizeof|defined|typeof|__builtin_expect|\w*likely)$/;

/** Where the first call stands that may set errno and is not the followed one; infinite where there is none. */
export function firstForeignCall(statement: SyntaxNode, { outcome }: Followed): number {
	const { startIndex, endIndex } = outcome.expression;
	for (const match of statement.text.matchAll(callForm)) {
		const callee = match[1] ?? '';
		const index = statement.startIndex + match.index;
		const isOwn = startIndex <= index && index < endIndex;
		if (!isOwn && !notCalls.test(callee) && !housekeeping.test(callee) && !isReporting(callee)) {
			return index;
		}
	}
	return Number.POSITIVE_INFINITY;
}

/** True where a statement leaves the path: nothing behind it is reached. */
export function leaves(statement: SyntaxNode): boolean {
	switch (statement.type) {
		case 'return_statement':
		case 'goto_statement':
		case 'break_statement':
		case 'continue_statement':
			return true;
		case 'compound_statement':
		case 'else_clause': {
			const last = statement.namedChildren.findLast((child) => child && child.type !== 'comment');
			return last ? leaves(last) : false;
		}
		case 'expression_statement': {
			const callee = /^\s*(\w+)\s*\(/.exec(statement.text)?.[1];
			return (
				callee !== undefined &&
				/exit|abort|^die|fatal|panic|^errx?$|_die$|unreachable|throw|longjmp|bail|^usage$/i.test(callee)
			);
		}
		case 'if_statement': {
			const consequence = statement.childForFieldName('consequence');
			const alternative = statement.childForFieldName('alternative');
			return Boolean(consequence && alternative && leaves(consequence) && leaves(alternative));
		}
		default:
			return false;
	}
}

function isAttempt(node: SyntaxNode, followed: Followed): boolean {
	switch (node.type) {
		case 'goto_statement':
			return otherWay.test(node.childForFieldName('label')?.text ?? '');
		case 'call_expression':
			return isOtherApi(node, followed) || isOwnFallback(node, followed) || callsOtherApi(node, followed);
		case 'assignment_expression':
			return assignsOther(node, followed);
		default: {
			const value = node.namedChildren.find((child) => child && child.type !== 'comment');
			return value ? returnsOther(stripped(value), followed) : false;
		}
	}
}

/** Another Api that does the same work in an older way. */
function isOtherApi(call: SyntaxNode, { api, apiOf }: Followed): boolean {
	const callee = call.childForFieldName('function');
	const found = callee ? apiOf(callee) : undefined;
	return found !== undefined && isSubstitute(api, found);
}

/** `return from_device(bytes, size);`: the file's own function, in whose body another Api does the work. */
function callsOtherApi(call: SyntaxNode, followed: Followed): boolean {
	const name = calleeOf(call)?.text ?? '';
	const body = isHousekeeping(name) || isReporting(name) ? undefined : followed.bodyOf(name);
	const isAround = body && body.startIndex <= call.startIndex && call.endIndex <= body.endIndex;
	return (
		body !== undefined &&
		!isAround &&
		body.descendantsOfType('call_expression').some((inner) => inner !== null && isOtherApi(inner, followed))
	);
}

/** `copy_by_fallback(from, to);`: the project's own function that does the work. */
function isOwnFallback(call: SyntaxNode, { api }: Followed): boolean {
	const name = calleeOf(call)?.text ?? '';
	return isOwnSubstitute(api, name) || (/fall_?back/i.test(name) && !isReporting(name));
}

/** `fd = open_by_hand(path);` where `fd` held the failed result. */
function assignsOther(node: SyntaxNode, followed: Followed): boolean {
	const left = node.childForFieldName('left');
	const right = node.childForFieldName('right');
	const callee = right ? calleeOf(stripped(right)) : undefined;
	if (!left || !callee || !isResult(left, followed.outcome)) {
		return false;
	}
	const isPlain = followed.apiOf(callee) === undefined && !isReporting(callee.text);
	return isPlain && (!anyResult.test(left.text) || isOtherWay(callee.text, followed));
}

/** `return my_getrandom_fallback(…);` */
function returnsOther(value: SyntaxNode, followed: Followed): boolean {
	const callee = calleeOf(value)?.text ?? '';
	return isOtherWay(callee, followed) && !isReporting(callee);
}

/** Variables that take the result of everything in turn: a later assignment says nothing of the earlier call. */
const anyResult = /^(?:r|rc|re?[stv]+|retval|ret_?\w?|err|error|n|i|s|status|result|len|rv|x|p|ok)$/;

function isOtherWay(callee: string, { api }: Followed): boolean {
	return otherWay.test(callee) || (mentions(callee, api) && callee !== api);
}

function calleeOf(value: SyntaxNode): SyntaxNode | undefined {
	const callee = value.type === 'call_expression' ? value.childForFieldName('function') : null;
	return callee?.type === 'identifier' ? callee : undefined;
}

function isReporting(name: string): boolean {
	return reporting.test(name) || name === name.toUpperCase();
}

function isConstant(expression: SyntaxNode): boolean {
	return /^-?(?:\d+|true|false|TRUE|FALSE|NULL|[A-Z_][A-Z\d_]+)$/.test(stripped(expression).text);
}
