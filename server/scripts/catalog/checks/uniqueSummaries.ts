import type { Check } from './check.ts';

export const uniqueSummaries: Check = {
	name: 'unique-summaries',
	description: 'No two calls have the same summary: what sets them apart is said.',
	*run({ syscalls }) {
		const owners = new Map<string, string>();
		for (const { path, value } of syscalls) {
			const summary = value.summary?.toLowerCase();
			if (summary === undefined) {
				continue;
			}
			const owner = owners.get(summary);
			if (owner !== undefined) {
				yield { file: path, field: 'summary', message: `is that of ${owner}` };
			}
			owners.set(summary, value.name);
		}
	},
};
