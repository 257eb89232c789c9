import type { Catalog } from '../catalog/catalog.ts';
import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture, Kernel } from '../domain/target.ts';
import { availability, type Origin } from './availability.ts';

/** A row of a kernel's table. */
export interface KernelSyscall {
	readonly name: string;
	readonly number: number;
	/** The mainline release that added it on the architecture; null where that is not known. */
	readonly since: KernelRelease | null;
	readonly from: Origin;
}

/** What changes from one kernel to another: names in the order of the alphabet. */
export interface KernelDifference {
	readonly added: readonly string[];
	readonly removed: readonly string[];
}

/** All that `kernel` offers on `arch`, by number. */
export function syscallsOf(kernel: Kernel, arch: Architecture, catalog: Catalog): readonly KernelSyscall[] {
	return [...rowsOf(kernel, arch, catalog)].sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1));
}

/** What `to` has and `from` has not, and the other way round. */
export function diffKernels(from: Kernel, to: Kernel, arch: Architecture, catalog: Catalog): KernelDifference {
	const before = namesOf(from, arch, catalog);
	const after = namesOf(to, arch, catalog);
	return {
		added: [...after].filter((name) => !before.has(name)).sort(),
		removed: [...before].filter((name) => !after.has(name)).sort(),
	};
}

function* rowsOf(kernel: Kernel, arch: Architecture, catalog: Catalog): Iterable<KernelSyscall> {
	for (const { name, numbers } of catalog.syscalls()) {
		const number = numbers[arch];
		const has = availability(name, kernel, arch, catalog);
		if (number !== undefined && has.kind === 'present') {
			yield { name, number, since: has.since, from: has.from };
		}
	}
}

function namesOf(kernel: Kernel, arch: Architecture, catalog: Catalog): ReadonlySet<string> {
	return new Set(syscallsOf(kernel, arch, catalog).map(({ name }) => name));
}
