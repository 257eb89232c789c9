import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

export const weakClaims: Check = {
	name: 'weak-claims',
	description: 'What is our own knowledge is marked as recalled.',
	*run({ syscalls, kernels, distros, flags }) {
		for (const { path, value } of [...syscalls, ...kernels, ...distros, ...flags]) {
			yield* unmarked(path, '', value);
		}
	},
};

function* unmarked(file: string, field: string, value: unknown): Iterable<Problem> {
	if (typeof value !== 'object' || value === null) {
		return;
	}
	if ('source' in value && String(value.source).startsWith('own knowledge')) {
		if (!('certainty' in value) || value.certainty !== 'recalled') {
			yield { file, field: `${field}certainty`, message: "must be 'recalled', because the source is own knowledge" };
		}
	}
	for (const [key, child] of Object.entries(value)) {
		yield* unmarked(file, `${field}${key}.`, child);
	}
}
