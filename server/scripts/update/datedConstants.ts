import type { Page } from '../../src/core/manual/blocks.ts';
import { namesOf, sectionOf, termsOf, textOf } from './linuxManual.ts';

/** A constant, and the release of Linux that a manual page gives beside it. */
export interface DatedConstant {
	readonly constant: string;
	readonly since: string;
}

const release = String.raw`(?:Linux|kernel)[\s\u00a0-]+(\d+(?:\.\d+)+)`;
/** `since Linux 5.8`, `int; since Linux 2.6.24`, `Linux 2.4 onward`; not `functional since …`, nor `Linux 2.0 to Linux 2.5`. */
const since = new RegExp(String.raw`(?:(?:^|[;,]\s*)since ${release}|^${release} (?:onward|and later))`, 'i');

/** What a page says in tags (`O_PATH (since Linux 2.6.39)`) and, where it is for constants, in its HISTORY. */
export function datedConstants(page: Page): readonly DatedConstant[] {
	const found = [...taggedConstants(page), ...(page.section === '2const' ? historyOf(page) : [])];
	const keys = new Map(found.map((one) => [`${one.constant} ${one.since}`, one]));
	return [...keys.values()];
}

function* taggedConstants(page: Page): Iterable<DatedConstant> {
	let section = '';
	for (const block of page.blocks) {
		if (block.kind === 'heading') {
			section = block.depth === 2 ? block.text : section;
		} else if (section !== 'ERRORS') {
			const terms = termsOf(block);
			const text = textOf(block);
			yield* readTag(`${terms.join(', ')} ${text.startsWith('(') ? text : ''}`);
		}
	}
}

/** A date holds for the constants before it that have none: `MAP_HUGE_2MB, MAP_HUGE_1GB (since Linux 3.8)`. */
export function readTag(tag: string): readonly DatedConstant[] {
	const found: DatedConstant[] = [];
	let undated: string[] = [];
	for (const [, constant, remark = ''] of tag.matchAll(
		/((?:\b_*)[A-Z][A-Z0-9_]{2,})\b(?![a-z*])|\(((?:[^()]|\([^()]*\))*)\)/g,
	)) {
		if (constant !== undefined) {
			undated.push(constant);
			continue;
		}
		const [, first, second] = since.exec(remark) ?? [];
		const date = first ?? second;
		if (date !== undefined) {
			found.push(...undated.map((one) => ({ constant: one, since: date })));
			undated = [];
		}
	}
	return found.filter(({ constant }) => !/^E(?!POLL)[A-Z0-9]+$/.test(constant)); // errors come with conditions, not with releases
}

/** `Linux 6.3.` under HISTORY dates what the page is for; under a tag there, that. */
function* historyOf(page: Page): Iterable<DatedConstant> {
	for (const block of sectionOf(page, 'HISTORY')) {
		const [, date] = /^Linux (\d+(?:\.\d+)+)(?=[.,;]?(?:\s|$))/.exec(textOf(block)) ?? [];
		const terms = termsOf(block);
		if (date !== undefined) {
			const constants = terms.length === 0 ? namesOf(page) : terms.map((term) => term.trim());
			yield* constants.filter((one) => /^[A-Z][A-Z0-9_]+$/.test(one)).map((constant) => ({ constant, since: date }));
		}
	}
}
