import type { Check } from './check.ts';

export const uniqueNumbers: Check = {
	name: 'unique-numbers',
	description: 'On one architecture a number belongs to one call.',
	*run({ syscalls }) {
		const owners = new Map<string, string>();
		for (const { path, value } of syscalls) {
			for (const [arch, entry] of Object.entries(value.architectures)) {
				const place = `${arch} ${entry.number}`;
				const owner = owners.get(place);
				if (owner !== undefined) {
					yield { file: path, field: `architectures.${arch}.number`, message: `is that of ${owner}` };
				}
				owners.set(place, value.name);
			}
		}
	},
};
