import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Block, Page } from '../../src/core/manual/blocks.ts';
import { readPage } from '../../src/core/manual/readPage.ts';
import { plain } from '../../src/core/manual/spans.ts';
import { manualFolders, systemManualFolders } from '../../src/node/manualPages.ts';
import { Stopped } from './instruct.ts';

/** A page of the Linux manual. */
export interface LinuxPage {
	/** As other pages name it: `open(2)`, `PR_SET_MDWE(2const)`. */
	readonly name: string;
	/** The release of the manual: `6.03`. */
	readonly release: string;
	readonly page: Page;
}

/** The folder to read: the one that was named, or the first of the machine's that has system calls. */
export async function manualFolder(named: string | undefined): Promise<string> {
	const folders = named === undefined ? await systemManualFolders(process.env['MANPATH']) : [path.resolve(named)];
	for (const folder of folders) {
		if ((await namesIn(path.join(folder, 'man2'))).length > 0) {
			return folder;
		}
	}
	throw new Stopped(
		`There is no man2 in ${folders.join(', ')}: install manpages-dev, or name the folder of an unpacked package (usr/share/man).`,
	);
}

/**
 * The pages of the Linux manual below a folder, each once and by its own name: those of system calls and their constants
 * (2, 2const), and others that `isWanted`. What other packages put there is left out.
 */
export async function readLinuxManual(
	folder: string,
	isWanted: (name: string) => boolean,
): Promise<readonly LinuxPage[]> {
	const manual = manualFolders([folder]);
	const pages = new Map<string, LinuxPage>();
	for (const part of await namesIn(folder)) {
		for (const file of /^man[2-7]/.test(part) ? await namesIn(path.join(folder, part)) : []) {
			const [, title = '', section = ''] = /^(.+)\.([2-7][a-z]*)(?:\.gz|\.xz|\.zst)?$/.exec(file) ?? [];
			const name = `${title}(${section})`;
			if ((section !== '2' && section !== '2const' && !isWanted(name)) || pages.has(name)) {
				continue;
			}
			const found = await manual.read(section, title);
			const isOwn = found !== undefined && path.basename(found.path) === file; // no `.so` that names another
			const page = isOwn ? readPage(found.text) : 'no-page';
			if (typeof page !== 'string' && page.source.startsWith('Linux man-pages')) {
				pages.set(name, { name, release: releaseOf(page), page });
			}
		}
	}
	if (pages.size === 0) {
		throw new Stopped(`${folder} holds no page of the Linux man-pages project.`);
	}
	return [...pages.values()];
}

/** `Linux man-pages 6.03` → `6.03`; a tree that was not released has no number. */
function releaseOf({ source }: Page): string {
	const release = /\d+(?:\.\d+)+/.exec(source)?.[0];
	if (release === undefined) {
		throw new Stopped(`The manual says '${source}', and a fact needs its release: take a package that was released.`);
	}
	return release;
}

/** What a folder holds, without links: an alias is no page of its own. */
async function namesIn(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => !entry.isSymbolicLink())
		.map(({ name }) => name)
		.sort();
}

/** The blocks of a section (`HISTORY`), its subsections included. */
export function sectionOf({ blocks }: Page, section: string): readonly Block[] {
	const isHead = (block: Block): boolean => block.kind === 'heading' && block.depth === 2;
	const start = blocks.findIndex((block) => isHead(block) && block.kind === 'heading' && block.text === section);
	const end = blocks.findIndex((block, i) => i > start && isHead(block));
	return start < 0 ? [] : blocks.slice(start + 1, end < 0 ? undefined : end);
}

/** The names that a page is for, as its NAME section lists them. */
export function namesOf(page: Page): readonly string[] {
	const text = sectionOf(page, 'NAME').map(textOf).join(' ');
	const [names = ''] = text.split(/\s+[-–—−]\s+/);
	return names.split(',').map((name) => name.trim());
}

/** The words of a paragraph, in one line. */
export function textOf(block: Block): string {
	return block.kind === 'paragraph' ? block.lines.map(plain).join(' ').replace(/\s+/g, ' ').trim() : '';
}

/** The words that an item of a list explains. */
export function termsOf(block: Block): readonly string[] {
	return block.kind === 'paragraph' && block.item?.kind === 'term' ? block.item.terms.map(plain) : [];
}
