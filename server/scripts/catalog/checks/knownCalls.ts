import type { KernelFile } from '../../../src/core/catalog/generated.ts';
import type { Check } from './check.ts';

export const knownCalls: Check = {
	name: 'known-calls',
	description: 'A kernel names calls that have a number on the architecture, and each of them once.',
	*run({ syscalls, kernels }) {
		const numbers = new Map(syscalls.map(({ value }) => [value.name, value.architectures]));
		for (const { path, value } of kernels) {
			for (const [arch, names] of callsOf(value)) {
				const seen = new Set<string>();
				for (const name of names) {
					if (numbers.get(name)?.[arch] === undefined) {
						yield { file: path, field: `architectures.${arch}`, message: `'${name}' has no number there` };
					}
					if (seen.has(name)) {
						yield { file: path, field: `architectures.${arch}`, message: `names '${name}' twice` };
					}
					seen.add(name);
				}
			}
		}
	},
};

function* callsOf(kernel: KernelFile): Iterable<readonly ['x86_64' | 'arm64', readonly string[]]> {
	for (const arch of ['x86_64', 'arm64'] as const) {
		if (kernel.base === 'mainline') {
			const { adds = [], lacks = [] } = kernel.architectures[arch] ?? {};
			yield [arch, [...adds, ...lacks].map(({ syscall }) => syscall)];
		} else {
			const { full = [], partial = [], refused = [] } = kernel.architectures[arch] ?? {};
			yield [arch, [...full, ...[...partial, ...refused].map(({ syscall }) => syscall)]];
		}
	}
}
