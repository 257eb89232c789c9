import type { Check } from './check.ts';

export const sourced: Check = {
	name: 'sourced',
	description: 'Every file names a source, and no source is empty.',
	*run({ syscalls, kernels, distros, flags, profiles, startup }) {
		for (const { path, value } of [...syscalls, ...kernels, ...distros, ...flags, ...profiles, ...startup]) {
			const sources = [...sourcesIn(value)];
			if (sources.length === 0) {
				yield { file: path, field: 'sources', message: 'are missing' };
			}
			if (sources.some((source) => source.trim() === '')) {
				yield { file: path, field: 'source', message: 'is empty' };
			}
		}
	},
};

/** Every `source` and `url`, however deep. */
function* sourcesIn(value: unknown): Iterable<string> {
	if (typeof value !== 'object' || value === null) {
		return;
	}
	for (const [key, child] of Object.entries(value) as [string, unknown][]) {
		if ((key === 'source' || key === 'url') && typeof child === 'string') {
			yield child;
		} else {
			yield* sourcesIn(child);
		}
	}
}
