import type { Check } from './check.ts';
import { isLive } from './live.ts';

export const fullPages: Check = {
	name: 'full-pages',
	description: 'Every live call of x86_64 and arm64 has a summary, details and a page.',
	*run({ syscalls }) {
		for (const { path, value } of syscalls.filter((file) => isLive(file.value))) {
			for (const field of ['summary', 'details', 'page'] as const) {
				if (value[field] === undefined) {
					yield { file: path, field, message: 'is missing, though the call is live' };
				}
			}
		}
	},
};
