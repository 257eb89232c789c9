import type { SyscallFile } from '../../../src/core/catalog/generated.ts';
import type { Check } from './check.ts';

export const pageParameters: Check = {
	name: 'page-parameters',
	description: 'A page explains each parameter of the prototype, in order and by its name.',
	*run({ syscalls }) {
		for (const { path, value } of syscalls) {
			const expected = namesOf(value);
			if (value.page === undefined || expected === undefined) {
				continue;
			}
			const explained = Object.keys(value.page.parameters);
			const fits =
				expected.names.every((name, index) => explained[index] === name || name === undefined) &&
				(explained.length === expected.names.length || (expected.variable && explained.length > expected.names.length));
			if (!fits) {
				const names = expected.names.map((name) => name ?? '?').join(', ') || 'none';
				const message = `are ${explained.join(', ') || 'none'}; the prototype has ${names}`;
				yield { file: path, field: 'page.parameters', message };
			}
		}
	},
};

interface Expected {
	/** `undefined` where the prototype has no plain name, as in `nodemask[(maxnode + 7) / 8]`. */
	readonly names: readonly (string | undefined)[];
	/** Whether more may follow: what stands for `...`. */
	readonly variable: boolean;
}

/** The names of the C function, or of the kernel's side where there is none. */
function namesOf({ libc, parameters }: SyscallFile): Expected | undefined {
	if (libc !== undefined) {
		const end = libc.parameters.findIndex(({ type }) => type === '...');
		const fixed = end === -1 ? libc.parameters : libc.parameters.slice(0, end);
		return { names: fixed.filter(({ type }) => type !== 'void').map(({ name }) => name), variable: end !== -1 };
	}
	return parameters && { names: parameters.map((text) => /(\w+)(?:\[\w*\])?$/.exec(text)?.[1]), variable: false };
}
