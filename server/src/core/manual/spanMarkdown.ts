import { merged, plain, type Font, type Span } from './spans.ts';

/** Where a page can be read, as a link's target; undefined where there is no link to it. */
export type LinkOf = (section: string, name: string) => string | undefined;

const reference = /([A-Za-z_][\w.+-]*)\(([1-9][a-z]{0,5})\)/g;

/** Text with its fonts, and with links where it names other pages: `open(2)`, whatever fonts it is written in. */
export function spansMarkdown(spans: readonly Span[], linkOf: LinkOf): string {
	const references = [...plain(spans).matchAll(reference)].flatMap(
		({ index, 0: text, 1: name = '', 2: section = '' }) => {
			const target = linkOf(section, name);
			return target === undefined ? [] : [{ start: index, end: index + text.length, target }];
		},
	);
	let result = '';
	let at = 0;
	for (const { start, end, target } of references) {
		result += fontsMarkdown(slice(spans, at, start), result);
		result += `[${fontsMarkdown(slice(spans, start, end), '[')}](${target})`;
		at = end;
	}
	const whole = result + fontsMarkdown(slice(spans, at, Infinity), result);
	return whole
		.replace(/[ \u00a0\t]+/g, ' ')
		.trim()
		.replace(/^(\s*)([#+>=-]|\d+[.)])(?=\s|$|[#=-])/, guardStart);
}

/** What would begin a list, heading or quote at the start of a line. */
function guardStart(_: string, space: string, marker: string): string {
	return `${space}${marker.length > 1 ? `${marker.slice(0, -1)}\\${marker.slice(-1)}` : `\\${marker}`}`;
}

/** The part of the text between two places. */
function slice(spans: readonly Span[], start: number, end: number): readonly Span[] {
	const result: Span[] = [];
	let at = 0;
	for (const { text, font } of spans) {
		result.push({ text: text.slice(Math.max(start - at, 0), Math.max(end - at, 0)), font });
		at += text.length;
	}
	return merged(result);
}

function fontsMarkdown(spans: readonly Span[], before: string): string {
	let result = '';
	for (const [i, span] of spans.entries()) {
		const next = spans[i + 1]?.text.charAt(0) ?? '';
		result += fontMarkdown(span, (before + result).slice(-1), next);
	}
	return result;
}

const marks: Readonly<Record<Font, string>> = { R: '', B: '**', I: '*' };

/** Marks stand close to the words. Where Markdown would not see them (`a**(**b`), the words go without. */
function fontMarkdown({ text, font }: Span, before: string, after: string): string {
	const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
	const isSeen =
		/\w/.test(words) &&
		(lead !== '' || !/\w/.test(before) || /^[A-Za-z0-9]/.test(words)) &&
		(trail !== '' || !/\w/.test(after) || /[A-Za-z0-9]$/.test(words));
	const mark = isSeen ? marks[font] : '';
	return `${lead}${mark}${escapeText(words)}${mark}${trail}`;
}

/** Text in which nothing is taken for Markdown. */
export function escapeText(text: string): string {
	return text
		.replace(/[\\`*[\]<>~$]/g, '\\$&')
		.replace(/&(?=#?\w+;)/g, '\\&')
		.replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}
