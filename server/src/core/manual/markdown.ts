import type { Block, Cell, Item, Page, Table } from './blocks.ts';
import { spansMarkdown, escapeText, type LinkOf } from './spanMarkdown.ts';

/** A page as Markdown: one line a paragraph, lists for terms, fences for code. */
export function pageMarkdown(page: Page, linkOf: LinkOf): string {
	const parts = [`# ${escapeText(page.title)}(${page.section})`];
	const indents = ['']; // by level: what stands before a line inside of an item
	for (const block of page.blocks) {
		parts.push(blockMarkdown(block, indents, linkOf));
	}
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockMarkdown(block: Block, indents: string[], linkOf: LinkOf): string {
	switch (block.kind) {
		case 'heading':
			indents.length = 1;
			return `${'#'.repeat(block.depth)} ${escapeText(block.text)}`;
		case 'paragraph': {
			if (block.item === undefined) {
				return indented(indentAt(indents, block.level), broken(block.lines, linkOf));
			}
			const [marker, terms] = itemStart(block.item, linkOf);
			const outer = indentAt(indents, block.level - 1);
			indents[block.level] = outer + ' '.repeat(marker.length);
			indents.length = block.level + 1;
			const text = [terms, broken(block.lines, linkOf)].filter((one) => one !== '').join('\\\n');
			return indented(outer, `${marker}${indented(' '.repeat(marker.length), text).trimStart()}`);
		}
		case 'code':
			return indented(indentAt(indents, block.level), fenced(block.lines, block.section));
		case 'table':
			return indented(indentAt(indents, block.level), tableMarkdown(block.table, linkOf));
	}
}

function indentAt(indents: string[], level: number): string {
	indents.length = Math.min(indents.length, Math.max(level, 0) + 1);
	return indents.at(-1) ?? '';
}

function itemStart(item: Item, linkOf: LinkOf): readonly [string, string] {
	switch (item.kind) {
		case 'bullet':
			return ['- ', ''];
		case 'number':
			return [`${/\d+/.exec(item.label)?.[0] ?? '1'}. `, ''];
		case 'term':
			return ['- ', item.terms.map((term) => spansMarkdown(term, linkOf)).join('\\\n')];
	}
}

function broken(lines: Cell, linkOf: LinkOf): string {
	return lines.map((line) => spansMarkdown(line, linkOf)).join('\\\n');
}

/** Code keeps its shape; what all lines are indented by goes. */
function fenced(lines: readonly string[], section: string): string {
	const text = lines
		.map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
		.join('\n')
		.replace(/^\n+|\n+$/g, '')
		.replace(/\n{3,}/g, '\n\n');
	const language = section === 'SYNOPSIS' || /^\s*(?:#include|#define|struct|typedef)\b|;$/m.test(text) ? 'c' : 'text';
	const fence = text.includes('```') ? '~~~~' : '```';
	return `${fence}${language}\n${text}\n${fence}`;
}

function tableMarkdown({ header, rows }: Table, linkOf: LinkOf): string {
	const width = Math.max(...rows.map((row) => row.length), 1);
	const line = (row: readonly Cell[]): string => {
		const cells = Array.from({ length: width }, (_, i) => cellMarkdown(row[i] ?? [], linkOf));
		return `| ${cells.join(' | ')} |`;
	};
	const [first = [], ...others] = header ? rows : [[], ...rows];
	return [line(first), `|${' --- |'.repeat(width)}`, ...others.map(line)].join('\n');
}

function cellMarkdown(cell: Cell, linkOf: LinkOf): string {
	return cell.map((line) => spansMarkdown(line, linkOf).replaceAll('|', '\\|')).join('; ');
}

function indented(indent: string, text: string): string {
	return indent === '' ? text : text.replace(/^(?=.)/gm, indent);
}
