import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { FlagKind } from './generated.ts';

/** A constant for an argument of a call: `O_TMPFILE`, `PR_SET_VMA`, `TCP_ULP`. */
export interface Flag {
	readonly constant: string;
	readonly kind: FlagKind;
	/** The release that added it; with `after`, the first one that was seen with it. */
	readonly since: KernelRelease;
	/** The last release that was seen without it: between this one and `since` nothing is known. */
	readonly after?: KernelRelease;
	/** The release that removed it. */
	readonly until?: KernelRelease;
}

/** The constants of one kind that the same calls share, as `catalog.json` holds them. */
export interface FlagGroup {
	readonly syscalls: readonly string[];
	readonly kind: FlagKind;
	/** Oldest first: constant, since, after, until. */
	readonly rows: readonly FlagRow[];
}

/** A constant with its releases; what is missing at the end is left out, and before it `null`. */
export type FlagRow = readonly [
	constant: string,
	since: KernelRelease,
	after?: KernelRelease | null,
	until?: KernelRelease,
];

/** Look-ups in the flags of all calls. */
export interface Flags {
	/** What a call's arguments may hold, the newest last. Empty where nothing is known. */
	flagsOf(syscall: string): readonly Flag[];
	/** A constant as this call takes it: `CLONE_NEWPID` is 2.6.24 for clone and 3.8 for unshare. */
	flag(constant: string, syscall: string): Flag | undefined;
}
