import type { FlagRow } from '../../../src/core/catalog/generated.ts';
import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import { newestKernel } from '../newestKernel.ts';
import type { Check } from './check.ts';

const kinds: readonly FlagRow['kind'][] = ['operation', 'option', 'type', 'flag', 'value', 'field'];

export const flagOrder: Check = {
	name: 'flag-order',
	description:
		'Flags are ordered by kind, release and name; none is newer than our data, older than every call that takes it, or gone before it came.',
	*run({ syscalls, flags }) {
		const ages = new Map(syscalls.map(({ value }) => [value.name, value.since]));
		for (const { path, value } of flags) {
			for (const [i, row] of value.flags.entries()) {
				const previous = value.flags[i - 1];
				const field = `flags.${row.constant}`;
				if (previous !== undefined && compareRows(previous, row) > 0) {
					yield { file: path, field, message: `comes after ${previous.constant}` };
				}
				for (const [earlier, later] of pairs(row)) {
					if (compareReleases(earlier, later) > 0) {
						yield { file: path, field, message: `${earlier} comes after ${later}` };
					}
				}
				const call = oldest((row.syscalls ?? value.syscalls).map((one) => ages.get(one)));
				// Before 2.6 features came in development releases, such as 2.1.57 of what became 2.2.
				const isDated = compareReleases(row.since, '2.6') >= 0;
				if (isDated && call !== undefined && compareReleases(row.since, call) < 0) {
					yield { file: path, field, message: `${row.since} is before the first call that takes it, ${call}` };
				}
			}
		}
	},
};

/** The order of rows in a file. */
export function compareRows(a: FlagRow, b: FlagRow): number {
	const byKind = kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
	return (
		byKind || compareReleases(a.since, b.since) || (a.constant < b.constant ? -1 : Number(a.constant > b.constant))
	);
}

function pairs({ since, after, until }: FlagRow): readonly (readonly [string, string])[] {
	return [[after ?? since, since] as const, [since, until ?? newestKernel] as const];
}

/** `undefined` where one of the calls has no release of its own in the data. */
function oldest(releases: readonly (string | null | undefined)[]): string | undefined {
	const known = releases.filter((release) => typeof release === 'string');
	return known.length < releases.length ? undefined : [...known].sort(compareReleases)[0];
}
