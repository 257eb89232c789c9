/**
 * Holds the prototypes, headers and releases of glibc in `server/data/syscalls` against installed manual pages:
 * `npm run update:signatures -- [MANDIR]`, where MANDIR is the folder of an unpacked `manpages-dev` (`usr/share/man`), by
 * default the machine's. `--check` writes nothing and fails when there is something to write.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SyscallFile } from '../../src/core/catalog/generated.ts';
import { readDataFiles } from '../catalog/dataFiles.ts';
import { listed, runUpdater, Stopped } from './instruct.ts';
import { manualFolder, readLinuxManual } from './linuxManual.ts';
import { compareSignatures, type SignatureNews } from './signatureChanges.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../data');

/** What the pages of a folder say that our data does not; throws `Stopped` at what nobody but a person can settle. */
export async function findSignatures(folder: string): Promise<SignatureNews> {
	const files = (await readDataFiles<SyscallFile>(dataFolder, 'syscalls')).map(({ value }) => value);
	const sources = files.flatMap((file) => file.sources.map(({ source }) => source));
	const pages = await readLinuxManual(folder, (name) => sources.some((source) => source.endsWith(`, ${name}`)));
	const news = compareSignatures(pages, files);
	if (news.unclear.length > 0 || news.conflicts.length > 0) {
		throw new Stopped(
			[
				...(news.unclear.length > 0
					? [
							listed(
								'These can’t be read from the pages; write them by hand, from the headers of the library:',
								news.unclear,
							),
						]
					: []),
				...(news.conflicts.length > 0
					? [listed('The manual and our data disagree; look into the header or the kernel:', news.conflicts)]
					: []),
				'Mend the file that is wrong, or keep ours. Then name the page that you have read as a source of the file,',
				'such as "Linux man-pages 6.20, open(2)" (a release in the `note` settles that release), and run this again.',
			].join('\n'),
		);
	}
	return news;
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { check: { type: 'boolean', default: false } },
	});
	const folder = await manualFolder(positionals[0]);
	const { changed, superseded } = await findSignatures(folder);
	const paths = changed.map(({ name }) => `server/data/syscalls/${name}.json`);
	if (superseded > 0) {
		console.log(
			`Left aside: ${superseded} statements that are none of ours, in pages that we have read or that are older.`,
		);
	}
	if (changed.length === 0) {
		console.log(`Nothing to add: our data has what the pages of ${folder} say.`);
		return;
	}
	if (values.check) {
		throw new Stopped(listed('The pages say more than these files; run: npm run update:signatures', paths));
	}
	for (const file of changed) {
		writeFileSync(path.join(dataFolder, `syscalls/${file.name}.json`), `${JSON.stringify(file, null, '\t')}\n`);
	}
	console.log(listed('Written, to be reviewed:', [...paths, '', 'Then run npm run check.']));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	runUpdater(main);
}
