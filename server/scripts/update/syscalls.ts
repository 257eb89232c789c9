/**
 * Brings `server/data/syscalls` up to the numbers of a kernel:
 * `npm run update:syscalls -- --release 7.4 [FOLDER]`, where FOLDER is a kernel tree or the folder of installed headers
 * (`/usr/include` by default). `--check` writes nothing and fails when there is something to write.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SyscallFile } from '../../src/core/catalog/generated.ts';
import { compareReleases } from '../../src/core/domain/kernelRelease.ts';
import { readDataFiles } from '../catalog/dataFiles.ts';
import { newestKernel } from '../catalog/newestKernel.ts';
import { listed, runUpdater, Stopped } from './instruct.ts';
import { compareTables, withNumbers, type NewNumbers } from './syscallChanges.ts';
import { readTables, unknownHeaders } from './tables.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../data');

/** What is found in the tables, held against the data; throws `Stopped` at what nobody but a person can settle. */
export async function findNew(folder: string): Promise<NewNumbers> {
	const tables = readTables(folder);
	if (tables.length === 0) {
		throw new Stopped(`${folder} holds no table: install linux-libc-dev, or name a kernel tree.`);
	}
	const strangers = existsSync(folder) ? unknownHeaders(folder) : [];
	if (strangers.length > 0) {
		throw new Stopped(listed('Headers of an architecture that we do not know; add it to tables.ts:', strangers));
	}
	const files = (await readDataFiles<SyscallFile>(dataFolder, 'syscalls')).map(({ value }) => value);
	return compareTables(tables, files);
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { release: { type: 'string' }, source: { type: 'string' }, check: { type: 'boolean', default: false } },
	});
	const folder = positionals[0] ?? '/usr/include';
	const { calls, numbers, conflicts } = await findNew(folder);
	if (conflicts.length > 0) {
		throw new Stopped(
			listed('The tables and our data disagree; look into the kernel and mend the file that is wrong:', conflicts),
		);
	}
	const found = [...new Set([...calls, ...numbers].map(([name]) => name))];
	if (found.length === 0) {
		console.log(`Nothing to add: our data has every number of ${folder}.`);
		return;
	}
	if (values.check) {
		throw new Stopped(listed('The data lacks these calls; run: npm run update:syscalls -- --release RELEASE', found));
	}
	const { release } = values;
	if (release === undefined || !/^\d+\.\d+$/.test(release)) {
		throw new Stopped(listed('In which release did these come? Say it as --release 7.4:', found));
	}
	if (compareReleases(release, newestKernel) <= 0) {
		throw new Stopped(
			listed(`Our data goes up to ${newestKernel}, so these should have come later than ${release}:`, found),
		);
	}
	const source = values.source ?? `numbers of ${release}, from ${path.basename(path.resolve(folder))}`;
	for (const file of withNumbers({ calls, numbers, release, source })) {
		writeFileSync(path.join(dataFolder, `syscalls/${file.name}.json`), `${JSON.stringify(file, null, '\t')}\n`);
	}
	console.log(
		listed(`Written for ${release}, to be reviewed:`, [
			...found.map((name) => `server/data/syscalls/${name}.json`),
			'',
			`Then: raise newestKernel.ts to ${release}; write each summary, details, parameters and page;`,
			'look for calls that the release removed; name its source; and run npm run check.',
		]),
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	runUpdater(main);
}
