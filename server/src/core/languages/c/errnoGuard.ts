import type { Guard, GuardGrade, GuardKind } from '../../domain/guard.ts';
import { rangeOf } from '../../syntax/rangeOf.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stripped } from './arguments.ts';
import type { OutcomeTest } from './outcome.ts';

/** A guard by errno, if any is told apart: ENOSYS with EPERM is complete, without it good for the kernel only. */
export function errnoGuard(tests: readonly OutcomeTest[]): Guard | undefined {
	const byErrno = tests.filter((test) => test.kind === 'errno');
	const first = byErrno[0];
	if (!first || first.names.length === 0) {
		return undefined;
	}
	const names = new Set(byErrno.flatMap((test) => test.names));
	const grade = !names.has('ENOSYS') ? 'none' : names.has('EPERM') ? 'complete' : 'kernel-only';
	const found = guard('errno', grade, conditionAround(first.node));
	return grade === 'none' && names.has('EPERM') ? { ...found, handlesRefusal: true } : found;
}

/** The whole condition that a comparison is part of. */
function conditionAround(node: SyntaxNode): SyntaxNode {
	let around = node;
	while (
		around.parent &&
		/^(?:binary_expression|parenthesized_expression|unary_expression)$/.test(around.parent.type)
	) {
		around = around.parent;
	}
	return stripped(around);
}

/** A guard at a node. */
export function guard(kind: GuardKind, grade: GuardGrade, node: SyntaxNode): Guard {
	return { kind, grade, range: rangeOf(node) };
}
