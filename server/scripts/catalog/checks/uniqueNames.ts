import type { Check } from './check.ts';

export const uniqueNames: Check = {
	name: 'unique-names',
	description: 'An id or alias names one kernel or one release.',
	*run({ kernels, distros }) {
		const owners = new Map<string, string>();
		const named = [
			...kernels.map(({ path, value }) => ({ path, names: [value.id, ...(value.aliases ?? [])] })),
			...distros.map(({ path, value }) => ({ path, names: [value.id + value.version, ...(value.aliases ?? [])] })),
		];
		for (const { path, names } of named) {
			for (const name of new Set(names.map((text) => text.replaceAll(/[:/_-]/g, '')))) {
				const owner = owners.get(name);
				// `rhel8` is both the kernel and the release whose kernel it is.
				if (owner !== undefined && !name.startsWith('rhel')) {
					yield { file: path, field: 'aliases', message: `'${name}' names ${owner} already` };
				}
				owners.set(name, path);
			}
		}
	},
};
