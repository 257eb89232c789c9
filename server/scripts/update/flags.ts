/**
 * Brings `server/data/flags` up to installed manual pages: `npm run update:flags -- [MANDIR]`, where MANDIR is the folder of
 * an unpacked `manpages-dev` (`usr/share/man`), by default the machine's. `--check` writes nothing and fails when there is
 * something to write.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FlagsFile } from '../../src/core/catalog/generated.ts';
import { readDataFiles } from '../catalog/dataFiles.ts';
import { compareFlags, type FlagNews } from './flagChanges.ts';
import { flagsText } from './flagsText.ts';
import { listed, runUpdater, Stopped } from './instruct.ts';
import { manualFolder, readLinuxManual } from './linuxManual.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../data');

/** What the pages of a folder say that our data does not; throws `Stopped` at what nobody but a person can settle. */
export async function findFlags(folder: string): Promise<FlagNews> {
	const files = await readDataFiles<FlagsFile>(dataFolder, 'flags');
	const sources = files.map(({ value }) => value.sources.manual?.source ?? '').join();
	const pages = await readLinuxManual(folder, (name) => sources.includes(name));
	const news = compareFlags(pages, files);
	const { conflicts, unplaced } = news;
	if (conflicts.length > 0 || unplaced.length > 0) {
		throw new Stopped(
			[
				...(conflicts.length > 0
					? [
							listed('The manual and our data disagree:', conflicts),
							'Look into the kernel. Mend the row, or say in its `note` what the manual says and why it is not believed.',
						]
					: []),
				...(unplaced.length > 0
					? [
							listed('These have no place, for no row of ours is of their family, or several are:', unplaced),
							'Write the row by hand into the file of its call; or, if no call takes it, say so in noFlags.ts.',
						]
					: []),
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
	const { changed, added, superseded } = await findFlags(folder);
	if (superseded > 0) {
		console.log(
			`Left aside: ${superseded} releases that are none of ours, in pages that we have read or that are older.`,
		);
	}
	if (added.length === 0) {
		console.log(`Nothing to add: our data has what the pages of ${folder} date.`);
		return;
	}
	if (values.check) {
		throw new Stopped(listed('The data lacks these; run: npm run update:flags', added));
	}
	for (const { path: file, value } of changed) {
		writeFileSync(path.join(dataFolder, file), flagsText(value));
	}
	console.log(
		listed('Written, to be reviewed:', [
			...added,
			'',
			'Then: compare with the headers of that kernel, which are seldom wrong; and run npm run check.',
		]),
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	runUpdater(main);
}
