import type { Catalog } from '../catalog/catalog.ts';
import type { EmulationPlan } from './plan.ts';
import type { CountedCall, Stack } from './straceLog.ts';

/** A call that was asked for, by whom and from where. */
export interface ReportedCall {
	readonly syscall: string;
	readonly number: number | null;
	/** What it was answered; null where it could not be refused and the machine's own kernel answered. */
	readonly errno: string | null;
	readonly count: number;
	readonly by: readonly { readonly program: string; readonly pid: number; readonly count: number }[];
	/** The most frequent first; empty where strace gives no stacks. */
	readonly from: readonly { readonly stack: Stack; readonly count: number }[];
}

/** What a run has shown. */
export interface EmulationReport {
	/** Refused as the emulated kernel or profile does, the most frequent first. */
	readonly refused: readonly ReportedCall[];
	/** Should have been refused, and strace can't: what the program did then proves nothing. */
	readonly passed: readonly ReportedCall[];
	/** The emulated kernel has them and the machine's has not, so that they failed here only. */
	readonly missedHere: readonly ReportedCall[];
}

/** Sorts what a program asked for by what it means. */
export function emulationReport(plan: EmulationPlan, calls: readonly CountedCall[], catalog: Catalog): EmulationReport {
	const errnos = new Map(plan.refused.map(({ syscall, errno }) => [syscall, errno]));
	const named = calls.map((one) => ({ ...one, name: nameOf(one.call, plan, catalog) }));
	const report = (wanted: (one: (typeof named)[number]) => boolean): readonly ReportedCall[] =>
		grouped(named.filter(wanted)).map(([syscall, own]) => ({
			syscall,
			number: catalog.syscall(syscall)?.numbers[plan.arch] ?? null,
			errno: own.every(({ refused }) => refused) ? (errnos.get(syscall) ?? null) : null,
			...summed(own),
		}));
	return {
		refused: report(({ refused }) => refused),
		passed: report(({ refused, name }) => !refused && errnos.has(name)),
		missedHere: report(({ refused, name }) => !refused && plan.notHere.includes(name)),
	};
}

function nameOf(call: string | number, { arch }: EmulationPlan, catalog: Catalog): string {
	return typeof call === 'string' ? call : (catalog.syscallByNumber(call, arch) ?? `syscall ${call}`);
}

function grouped<T extends { readonly name: string; readonly count: number }>(
	calls: readonly T[],
): readonly (readonly [name: string, own: readonly T[]])[] {
	const names = [...new Set(calls.map(({ name }) => name))];
	return names
		.map((name) => [name, calls.filter((one) => one.name === name)] as const)
		.sort(([, a], [, b]) => total(b) - total(a));
}

function summed(calls: readonly CountedCall[]): Pick<ReportedCall, 'count' | 'by' | 'from'> {
	const by = new Map<string, ReportedCall['by'][number]>();
	const from = new Map<string, ReportedCall['from'][number]>();
	for (const { program, pid, stack, count } of calls) {
		by.set(`${pid} ${program}`, { program, pid, count: (by.get(`${pid} ${program}`)?.count ?? 0) + count });
		const key = stack.join();
		if (stack.length > 0) {
			from.set(key, { stack, count: (from.get(key)?.count ?? 0) + count });
		}
	}
	const mostFirst = <T extends { readonly count: number }>(items: Iterable<T>): readonly T[] =>
		[...items].sort((a, b) => b.count - a.count);
	return { count: total(calls), by: mostFirst(by.values()), from: mostFirst(from.values()) };
}

function total(calls: readonly { readonly count: number }[]): number {
	return calls.reduce((sum, { count }) => sum + count, 0);
}
