import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ManualText } from '../core/host.ts';
import { largestPage, packings } from './decompress.ts';

/** Reads pages from the folders of `man`; no program is run. */
export interface ManualFolders {
	/** The source of a page of exactly this section, and the file that it was found in. */
	read(section: string, name: string): Promise<ManualFile | undefined>;
}

export interface ManualFile {
	readonly text: string;
	readonly path: string;
}

/** Newer manuals keep types and constants apart: `open_how(2type)`. */
const parts: Readonly<Record<string, readonly string[]>> = {
	2: ['2', '2type', '2const'],
	3: ['3', '3type', '3const', '3head'],
};

/** Pages that only name another page, and those name one again, end here. */
const deepestInclude = 5;

/** The pages below some folders, the first that has one wins. */
export function manualFolders(roots: readonly string[]): ManualFolders {
	return {
		async read(section, name) {
			if (!/^[1-9]\w*$/.test(section) || !/^[\w][\w.:+@-]*$/.test(name)) {
				return undefined; // names come from pages and editors, and must not lead out of the folders
			}
			for (const root of roots) {
				for (const part of parts[section] ?? [section]) {
					const found = await readFrom(root, part, name);
					if (found !== undefined) {
						return found;
					}
				}
			}
			return undefined;
		},
	};
}

/** `man2/open.2.gz`, and `man2type/open_how.2type` beside `man2/open_how.2type`. */
async function readFrom(root: string, part: string, name: string): Promise<ManualFile | undefined> {
	for (const folder of new Set([`man${part}`, `man${part.charAt(0)}`])) {
		const found = await readIncluded(root, `${folder}/${name}.${part}`, 0);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

/** Follows `.so man2/open.2`: a page may be nothing but the name of another. */
async function readIncluded(root: string, file: string, depth: number): Promise<ManualFile | undefined> {
	for (const ending of Object.keys(packings)) {
		const found = path.join(root, `${file}${ending}`);
		const text = await readPacked(found, ending);
		if (text === undefined) {
			continue;
		}
		const target = /^(?:[.'][ \t]*\\".*\r?\n|\s*\n)*\.so[ \t]+(\S+)/.exec(text)?.[1];
		if (target === undefined) {
			return { text, path: found };
		}
		const next = target.includes('/') ? target : `${path.dirname(file)}/${target}`;
		const isInside = /^man[2-9]\w*\/[^/]+$/.test(next);
		return isInside && depth < deepestInclude
			? readIncluded(root, next.replace(/\.(?:gz|xz|zst)$/, ''), depth + 1)
			: undefined;
	}
	return undefined;
}

/** The text of a file, or undefined where it is missing, unreadable, broken or larger than a page can be. */
async function readPacked(file: string, ending: string): Promise<string | undefined> {
	// O_NONBLOCK: a FIFO must not hang us.
	const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
	if (handle === undefined) {
		return undefined;
	}
	try {
		const stat = await handle.stat();
		if (!stat.isFile() || stat.size > largestPage) {
			return undefined;
		}
		const bytes = await packings[ending]?.(await handle.readFile());
		return bytes === undefined || bytes.includes(0) ? undefined : decode(bytes);
	} catch {
		return undefined;
	} finally {
		await handle.close();
	}
}

/** UTF-8, and where it is none the older Latin-1. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('latin1').decode(bytes);
	}
}

/** The folders that `man` looks into: `MANPATH`, in which an empty name stands for the system's, or the system's. */
export async function systemManualFolders(manPath: string | undefined): Promise<readonly string[]> {
	const texts = await Promise.all(
		['/etc/manpath.config', '/etc/man_db.conf', '/etc/man.conf'].map((file) => readFile(file, 'utf8').catch(() => '')),
	);
	const system = ['/usr/share/man', '/usr/local/share/man', ...texts.flatMap(configuredFolders)];
	const named = manPath === undefined || manPath === '' ? system : manPath.split(':').flatMap((one) => one || system);
	return [...new Set(named)].filter((folder) => path.isAbsolute(folder));
}

/** `MANDATORY_MANPATH /usr/share/man` of man-db, `manpath /usr/share/man` of mandoc. */
export function configuredFolders(text: string): readonly string[] {
	return [...text.matchAll(/^[ \t]*(?:MANDATORY_MANPATH|manpath)[ \t]+(\S+)/gm)].map(([, folder = '']) => folder);
}

/**
 * The manual of this machine, then the one packaged with the product. Only Linux describes Linux's calls: another system's
 * `open(2)` would be wrong here.
 */
export function createManualReader(
	packaged: string,
	system: NodeJS.Platform = process.platform,
	manPath = process.env['MANPATH'],
): (section: string, name: string) => Promise<ManualText | undefined> {
	let folders: Promise<ManualFolders> | undefined;
	return async (section, name) => {
		folders ??= (system === 'linux' ? systemManualFolders(manPath) : Promise.resolve([])).then(manualFolders);
		const file = await (await folders).read(section, name);
		return file === undefined
			? readPackaged(packaged, section, name)
			: { format: 'roff', text: file.text, origin: file.path };
	};
}

/** What `server/scripts/manuals.ts` packages: pages by file, and an index of the names that share one. */
export interface PackagedIndex {
	readonly origin: string;
	readonly pages: Readonly<Record<string, string>>;
}

async function readPackaged(folder: string, section: string, name: string): Promise<ManualText | undefined> {
	try {
		const index = JSON.parse(await readFile(path.join(folder, section, 'index.json'), 'utf8')) as PackagedIndex;
		const file = Object.hasOwn(index.pages, name) ? index.pages[name] : undefined;
		return file === undefined
			? undefined
			: { format: 'markdown', text: await readFile(path.join(folder, section, file), 'utf8'), origin: index.origin };
	} catch {
		return undefined; // none is packaged
	}
}
