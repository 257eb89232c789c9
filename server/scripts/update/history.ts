import type { Page } from '../../src/core/manual/blocks.ts';
import { namesOf, sectionOf, termsOf, textOf } from './linuxManual.ts';

/** The releases that a page states for a call. */
export interface Stated {
	readonly linux?: string;
	readonly glibc?: string;
}

const version = String.raw`(\d+(?:\.\d+)+)`;
/** `Linux 2.6.28, glibc 2.10.`: the manual's way since 6.04, beneath the name of the call. */
const short = new RegExp(String.raw`^(?=\S)(?:Linux ${version})?(?:,? ?glibc ${version})?[.,;]?$`);
/** `dup3() was added in Linux 2.6.27; glibc support is available since glibc 2.9`: the way before. */
const linuxSentence = new RegExp(String.raw`\b(?:added|appeared|available|introduced)\b[^,;]*? Linux ${version}`);
const glibcSentence = new RegExp(String.raw`\b(?:support|wrappers?)\b[^,;]*? glibc (?:since )?(?:version )?${version}`);

/** When the calls of a page came, by name; what is said of flags, structures or other libraries is left aside. */
export function statedReleases(page: Page): ReadonlyMap<string, Stated> {
	const names = namesOf(page);
	const found = new Map<string, Stated>();
	for (const section of ['VERSIONS', 'HISTORY']) {
		let current = names.length === 1 ? names : [];
		for (const block of sectionOf(page, section)) {
			if (block.kind === 'heading') {
				break; // how the library differs from the kernel
			}
			const terms = termsOf(block).flatMap(callsIn);
			current = terms.length > 0 ? terms : current;
			for (const sentence of textOf(block).split(/(?<=[.;])\s+(?=[A-Za-z])/)) {
				const named = callsIn(sentence);
				current = named.length > 0 ? named : current;
				const stated = readSentence(sentence);
				for (const name of current.filter((one) => names.includes(one))) {
					found.set(name, { ...stated, ...found.get(name) }); // what is said first is when it came
				}
			}
		}
	}
	return found;
}

function callsIn(text: string): readonly string[] {
	return [...text.matchAll(/(\w+) ?\(\)/g)].map(([, name = '']) => name);
}

function readSentence(sentence: string): Stated {
	const whole = short.exec(sentence);
	const isOfSomethingElse = /\b(?:flags?|arguments?|fields?|structures?|headers?|removed|deprecated|before|until)\b/i;
	if (whole === null && isOfSomethingElse.test(sentence)) {
		return {};
	}
	const linux = whole === null ? linuxSentence.exec(sentence)?.[1] : whole[1];
	const glibc = whole === null ? glibcSentence.exec(sentence)?.[1] : whole[2];
	return { ...(linux !== undefined && { linux }), ...(glibc !== undefined && { glibc }) };
}
