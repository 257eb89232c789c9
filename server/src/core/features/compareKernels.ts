import type { Catalog } from '../catalog/catalog.ts';
import type { Architecture, Kernel } from '../domain/target.ts';
import { callsOf, kernelTitle, missingCall, type DescribedCall, type MissingCall } from './describeKernel.ts';

/** What changes from one kernel to another, ready to be shown. */
export interface KernelComparison {
	readonly from: Kernel;
	readonly to: Kernel;
	readonly titles: readonly [from: string, to: string];
	readonly arch: Architecture;
	/** `rhel7 has 23 calls that rhel6 has not, and lacks 2.` */
	readonly sentence: string;
	/** Calls of `to` only, by name. */
	readonly added: readonly DescribedCall[];
	/** Calls of `from` only, by name, and why `to` has them no longer. */
	readonly removed: readonly MissingCall[];
	/** Calls of both, of which `to` has only a part. */
	readonly reduced: readonly DescribedCall[];
}

/** Compares what two kernels offer on `arch`. */
export function compareKernels(from: Kernel, to: Kernel, arch: Architecture, catalog: Catalog): KernelComparison {
	const before = new Map(callsOf(from, arch, catalog).map((call) => [call.name, call]));
	const after = new Map(callsOf(to, arch, catalog).map((call) => [call.name, call]));
	const added = byName([...after.values()].filter(({ name }) => !before.has(name)));
	const removed = byName([...before.values()].filter(({ name }) => !after.has(name)));
	const reduced = byName(
		[...after.values()].filter((call) => call.from === 'partial' && isWhole(before.get(call.name))),
	);
	return {
		from,
		to,
		titles: [kernelTitle(from, catalog), kernelTitle(to, catalog)],
		arch,
		sentence: sentenceOf(from.id, to.id, {
			added: added.length,
			removed: removed.length,
			common: after.size - added.length,
		}),
		added,
		removed: removed.map(({ name }) => missingCall(name, to, arch, catalog)),
		reduced,
	};
}

function isWhole(call: DescribedCall | undefined): boolean {
	return call !== undefined && call.from !== 'partial';
}

function byName<T extends { readonly name: string }>(calls: readonly T[]): readonly T[] {
	return [...calls].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sentenceOf(
	from: string,
	to: string,
	{ added, removed, common }: { readonly added: number; readonly removed: number; readonly common: number },
): string {
	const count = (number: number): string => `${number} call${number === 1 ? '' : 's'}`;
	if (added === 0 && removed === 0) {
		return `${from} and ${to} have the same ${count(common)}.`;
	}
	if (removed === 0) {
		return `${to} has every call of ${from}, and ${added} more.`;
	}
	return added === 0
		? `${to} lacks ${count(removed)} of ${from}, and has none besides the ${common} that both have.`
		: `${to} has ${count(added)} that ${from} has not, and lacks ${removed}; both have ${common}.`;
}
