import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import type { Check } from './check.ts';

export const backportsAreNewer: Check = {
	name: 'backports-are-newer',
	description: 'A back-ported call came to mainline after the release which the kernel is built on.',
	*run({ syscalls, kernels }) {
		const calls = new Map(syscalls.map(({ value }) => [value.name, value]));
		for (const { path, value } of kernels) {
			if (value.base !== 'mainline') {
				continue;
			}
			for (const arch of ['x86_64', 'arm64'] as const) {
				for (const { syscall } of value.architectures[arch]?.adds ?? []) {
					const call = calls.get(syscall);
					const since = call?.architectures[arch]?.since ?? call?.since ?? null;
					if (since !== null && compareReleases(since, value.release) <= 0) {
						const field = `architectures.${arch}.adds`;
						yield { file: path, field, message: `'${syscall}' is in ${value.release} already, since ${since}` };
					}
				}
			}
		}
	},
};
