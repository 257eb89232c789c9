import type { FlagGroup, FlagRow } from '../../src/core/catalog/flags.ts';
import type { FlagsFile, FlagRow as FlagEntry } from '../../src/core/catalog/generated.ts';
import { kernelRelease } from '../../src/core/domain/kernelRelease.ts';
import { readDataFiles } from './dataFiles.ts';

/** Compiles `flags/`: each constant with its releases, grouped by calls and kind; sources stay in the files. */
export async function compileFlags(dataFolder: string): Promise<readonly FlagGroup[]> {
	return (await readDataFiles<FlagsFile>(dataFolder, 'flags')).flatMap(({ value }) => groupsOf(value));
}

function groupsOf({ syscalls, flags }: FlagsFile): readonly FlagGroup[] {
	const groups = new Map<string, FlagGroup & { readonly rows: FlagRow[] }>();
	for (const flag of flags) {
		const calls = flag.syscalls ?? syscalls;
		const key = `${flag.kind} ${calls.join(' ')}`;
		const group = groups.get(key) ?? { syscalls: calls, kind: flag.kind, rows: [] };
		group.rows.push(rowOf(flag));
		groups.set(key, group);
	}
	return [...groups.values()];
}

function rowOf({ constant, since, after, until }: FlagEntry): FlagRow {
	const release = kernelRelease(since);
	const before = after === undefined ? null : kernelRelease(after);
	if (until !== undefined) {
		return [constant, release, before, kernelRelease(until)];
	}
	return before === null ? [constant, release] : [constant, release, before];
}
