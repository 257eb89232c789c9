import type { Check } from './check.ts';

export const flagBasis: Check = {
	name: 'flag-basis',
	description:
		'The basis of a flag names sources of its file, every source bears a flag, and what is inferred says from what.',
	*run({ flags }) {
		for (const { path, value } of flags) {
			const given = Object.keys(value.sources);
			const used = new Set(value.flags.flatMap(({ basis }) => basis.map(sourceOf)));
			for (const row of value.flags) {
				for (const source of row.basis.map(sourceOf).filter((one) => !given.includes(one))) {
					yield { file: path, field: `flags.${row.constant}.basis`, message: `'${source}' is no source of the file` };
				}
				if (row.certainty !== undefined && row.note === undefined) {
					yield {
						file: path,
						field: `flags.${row.constant}.note`,
						message: `is missing, though it is ${row.certainty}`,
					};
				}
				if (row.basis.includes('recalled') && row.certainty !== 'recalled') {
					yield {
						file: path,
						field: `flags.${row.constant}.certainty`,
						message: "must be 'recalled', as its basis is",
					};
				}
			}
			for (const source of given.filter((one) => !used.has(one))) {
				yield { file: path, field: `sources.${source}`, message: 'bears no flag' };
			}
		}
	},
};

/** `strace@78a6fe76a` is the source `strace`. */
function sourceOf(basis: string): string {
	return basis.replace(/@.*/, '');
}
