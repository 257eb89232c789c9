import type { Check } from './check.ts';

export const startupFiles: Check = {
	name: 'startup-files',
	description:
		'What is needed to start is a call of our table, and has a source of its file; the file is named for the runtime.',
	*run({ syscalls, startup }) {
		const names = new Set(syscalls.map(({ name }) => name));
		for (const { path, name, value } of startup) {
			if (value.runtime !== name) {
				yield { file: path, field: 'runtime', message: `is '${value.runtime}', which is not the file's name` };
			}
			for (const [index, { kernel, syscalls: calls = [], sources }] of value.needs.entries()) {
				const field = `needs.${index}`;
				if ((kernel === undefined) === (calls.length === 0)) {
					yield { file: path, field, message: 'needs either a kernel or calls' };
				}
				for (const call of calls.filter((one) => !names.has(one))) {
					yield { file: path, field, message: `'${call}' is no syscall` };
				}
				for (const key of sources.filter((one) => value.sources[one] === undefined)) {
					yield { file: path, field, message: `no source '${key}'` };
				}
			}
		}
	},
};
