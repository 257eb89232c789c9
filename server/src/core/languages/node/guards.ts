import type { Guard, GuardGrade } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import { ancestors, isField, isFunction } from './ancestors.ts';
import { isAwaited, isSynchronous, promiseHandlers } from './chains.ts';
import type { Candidate } from './candidates.ts';
import { type Condition, createConditions, keepsConditions } from './conditions.ts';
import { askedVersion, type Asked, missingAtom, probedAtom } from './features.ts';
import { functionOf, handlerOf } from './functions.ts';
import { gradeCallback, gradeHandler, isPassingName } from './handlers.ts';
import { stringContent, textOf, type Tree } from './origins.ts';
import { linuxAnswer, linuxAtom } from './platform.ts';
import { rangeOf } from './ranges.ts';
import type { Scopes } from './scopes.ts';
import { type Truth, truthOf } from './truth.ts';
import type { Values } from './values.ts';

/** Finds the evidence that a call survives its syscall's absence. */
export interface Guards {
	/** The strongest guard of a call, the nearest of equals. */
	guardOf(candidate: Candidate): Guard | null;
}

/** All that guards are read from. */
export interface GuardSources extends Tree {
	readonly scopes: Scopes;
	readonly values: Values;
	readonly apis: ApiNames;
}

const strength: Readonly<Record<GuardGrade, number>> = {
	elsewhere: 5,
	complete: 4,
	'kernel-only': 3,
	'interpreter-only': 2,
	'build-time': 1,
	none: 0,
};

/** Builds the finder of one file. What a condition says of Linux or versions is worked out once. */
export function createGuards({ text, parentOf, scopes, values, apis }: GuardSources): Guards {
	const names = { text, parentOf, scopes };
	const conditions = createConditions(names);
	const onLinux = memo((condition) => truthOf(condition, linuxAtom(names, values), names));
	const probed = memo((condition) => apis.isProbe && truthOf(condition, probedAtom(names, apis), names));
	const versions = memo((condition) => askedVersion(condition, names, values));

	function guardOf(candidate: Candidate): Guard | null {
		let best: Guard | null = null;
		for (const guard of guardsOf(candidate)) {
			if (!best || strength[guard.grade] > strength[best.grade]) {
				best = guard;
			}
		}
		return best;
	}

	function* guardsOf(candidate: Candidate): Iterable<Guard> {
		const { call, callee } = candidate;
		if (call) {
			yield* ofOptionalCall(candidate);
			yield* ofCallback(candidate, call);
			yield* ofPromise(call);
		}
		const fails = call !== undefined && (isAwaited(call, names) || isSynchronous(candidate.api));
		let sameFunction = true;
		for (const step of ancestors(call ?? callee, parentOf)) {
			if (sameFunction && fails && step.node.type === 'try_statement' && isField(step, 'body')) {
				yield* ofTry(step.node);
			}
			for (const condition of conditions.at(step)) {
				yield* ofCondition(condition, candidate.api.name, sameFunction);
			}
			sameFunction &&= !isFunction(step.node);
			if (!keepsConditions(step.node)) {
				return;
			}
		}
	}

	function* ofCondition(condition: Condition, path: string, sameFunction: boolean): Iterable<Guard> {
		if (condition.kind === 'case') {
			if (isCaseElsewhere(condition)) {
				yield { kind: 'platform', grade: 'elsewhere', range: rangeOf(condition.place) };
			}
			return;
		}
		const { condition: node, truth } = condition;
		const linux = onLinux(node);
		if (linux !== undefined && linux !== truth) {
			yield { kind: 'platform', grade: 'elsewhere', range: rangeOf(node) };
		}
		if (contradicts(probed(node), truth)) {
			yield { kind: 'probe', grade: 'complete', range: rangeOf(node) };
		}
		if (!sameFunction) {
			return;
		}
		if (asksFor(node, path) && contradicts(truthOf(node, missingAtom(path, names, values), names), truth)) {
			yield { kind: 'has-attribute', grade: 'interpreter-only', range: rangeOf(node) };
		}
		const asked = versions(node);
		if (asked) {
			yield { kind: 'version', grade: gradeOfVersion(asked), range: rangeOf(node) };
		}
	}

	function isCaseElsewhere({ subject, labels, others }: Condition & { kind: 'case' }): boolean {
		const answer = linuxAnswer(subject, text, values);
		if (answer === undefined) {
			return false;
		}
		const isLinux = (label: SyntaxNode): boolean => label.type === 'string' && stringContent(label, text) === answer;
		return labels.every((label) => (label ? !isLinux(label) : others.some(isLinux)));
	}

	/** A cheap look before the real one: the condition, or what its names stand for, mentions the Api. */
	function asksFor(condition: SyntaxNode, path: string): boolean {
		const written = textOf(condition, text);
		return (
			written.length < 2000 &&
			(written.includes(path.slice(path.lastIndexOf('.') + 1)) ||
				/^[!(\s]*[\w$.]+[)\s]*$/.test(written) ||
				/promises|has|can|support/i.test(written))
		);
	}

	function* ofOptionalCall({ callee, call }: Candidate): Iterable<Guard> {
		if (call && text.startsWith('?.', callee.endIndex)) {
			yield { kind: 'has-attribute', grade: 'interpreter-only', range: rangeOf(callee) };
		}
	}

	function* ofTry(statement: SyntaxNode): Iterable<Guard> {
		const clause = statement.childForFieldName('handler');
		const body = clause?.childForFieldName('body');
		if (!clause || !body) {
			return;
		}
		const parameter = clause.childForFieldName('parameter');
		const error = parameter?.type === 'identifier' ? textOf(parameter, text) : undefined;
		const worth = gradeHandler({ body, error }, names);
		if (worth) {
			yield { kind: 'try', ...worth, range: headOf(clause, body) };
		}
	}

	function* ofPromise(call: SyntaxNode): Iterable<Guard> {
		for (const node of promiseHandlers(call, names)) {
			const written = functionOf(node, names);
			const handler = written && handlerOf(written, text);
			const worth = handler
				? gradeHandler(handler, names)
				: node.type === 'property_identifier' || !isPassingName(textOf(node, text))
					? ({ grade: 'complete' } as const)
					: null;
			if (worth) {
				yield {
					kind: 'catch',
					...worth,
					range: handler && written.id === node.id ? headOf(node, handler.body) : rangeOf(node),
				};
			}
		}
	}

	/** `fs.copyFile(a, b, (err) => …)` */
	function* ofCallback({ api }: Candidate, call: SyntaxNode): Iterable<Guard> {
		const last = call.childForFieldName('arguments')?.namedChildren.at(-1);
		const written = last && takesErrorCallback(api.name) ? functionOf(last, names) : undefined;
		const handler = written && handlerOf(written, text);
		const worth = handler ? gradeCallback(handler, names) : null;
		if (last && handler && worth) {
			yield { kind: 'errno', ...worth, range: written.id === last.id ? headOf(last, handler.body) : rangeOf(last) };
		}
	}

	return { guardOf };
}

const errorCallbacks =
	/^(?:fs\.(?!promises\.|create|watch|exists$)[\w.]+|child_process\.exec(?:File)?|dns\.(?!promises\.)[\w.]+|crypto\.\w+|Dir\.\w+|\w+\.Server\.close|net\.Socket\.write|dgram\.Socket\.(?:send|connect)|(?:ChildProcess|process|cluster\.Worker)\.send)$/;

/** True where the last argument is told of a failure. That of `http.get` is given the response, that of `listen` nothing. */
function takesErrorCallback(name: string): boolean {
	return errorCallbacks.test(name) && !name.endsWith('Sync');
}

function gradeOfVersion(asked: Asked): GuardGrade {
	return asked === 'kernel' ? 'complete' : 'interpreter-only';
}

function contradicts(found: Truth, wanted: boolean): boolean {
	return found !== undefined && found !== wanted;
}

/** What names the error: `err` of `catch (err)` and `(err) => …`, or else the start of the handler up to its body. */
function headOf(handler: SyntaxNode, body: SyntaxNode): Guard['range'] {
	const parameter = handler.childForFieldName('parameter') ?? handler.childForFieldName('parameters');
	return parameter ? rangeOf(parameter) : { start: rangeOf(handler).start, end: rangeOf(body).start };
}

function memo<Result>(read: (node: SyntaxNode) => Result): (node: SyntaxNode) => Result {
	const known = new Map<number, Result>();
	return (node) => {
		if (!known.has(node.id)) {
			known.set(node.id, read(node));
		}
		return known.get(node.id) as Result;
	};
}
