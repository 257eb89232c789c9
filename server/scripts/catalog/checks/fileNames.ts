import type { DistroFile } from '../../../src/core/catalog/generated.ts';
import type { Check } from './check.ts';

export const fileNames: Check = {
	name: 'file-names',
	description: 'A file is named for the thing in it.',
	*run({ syscalls, kernels, distros }) {
		for (const { path, name, value } of syscalls) {
			if (value.name !== name) {
				yield { file: path, field: 'name', message: `is '${value.name}', which is not the file's name` };
			}
		}
		for (const { path, name, value } of kernels) {
			if (value.id !== name) {
				yield { file: path, field: 'id', message: `is '${value.id}', which is not the file's name` };
			}
		}
		for (const { path, name, value } of distros) {
			if (!namesOf(value).includes(name)) {
				yield { file: path, field: 'id', message: `with the version gives '${namesOf(value).join("' or '")}'` };
			}
		}
	},
};

/** `debian-12`; a distribution that only rolls, and scratch, may go without the version. */
function namesOf({ id, version }: DistroFile): readonly string[] {
	const full = `${id}-${version}`;
	return version === '' ? [id] : version === 'rolling' ? [full, id] : [full];
}
