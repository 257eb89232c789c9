import type { FlagsFile } from '../../../src/core/catalog/generated.ts';
import type { Check } from './check.ts';

export const flagCalls: Check = {
	name: 'flag-calls',
	description:
		'A file of flags is named for its first call, names calls of our table, and dates a constant once for each.',
	*run({ syscalls, flags }) {
		const names = new Set(syscalls.map(({ value }) => value.name));
		const owners = new Map<string, string>();
		for (const { path, name, value } of flags) {
			const [first] = value.syscalls;
			if (name !== first && !name.startsWith(`${first}-`)) {
				yield { file: path, field: 'syscalls', message: `begins with '${first}', which is not the file's name` };
			}
			for (const call of value.syscalls.filter((one) => !names.has(one))) {
				yield { file: path, field: 'syscalls', message: `'${call}' is no syscall` };
			}
			for (const { constant, calls } of rowsOf(value)) {
				const field = `flags.${constant}`;
				for (const call of calls) {
					const owner = owners.get(`${call} ${constant}`);
					owners.set(`${call} ${constant}`, path);
					if (owner !== undefined) {
						yield { file: path, field, message: `is dated for ${call} already, in ${owner}` };
					}
					if (!value.syscalls.includes(call)) {
						yield { file: path, field, message: `'${call}' is none of the file's calls` };
					}
				}
			}
		}
	},
};

function rowsOf({ syscalls, flags }: FlagsFile): readonly { constant: string; calls: readonly string[] }[] {
	return flags.map((row) => ({ constant: row.constant, calls: row.syscalls ?? syscalls }));
}
