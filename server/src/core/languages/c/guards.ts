import type { Guard, GuardGrade } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import { otherSystemTerm } from './compiledFor.ts';
import type { DeclaredNames } from './declaredNames.ts';
import { failureGuard } from './failureGuard.ts';
import { headerGuard } from './headerGuard.ts';
import type { Directives } from './preprocessor.ts';
import type { Renames } from './renames.ts';

/** What must be known to look for a call's guard. */
export interface GuardedCall {
	/** The Api or the syscall. */
	readonly api: string;
	readonly names: ApiNames;
	readonly directives: Directives;
	readonly declared: DeclaredNames;
	readonly renames: Renames;
}

const worth: readonly GuardGrade[] = ['none', 'build-time', 'kernel-only', 'complete', 'elsewhere'];

/** The best evidence that the call (or the use of a name) at `node` survives the absence of its syscall. */
export function guardOf(node: SyntaxNode, call: GuardedCall): Guard | null {
	const terms = call.directives.termsAt(node.startIndex);
	const elsewhere = otherSystemTerm(terms);
	if (elsewhere) {
		return { kind: 'platform', grade: 'elsewhere', range: elsewhere.range };
	}
	const header = terms.length > 0 ? headerGuard(terms, guardedNames(call)) : null;
	const failure = node.type === 'call_expression' ? failureGuard(node, call.api, apiOfCallee(call)) : null;
	return better(failure, header);
}

function better(a: Guard | null, b: Guard | null): Guard | null {
	return a && b ? (worth.indexOf(a.grade) >= worth.indexOf(b.grade) ? a : b) : (a ?? b);
}

function guardedNames({ api, names }: GuardedCall): { names: readonly string[]; header: string } {
	const known = names.api('c', api);
	const syscalls = known?.rows.flatMap((row) => row.needs.flat().map(({ syscall }) => syscall)) ?? [];
	return { names: [...new Set([api, ...syscalls])], header: known?.group ?? '' };
}

function apiOfCallee({ declared, renames }: GuardedCall): (callee: SyntaxNode) => string | undefined {
	return (callee) => {
		const name = callee.text;
		if (name === 'syscall') {
			const constant = /^\(\s*(?:SYS_|__NR_)(\w+)/.exec(callee.nextNamedSibling?.text ?? '')?.[1];
			return constant ?? 'syscall';
		}
		return declared.isOwn(name, callee.startIndex) ? undefined : renames.apiOf(name);
	};
}
