/**
 * Packages the manual pages of section 2 which this machine has (`manpages-dev` of Debian) into `dist/manual/2`: as Markdown,
 * SYNOPSIS replaced by our own signatures, each with the copyright and licence of its source. Without them it says so and
 * packages none. Nothing of it is ever committed.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { convertPage, type ConvertedPage } from '../src/core/manual/manualPage.ts';
import { pageLink } from '../src/core/manual/manuals.ts';
import { manualFolders, type ManualFile, type PackagedIndex } from '../src/node/manualPages.ts';
import type { SyscallPage } from '../src/core/catalog/pages.ts';
import { signature } from '../src/core/features/signature.ts';

const root = path.resolve(import.meta.dirname, '../..');
const source = '/usr/share/man';
/** Debian keeps what each licence of the package says here. */
const licences = '/usr/share/doc/manpages-dev/copyright';

type Page = Extract<ConvertedPage, { kind: 'page' }>;

/** Writes the pages below `folder`; answers how many, 0 where there is nothing to package. */
export async function packageManuals(folder: string): Promise<number> {
	await rm(folder, { recursive: true, force: true });
	const names = (await readdir(path.join(source, 'man2')).catch(() => []))
		.map((file) => /^([\w-]+)\.2(?:\.gz|\.xz|\.zst)?$/.exec(file)?.[1])
		.filter((name) => name !== undefined);
	const text = await readFile(licences, 'utf8').catch(() => undefined);
	if (names.length === 0 || text === undefined) {
		return 0;
	}
	await mkdir(path.join(folder, '2'), { recursive: true });
	const signatures = await signaturesByName();
	const files = new Map<string, string>(); // a page that several names share is written once
	const pages: Record<string, string> = {};
	let release = '';
	for (const name of names.sort()) {
		const found = await manualFolders([source]).read('2', name);
		const page = found === undefined ? undefined : convertPage(found.text, pageLink);
		if (found === undefined || page?.kind !== 'page' || !/Linux man-pages/.test(page.source)) {
			continue; // another package's
		}
		if (!/copyright|licen[cs]e|public domain/i.test(page.notice.join(' '))) {
			console.warn(`${name}(2) is left out: its source names no licence.`);
			continue;
		}
		release = page.source;
		const file = files.get(found.text) ?? `${name}.md`;
		if (!files.has(found.text)) {
			files.set(found.text, file);
			await writeFile(path.join(folder, '2', file), packaged(found, page, signatures));
		}
		pages[name] = file;
	}
	const index: PackagedIndex = { origin: `the manual pages packaged with Syscall Lens: ${release}`, pages };
	await writeFile(path.join(folder, '2', 'index.json'), JSON.stringify(index));
	await cp(licences, path.join(folder, 'copyright.txt'));
	return files.size;
}

/** The page with our signatures in its SYNOPSIS, and its own notice at the end. */
function packaged(file: ManualFile, page: Page, signatures: ReadonlyMap<string, string>): string {
	const { markdown, notice, source: release } = page;
	const [, names = ''] = /^## NAME\n\n(.*?) (?:[-–—]|\\-)+ /m.exec(markdown) ?? [];
	const known = names.split(/,\s*/).flatMap((name) => signatures.get(name.replaceAll('\\', '')) ?? []);
	const synopsis = known.length === 0 ? undefined : `## SYNOPSIS\n\n${known.join('\n\n')}\n\n`;
	const body = synopsis === undefined ? markdown : markdown.replace(/^## SYNOPSIS\n[^]*?(?=^## )/m, () => synopsis);
	const changes = synopsis === undefined ? 'converted to Markdown' : 'converted to Markdown, SYNOPSIS written anew';
	const words = notice.join('\n').trim().replaceAll('~~~~', '~~~');
	return [
		body.trimEnd(),
		'---',
		`Changed for Syscall Lens: ${changes}. Made from \`${path.basename(file.path)}\` of ${release}, under the terms below.`,
		`~~~~text\n${words}\n~~~~\n`,
	].join('\n\n');
}

async function signaturesByName(): Promise<ReadonlyMap<string, string>> {
	const text = await readFile(path.join(root, 'dist/pages.json'), 'utf8');
	const pages = Object.entries(JSON.parse(text) as Readonly<Record<string, SyscallPage>>);
	return new Map(
		pages.flatMap(([name, { prototype }]) =>
			prototype === undefined || prototype.headers.length === 0 ? [] : [[name, signature(prototype)]],
		),
	);
}

if (process.argv[1] === import.meta.filename) {
	const count = await packageManuals(path.join(root, 'dist/manual'));
	console.log(
		count === 0
			? 'No manual pages are packaged: manpages-dev is not installed here.'
			: `${count} manual pages are packaged.`,
	);
}
