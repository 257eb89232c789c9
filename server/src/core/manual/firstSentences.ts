/** Longer quotes than this are cut to their first sentence. */
const longest = 260;

/**
 * The first one or two sentences that a page says of a call: of its DESCRIPTION, or of the part of it whose heading names the
 * call, where the page describes several. Undefined where there are no words to quote.
 */
export function firstSentences(page: string, name: string): string | undefined {
	const description = sectionOf(page, /^## DESCRIPTION$/m, /^## /m);
	const own = sectionOf(description, new RegExp(`^### .*(?<![\\w-])${escaped(name)}\\(\\).*$`, 'm'), /^### /m);
	const isHere = own === '' || firstParagraph(description).includes(`${name}**()`);
	const intro = (isHere ? description : own)
		.split('\n\n')
		.map(withoutLinks)
		.filter((text) => /^[\w*"'(“]/.test(text))
		.slice(0, 6);
	const chosen = intro.find((text) => text.includes(`${name}**()`)) ?? intro[0];
	return chosen === undefined ? undefined : cut(sentences(chosen.replaceAll('\\\n', ' ')));
}

function firstParagraph(text: string): string {
	return /^\s*([^\n]+)/.exec(text)?.[1] ?? '';
}

function sectionOf(text: string, start: RegExp, next: RegExp): string {
	const found = start.exec(text);
	if (found === null) {
		return '';
	}
	const rest = text.slice(found.index + found[0].length);
	const end = next.exec(rest)?.index ?? rest.length;
	return rest.slice(0, end).trim();
}

/** `[**open**(2)](./open.2.md)` → `**open**(2)`: links of a page lead nowhere from outside of it. */
function withoutLinks(text: string): string {
	return text.trim().replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1');
}

/** Parts a paragraph where a stop is followed by a blank and a word that begins a sentence. */
function sentences(paragraph: string): readonly string[] {
	return paragraph.split(/(?<=(?<!\b(?:e\.g|i\.e|etc|vs|cf))[.!?]["')*]*) (?=[*("“]*[A-Z])/);
}

/** What leads on to a list or to code ends in an ellipsis where it comes first, and is left out where it comes second. */
function cut([first = '', second]: readonly string[]): string {
	const goesOn = second !== undefined && !second.endsWith(':') && first.length + second.length < longest;
	return goesOn ? `${first} ${second}` : first.replace(/:$/, ' …');
}

function escaped(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
