import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import type { Problem } from '../problem.ts';
import { newestKernel } from '../newestKernel.ts';
import type { Check } from './check.ts';

export const releaseOrder: Check = {
	name: 'release-order',
	description:
		'A call is added before it is removed, on no architecture before it exists, and nothing is newer than our data.',
	*run({ syscalls }) {
		for (const { path, value } of syscalls) {
			yield* ordered(path, 'removed', value.since, value.removed);
			yield* ordered(path, 'since', value.since, newestKernel);
			for (const [arch, entry] of Object.entries(value.architectures)) {
				const field = `architectures.${arch}`;
				yield* ordered(path, `${field}.since`, value.since, entry.since);
				yield* ordered(path, `${field}.since`, entry.since, entry.removed ?? value.removed ?? newestKernel);
				if (entry.since !== undefined && entry.since === value.since) {
					yield { file: path, field: `${field}.since`, message: 'says again what `since` says' };
				}
			}
		}
	},
};

function* ordered(file: string, field: string, first?: string | null, second?: string | null): Iterable<Problem> {
	if (typeof first === 'string' && typeof second === 'string' && compareReleases(first, second) > 0) {
		yield { file, field, message: `${first} comes after ${second}` };
	}
}
