import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import { newestKernel } from '../newestKernel.ts';
import type { Check } from './check.ts';

export const distroKernels: Check = {
	name: 'distro-kernels',
	description: 'A release has a kernel or says why not; its vendor kernel and the release it is like exist and fit.',
	*run({ kernels, distros }) {
		const releases = new Map(
			kernels.flatMap(({ value }) => [value.id, ...(value.aliases ?? [])].map((id) => [id, value.release])),
		);
		const rows = new Set(distros.map(({ name }) => name));
		for (const { path, value } of distros) {
			const { kernel } = value;
			if ((kernel === null) !== (value.noKernel !== undefined)) {
				yield { file: path, field: 'noKernel', message: 'belongs to a release without a kernel, and to such only' };
			}
			if (kernel === null) {
				continue;
			}
			if ('like' in kernel) {
				if (!rows.has(kernel.like)) {
					yield { file: path, field: 'kernel.like', message: `'${kernel.like}' has no file` };
				}
				continue;
			}
			if (compareReleases(kernel.release, newestKernel) > 0) {
				yield { file: path, field: 'kernel.release', message: `${kernel.release} is newer than our data` };
			}
			if (kernel.vendor !== null && releases.get(kernel.vendor) !== kernel.release) {
				yield { file: path, field: 'kernel.vendor', message: `'${kernel.vendor}' is no kernel on ${kernel.release}` };
			}
		}
	},
};
