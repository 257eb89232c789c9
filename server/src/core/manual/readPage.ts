import type { Page } from './blocks.ts';
import { readText, regular } from './escapes.ts';
import { readLines } from './lines.ts';
import { PageReader } from './pageReader.ts';
import { plain } from './spans.ts';

/** Why a page can't be shown: `mdoc`, the other language of manual pages, or no page at all. */
export type Unreadable = 'mdoc' | 'no-page';

/** Reads a page in the man(7) language; requests that only say how paper is filled are left out. */
export function readPage(text: string): Page | Unreadable {
	const { lines, strings } = readLines(text);
	const requests = lines.filter((line) => line.kind === 'request');
	const title = requests.find(({ name }) => name === 'TH');
	if (title === undefined) {
		return requests.some(({ name }) => name === 'Dd' || name === 'Dt') ? 'mdoc' : 'no-page';
	}
	const [name = '', section = '', , source = ''] = title.arguments;
	const reader = new PageReader(strings);
	reader.read(lines);
	const words = (raw: string): string => plain(readText(raw, regular(), strings).spans);
	return { title: words(name), section, source: words(source), notice: noticeOf(text), blocks: reader.blocks };
}

/** The comment lines above the title, without the dots and backslashes. */
function noticeOf(text: string): readonly string[] {
	const [head = ''] = text.split(/^\.TH\b/m);
	return head
		.split('\n')
		.filter((line) => /^[.']\s*\\"(?!\s*t\b)/.test(line))
		.map((line) => line.replace(/^[.']\s*\\" ?/, '').trimEnd());
}
