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

/** A syscall as the product carries it. */
export interface Syscall {
	readonly name: string;
	readonly summary?: string;
	/** When to reach for it and what bites. */
	readonly details?: string;
	/** The mainline release that added it; null where that is not known, or it was never implemented. */
	readonly since: KernelRelease | null;
	/** The first mainline release without it. */
	readonly removed?: KernelRelease;
	readonly status: SyscallFile['status'];
	readonly deprecated?: KernelRelease;
	/** The architectures that have it, as the manual pages name them, where it is not a call of all. */
	readonly onlyOn?: readonly string[];
	readonly numbers: Readonly<Partial<Record<Architecture, number>>>;
	readonly differences?: Readonly<Partial<Record<Architecture, SyscallDifference>>>;
	/** The configuration symbol without which it is not built. */
	readonly kconfig?: string;
	/** On the kernel's side. */
	readonly parameters?: readonly string[];
	/** `int memfd_create(const char *name, unsigned int flags)`. */
	readonly prototype?: string;
	readonly headers?: readonly string[];
	/** Macros to define before the first include. */
	readonly defines?: readonly string[];
	/** The glibc release that added the wrapper. */
	readonly glibc?: string;
	/** The musl release that added the wrapper, where that is not its first. */
	readonly musl?: string;
	/** False where glibc has no wrapper. */
	readonly wrapper?: false;
	/** What to use where it is missing. */
	readonly instead?: string;
	/** What is lost with that. */
	readonly loses?: string;
	readonly note?: string;
	/** Where the release is from, in one line. */
	readonly source: string;
}

/** The mainline release that added `syscall` on `arch`. */
export function sinceOn(syscall: Syscall, arch: Architecture): KernelRelease | null {
	return syscall.differences?.[arch]?.since ?? syscall.since;
}

/** The first mainline release without `syscall` on `arch`. */
export function removedOn(syscall: Syscall, arch: Architecture): KernelRelease | undefined {
	return syscall.differences?.[arch]?.removed ?? syscall.removed;
}
