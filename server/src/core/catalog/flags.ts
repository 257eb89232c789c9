import { compareReleases, type KernelRelease } from '../domain/kernelRelease.ts';
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

/**
 * Whether a mainline release understands a constant; `unknown` where the release lies between the last one seen without
 * it and the first one seen with it. Vendors' back-ports are not counted.
 */
export function flagPresence({ since, after, until }: Flag, release: KernelRelease): 'present' | 'absent' | 'unknown' {
	if (until !== undefined && compareReleases(release, until) >= 0) {
		return 'absent';
	}
	if (compareReleases(release, since) >= 0) {
		return 'present';
	}
	return after === undefined || compareReleases(release, after) <= 0 ? 'absent' : 'unknown';
}

/** Indexes the groups; a call's list is made when it is first asked for. */
export function createFlags(groups: readonly FlagGroup[]): Flags {
	const groupsOf = new Map<string, FlagGroup[]>();
	for (const group of groups) {
		for (const syscall of group.syscalls) {
			groupsOf.set(syscall, [...(groupsOf.get(syscall) ?? []), group]);
		}
	}
	const known = new Map<string, ReadonlyMap<string, Flag>>();
	function flagsByName(syscall: string): ReadonlyMap<string, Flag> {
		const flags = known.get(syscall) ?? collect(groupsOf.get(syscall) ?? []);
		known.set(syscall, flags);
		return flags;
	}
	return {
		flagsOf: (syscall) => [...flagsByName(syscall).values()],
		flag: (constant, syscall) => flagsByName(syscall).get(constant),
	};
}

function collect(groups: readonly FlagGroup[]): ReadonlyMap<string, Flag> {
	const flags = groups.flatMap(({ kind, rows }) => rows.map((row) => toFlag(kind, row)));
	flags.sort((a, b) => compareReleases(a.since, b.since));
	return new Map(flags.map((flag) => [flag.constant, flag]));
}

function toFlag(kind: FlagKind, [constant, since, after, until]: FlagRow): Flag {
	return {
		constant,
		kind,
		since,
		...(typeof after === 'string' && { after }),
		...(until !== undefined && { until }),
	};
}
