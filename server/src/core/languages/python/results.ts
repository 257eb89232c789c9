import type { Guard } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { outcomeOf } from './handlers.ts';
import type { Resolver } from './resolver.ts';
import type { Subject } from './subject.ts';

/**
 * The guard of a ctypes call, which answers -1 instead of raising: a test of the result, or of the variable that holds it,
 * whose failing branch goes another way.
 */
export function resultGuard(callee: SyntaxNode, subject: Subject, resolver: Resolver): Guard | undefined {
	const call = callee.parent;
	if (subject.value.kind !== 'libc-function' || call?.type !== 'call') {
		return undefined;
	}
	for (const test of testsOf(call)) {
		const guard = guardOfTest(test, resolver);
		if (guard) {
			return guard;
		}
	}
	return undefined;
}

/** The `if` statements that test a call's result. */
function* testsOf(call: SyntaxNode): Iterable<SyntaxNode> {
	const owner = call.parent;
	if (owner?.type === 'comparison_operator' && owner.parent?.type === 'if_statement') {
		yield owner.parent;
	}
	const name = owner?.type === 'assignment' ? owner.childForFieldName('left')?.text : undefined;
	if (name === undefined) {
		return;
	}
	for (let next = owner?.parent?.nextNamedSibling; next; next = next.nextNamedSibling) {
		const condition = next.type === 'if_statement' ? next.childForFieldName('condition') : null;
		if (condition && comparesFirst(condition, name)) {
			yield next;
		}
	}
}

function comparesFirst(condition: SyntaxNode, name: string): boolean {
	return condition.type === 'comparison_operator' && condition.namedChildren[0]?.text === name;
}

function guardOfTest(statement: SyntaxNode, resolver: Resolver): Guard | undefined {
	const condition = statement.childForFieldName('condition');
	const failed = condition && failingBranch(statement, condition);
	if (!condition || !failed) {
		return undefined;
	}
	const onMissing = outcomeOf(failed, 'ENOSYS', resolver);
	const onRefused = outcomeOf(failed, 'EPERM', resolver);
	const range = {
		start: { line: condition.startPosition.row, character: condition.startPosition.column },
		end: { line: condition.endPosition.row, character: condition.endPosition.column },
	};
	const kind = onMissing.testsErrno ? 'errno' : 'failure';
	if (onMissing.outcome !== 'survives') {
		const handlesRefusal = onRefused.outcome === 'survives';
		return onMissing.testsErrno ? { kind, grade: 'none', range, ...(handlesRefusal && { handlesRefusal }) } : undefined;
	}
	return { kind, grade: onRefused.outcome === 'survives' ? 'complete' : 'kernel-only', range };
}

/** `fd < 0`, `fd == -1`, `rc != 0`: the branch that runs after a failure. */
function failingBranch(statement: SyntaxNode, condition: SyntaxNode): SyntaxNode | null {
	const test = /(<|==|!=|>=|>)\s*(-?\d+)\s*$/.exec(condition.text);
	const form = `${test?.[1] ?? ''}${test?.[2] ?? ''}`;
	if (['<0', '==-1', '!=0', '<1'].includes(form)) {
		return statement.childForFieldName('consequence');
	}
	const last = statement.namedChildren.at(-1);
	return ['>=0', '!=-1', '==0', '>-1', '>0'].includes(form) && last?.type === 'else_clause'
		? last.childForFieldName('body')
		: null;
}
