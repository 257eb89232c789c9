import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLinuxManual, type LinuxPage } from '../../../server/scripts/update/linuxManual.ts';
import { readPage } from '../../../server/src/core/manual/readPage.ts';

/** A page of a manual in our own words: `.TH`, then what is given. */
export function pageText(
	name: string,
	section: string,
	body: readonly string[],
	release = 'Linux man-pages 7.1',
): string {
	return [`.TH ${name} ${section} 2026-01-01 "${release}"`, '.SH NAME', `${name} \\- made up`, ...body, ''].join('\n');
}

/** The same, read. */
export function page(name: string, section: string, body: readonly string[], release = '7.1'): LinuxPage {
	const read = readPage(pageText(name, section, body, `Linux man-pages ${release}`));
	if (typeof read === 'string') {
		throw new Error(read);
	}
	return { name: `${name}(${section})`, release, page: read };
}

/** Gives a folder with these files, and takes it away afterwards. */
export async function inManual(
	files: Readonly<Record<string, string>>,
	use: (folder: string) => Promise<void>,
): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'lens-manual-'));
	try {
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
			writeFileSync(path.join(folder, name), text);
		}
		await use(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The pages of a folder with such files. */
export async function pagesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
	let names: readonly string[] = [];
	await inManual(files, async (folder) => {
		names = (await readLinuxManual(folder, (name) => name === 'tcp(7)')).map(({ name }) => name);
	});
	return names;
}
