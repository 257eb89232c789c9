import type { Guard, GuardGrade } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { otherSystemTerm } from './compiledFor.ts';
import type { FileFacts } from './fileFacts.ts';
import { failureGuard } from './failureGuard.ts';
import { isInProbe } from './enclosingFunction.ts';
import { kernelVersionGuard } from './kernelVersionGuard.ts';
import { probeGuard } from './probeGuard.ts';
import { headerGuard, type GuardedNames } from './headerGuard.ts';
import type { Term } from './preprocessor.ts';
import { callersInFile, callersOfWrapper } from './wrapper.ts';

const worth: readonly GuardGrade[] = ['none', 'build-time', 'kernel-only', 'complete', 'elsewhere'];

/** The best evidence that the call (or the use of a name) at `node` survives the absence of its syscall. */
export function guardOf(node: SyntaxNode, api: string, file: FileFacts): Guard | null {
	const terms = file.directives.termsAt(node.startIndex);
	const elsewhere = otherSystemTerm(terms);
	if (elsewhere) {
		return { kind: 'platform', grade: 'elsewhere', range: elsewhere.range };
	}
	const header = terms.length > 0 ? headerGuard(terms, guardedNames(api, file)) : null;
	const callees = { apiOf: apiOfCallee(file), bodyOf: file.bodyOf };
	const failure =
		node.type === 'call_expression'
			? hereOrAtCallers(
					node,
					file,
					(call) => failureGuard(call, api, callees),
					(callers) => callers.some((caller) => isInProbe(caller, api)),
				)
			: null;
	const version = file.asksKernelVersion ? kernelVersionGuard(node) : null;
	const probe = file.names.isProbe && hereOrAtCallers(node, file, (place) => probeGuard(place, file.names));
	const contract = header && answersEnosys(node, header, terms, file);
	return [header, contract, version, probe ?? null].reduce(better, failure);
}

/** What guards a call, or else every call of the function of this file that only passes its result on. */
function hereOrAtCallers(
	node: SyntaxNode,
	file: FileFacts,
	guardAt: (place: SyntaxNode) => Guard | null,
	areTrusted?: (callers: readonly SyntaxNode[]) => boolean,
): Guard | null {
	const own = guardAt(node);
	if (own) {
		return own;
	}
	const callers = callersOfWrapper(node, file);
	const guards = callers.map(guardAt);
	return guards.length === 0 ? null : guards.reduce(areTrusted?.(callers) ? better : worse);
}

/**
 * Where the other side of the very `#if` answers ENOSYS itself, the function's callers live with it: its kernel may lack what
 * its headers had. Not so where the callers can be looked at.
 */
function answersEnosys(node: SyntaxNode, header: Guard, terms: readonly Term[], file: FileFacts): Guard | null {
	const term = terms.find(({ range }) => range === header.range);
	const isAnswered = term && file.directives.otherwise(term).some((text) => text.length < 500 && enosys.test(text));
	return isAnswered && callersInFile(node, file).length === 0 ? { ...header, grade: 'kernel-only' } : null;
}

const enosys = /\berrno\s*=\s*ENOSYS\b|\breturn\s*\(?\s*-?\s*(?:[A-Z]+_+)?ENOSYS\b/;

function better(a: Guard | null, b: Guard | null): Guard | null {
	return a && b ? (worth.indexOf(a.grade) >= worth.indexOf(b.grade) ? a : b) : (a ?? b);
}

/** Where one of several uses is not guarded, none is. */
function worse(a: Guard | null, b: Guard | null): Guard | null {
	return a && b ? (worth.indexOf(a.grade) <= worth.indexOf(b.grade) ? a : b) : null;
}

function guardedNames(api: string, { names }: FileFacts): GuardedNames {
	const known = names.api('c', api);
	const syscalls = known?.rows.flatMap((row) => row.needs.flat().map(({ syscall }) => syscall)) ?? [];
	return { names: [...new Set([api, ...syscalls])], header: known?.group ?? '' };
}

function apiOfCallee({ declared, renames }: FileFacts): (callee: SyntaxNode) => string | undefined {
	return (callee) => {
		const name = callee.text;
		if (name === 'syscall') {
			const constant = /^\(\s*(?:SYS_|__NR_)(\w+)/.exec(callee.nextNamedSibling?.text ?? '')?.[1];
			return constant ?? 'syscall';
		}
		return declared.isOwn(name, callee.startIndex) ? undefined : renames.apiOf(name);
	};
}
