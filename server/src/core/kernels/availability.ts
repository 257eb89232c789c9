import type { Catalog } from '../catalog/catalog.ts';
import type { DistributionKernel, SandboxKernel } from '../catalog/kernels.ts';
import { removedOn, sinceOn, type Syscall } from '../catalog/syscalls.ts';
import { compareReleases, type KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture, Kernel } from '../domain/target.ts';

/** Whence a kernel has a call: the mainline release, a vendor's back-port, or a sandbox that does a part of it. */
export type Origin = 'mainline' | 'backport' | 'partial';

/**
 * Why a kernel has not got a call:
 * - `newer`: it came after the kernel's release, and no back-port was made
 * - `removed`: it was gone by the kernel's release
 * - `not-built`: the kernel's configuration leaves it out, or its row has no function
 * - `not-on-architecture`: the architecture has no such call
 * - `never`: no kernel ever implemented it
 * - `sandbox`: the sandbox refuses it or does not know it
 */
export type AbsenceReason = 'newer' | 'removed' | 'not-built' | 'not-on-architecture' | 'never' | 'sandbox';

/** Whether a kernel has a call. `since` is the mainline release that added it on the architecture. */
export type Availability =
	| { readonly kind: 'present'; readonly from: Origin; readonly since: KernelRelease | null }
	| {
			readonly kind: 'absent';
			readonly reason: AbsenceReason;
			readonly since: KernelRelease | null;
			/** The first mainline release without it. */
			readonly removedIn?: KernelRelease;
			/** What the call answers; absent means ENOSYS. */
			readonly errno?: string;
	  };

/** Tells whether `kernel` offers the call on `arch`. Nothing else decides that. */
export function availability(name: string, kernel: Kernel, arch: Architecture, catalog: Catalog): Availability {
	const syscall = catalog.syscall(name);
	if (syscall === undefined) {
		return { kind: 'absent', reason: 'never', since: null };
	}
	const vendor = kernel.vendor === null ? undefined : catalog.vendorKernel(kernel.vendor);
	switch (vendor?.base) {
		case 'none':
			return inSandbox(syscall, vendor, arch);
		case 'mainline':
			return inDistribution(syscall, vendor, kernel.release, arch);
		case undefined:
			return inMainline(syscall, kernel.release, arch);
	}
}

function inMainline(syscall: Syscall, release: KernelRelease, arch: Architecture): Availability {
	const since = sinceOn(syscall, arch);
	const removedIn = removedOn(syscall, arch);
	const status = syscall.differences?.[arch]?.status;
	if (syscall.status === 'never-implemented') {
		return { kind: 'absent', reason: 'never', since };
	}
	if (isElsewhere(syscall, arch) || status === 'never') {
		return { kind: 'absent', reason: 'not-on-architecture', since };
	}
	if (removedIn !== undefined && compareReleases(removedIn, release) <= 0) {
		return { kind: 'absent', reason: 'removed', since, removedIn };
	}
	if (syscall.numbers[arch] === undefined) {
		return { kind: 'absent', reason: 'not-on-architecture', since };
	}
	if (since !== null && compareReleases(since, release) > 0) {
		return { kind: 'absent', reason: 'newer', since };
	}
	if (status === 'not-built') {
		return { kind: 'absent', reason: 'not-built', since };
	}
	return { kind: 'present', from: 'mainline', since };
}

/** True when other architectures have a number for it. A call without any is old, and has its end to tell. */
function isElsewhere({ numbers }: Syscall, arch: Architecture): boolean {
	return numbers[arch] === undefined && Object.keys(numbers).length > 0;
}

function inDistribution(
	syscall: Syscall,
	vendor: DistributionKernel,
	release: KernelRelease,
	arch: Architecture,
): Availability {
	const delta = vendor.architectures[arch];
	const base = inMainline(syscall, release, arch);
	if (delta?.adds.includes(syscall.name) === true) {
		return { kind: 'present', from: 'backport', since: base.since };
	}
	const lack = delta?.lacks[syscall.name];
	if (lack !== undefined && (lack.reason === 'configuration' || base.kind === 'present')) {
		return { kind: 'absent', reason: 'not-built', since: base.since };
	}
	return base;
}

function inSandbox(syscall: Syscall, vendor: SandboxKernel, arch: Architecture): Availability {
	const since = sinceOn(syscall, arch);
	const call = vendor.architectures[arch]?.[syscall.name];
	switch (call?.level) {
		case 'full':
			return { kind: 'present', from: 'mainline', since };
		case 'partial':
			return { kind: 'present', from: 'partial', since };
		case 'refused':
			return { kind: 'absent', reason: 'sandbox', since, errno: call.errno };
		case undefined:
			return syscall.numbers[arch] === undefined
				? { kind: 'absent', reason: 'not-on-architecture', since }
				: { kind: 'absent', reason: 'sandbox', since, errno: 'ENOSYS' };
	}
}
