import type { SyscallFile } from '../../../src/core/catalog/generated.ts';
import type { Check } from './check.ts';

/** How long a text may be, in characters, where the schema does not say. */
const limits = { returns: 100, when: 120, loses: 100 } as const;

/** A hover shows them beneath each other; more is for the manual. */
const sentencesOfDetails = 3;

/** What follows must look like a sentence: "user. attributes" and ".. and" end none. */
const sentenceEnd = /(?<=[\w)])[.!?](?=\s+[A-Z]|$)/g;

export const shortSentences: Check = {
	name: 'short-sentences',
	description: 'What a page says is short: one line a field, at most three sentences of details, no blanks around.',
	*run({ syscalls }) {
		for (const { path, value } of syscalls) {
			for (const [field, text, limit] of textsOf(value)) {
				if (text.length > limit) {
					yield { file: path, field, message: `has ${text.length} characters of ${limit}` };
				}
				if (text.trim() !== text || /\s{2}|\n/.test(text)) {
					yield { file: path, field, message: 'has blanks that nobody needs' };
				}
			}
			if ((value.details?.match(sentenceEnd)?.length ?? 0) > sentencesOfDetails) {
				yield { file: path, field: 'details', message: `has more than ${sentencesOfDetails} sentences` };
			}
		}
	},
};

function* textsOf({
	summary,
	details,
	loses,
	page,
}: SyscallFile): Iterable<readonly [field: string, text: string, limit: number]> {
	yield ['summary', summary ?? '', Infinity];
	yield ['details', details ?? '', Infinity];
	yield ['loses', loses ?? '', limits.loses];
	yield ['page.returns', page?.returns ?? '', limits.returns];
	for (const field of ['parameters', 'errors'] as const) {
		for (const [name, text] of Object.entries(page?.[field] ?? {})) {
			yield [`page.${field}.${name}`, text, Infinity];
		}
	}
	for (const { errno, when } of page?.alsoRefused ?? []) {
		yield [`page.alsoRefused.${errno}`, when, limits.when];
	}
}
