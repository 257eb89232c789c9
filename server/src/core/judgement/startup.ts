import type { Catalog } from '../catalog/catalog.ts';
import type { StartupRow } from '../catalog/startup.ts';
import { compareReleases, kernelRelease, type KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture, KnownTarget, Runtime } from '../domain/target.ts';
import { availability, type Availability } from '../kernels/availability.ts';
import { inRange } from './needs.ts';

/** Why a library or interpreter doesn't start: the kernel is older than it accepts, or has not got a call. */
export type StartupLack = { readonly runtime: Runtime } & (
	| { readonly kind: 'release'; readonly release: KernelRelease }
	| { readonly kind: 'syscall'; readonly syscall: string; readonly why: Availability & { readonly kind: 'absent' } }
);

/** What a library or interpreter needs to start. An unknown version needs nothing that we know of. */
export function startupNeeds(runtime: Runtime, arch: Architecture, catalog: Catalog): readonly StartupRow[] {
	return catalog
		.startupOf(runtime.name)
		.filter((row) => (row.arch ?? arch) === arch && inRange({ name: runtime.name, ...row }, runtime));
}

/** The first thing that an image's C library, and then its interpreter, misses on the kernel of a target. */
export function startupLack(target: KnownTarget, catalog: Catalog): StartupLack | undefined {
	for (const runtime of [target.libc, target.interpreter].filter((one) => one !== null)) {
		for (const row of startupNeeds(runtime, target.arch, catalog)) {
			const lack = lackOf(row, runtime, target, catalog);
			if (lack !== undefined) {
				return lack;
			}
		}
	}
	return undefined;
}

function lackOf(row: StartupRow, runtime: Runtime, target: KnownTarget, catalog: Catalog): StartupLack | undefined {
	const { floor, arch } = target;
	if (row.kernel !== undefined && compareReleases(floor.release, row.kernel) < 0) {
		return { kind: 'release', runtime, release: kernelRelease(row.kernel) };
	}
	if (row.kernelFrom !== undefined && compareReleases(floor.release, row.kernelFrom) < 0) {
		return undefined;
	}
	for (const syscall of row.syscalls ?? []) {
		const why = availability(syscall, floor, arch, catalog);
		// A call without a number on an architecture is one that the runtime doesn't make there.
		if (why.kind === 'absent' && why.reason !== 'not-on-architecture') {
			return { kind: 'syscall', runtime, syscall, why };
		}
	}
	return undefined;
}
