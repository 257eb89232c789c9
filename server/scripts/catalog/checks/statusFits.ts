import type { Check } from './check.ts';

export const statusFits: Check = {
	name: 'status-fits',
	description: 'The status of a call agrees with its releases, and an unknown release has a note.',
	*run({ syscalls }) {
		for (const { path, value } of syscalls) {
			if ((value.status === 'removed') !== (value.removed !== undefined)) {
				yield { file: path, field: 'status', message: "'removed' and a release of removal go together" };
			}
			if (value.status === 'never-implemented' && value.since !== null) {
				yield { file: path, field: 'since', message: 'is given for a call that was never implemented' };
			}
			if (value.since === null && value.note === undefined) {
				yield { file: path, field: 'note', message: 'is missing, though `since` is null' };
			}
		}
	},
};
