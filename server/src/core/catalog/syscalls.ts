import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture } from '../domain/target.ts';
import type { SyscallFile } from './generated.ts';

/** What is different on one architecture from what is said of the call as a whole. */
export interface SyscallDifference {
	readonly since?: KernelRelease;
	readonly removed?: KernelRelease;
	/** `never`: the number is reserved. `not-built`: a row, but no reference build has an implementation. */
	readonly status?: 'never' | 'not-built';
}

/** A syscall as every check needs it; what is only shown is in its page. */
export interface Syscall {
	readonly name: string;
	readonly summary?: string;
	/** The mainline release that added it; null where that is not known, or it was never implemented. */
	readonly since: KernelRelease | null;
	/** The first mainline release without it. */
	readonly removed?: KernelRelease;
	readonly status: SyscallFile['status'];
	readonly numbers: Readonly<Partial<Record<Architecture, number>>>;
	readonly differences?: Readonly<Partial<Record<Architecture, SyscallDifference>>>;
	/** What to use where it is missing. */
	readonly instead?: string;
}

/** The mainline release that added `syscall` on `arch`. */
export function sinceOn(syscall: Syscall, arch: Architecture): KernelRelease | null {
	return syscall.differences?.[arch]?.since ?? syscall.since;
}

/** The first mainline release without `syscall` on `arch`. */
export function removedOn(syscall: Syscall, arch: Architecture): KernelRelease | undefined {
	return syscall.differences?.[arch]?.removed ?? syscall.removed;
}
