import type { SyscallFile } from '../../../src/core/catalog/generated.ts';
import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import type { Check } from './check.ts';
import { isLive } from './live.ts';

/** No kernel that we know is older: nothing has to stand in for the calls that it has. */
export const oldestKernel = '2.6.32';

export const fullPages: Check = {
	name: 'full-pages',
	description:
		'Every live call of x86_64 and arm64 has a page in full; what does not apply is said by a null or an empty list.',
	*run({ syscalls }) {
		for (const { path, value } of syscalls.filter((file) => isLive(file.value))) {
			for (const field of ['summary', 'details', 'page', 'kconfig', 'wrappers'] as const) {
				if (value[field] === undefined) {
					yield { file: path, field, message: 'is missing, though the call is live' };
				}
			}
			if (value.libc === undefined && value.parameters === undefined) {
				yield { file: path, field: 'parameters', message: 'are missing, though the call is live' };
			}
			if (standIn(value) === 'missing') {
				yield { file: path, field: 'without', message: `is missing, for the call is newer than ${oldestKernel}` };
			}
		}
	},
};

/** Whether a file tells what a program does without the call; `none` where every kernel has it. */
export function standIn({ since, instead, without }: SyscallFile): 'told' | 'none' | 'missing' {
	if (instead !== undefined || without !== undefined) {
		return 'told';
	}
	return since !== null && compareReleases(since, oldestKernel) <= 0 ? 'none' : 'missing';
}
