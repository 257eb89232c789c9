/**
 * Adds a version to the default profile of a container engine:
 * `npm run update:profiles -- docker default.json --version 30.0.0 --ref docker-v30.0.0 --commit HASH [--path FILE]`.
 * The file is the engine's seccomp profile at that tag.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ProfileFile } from '../../src/core/catalog/generated.ts';
import { readJson } from '../catalog/dataFiles.ts';
import { listed, runUpdater, Stopped } from './instruct.ts';
import { withVersion } from './profileChanges.ts';
import type { SeccompProfile } from './profileRules.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../data');

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			version: { type: 'string' },
			ref: { type: 'string' },
			commit: { type: 'string' },
			path: { type: 'string' },
		},
	});
	const [engine = '', source] = positionals;
	const target = path.join(dataFolder, `profiles/${engine}.json`);
	const { version, ref, commit } = values;
	if (source === undefined || version === undefined || ref === undefined || commit === undefined) {
		throw new Stopped(
			'Which profile of which version? profiles.ts ENGINE default.json --version V --ref TAG --commit HASH',
		);
	}
	if (!existsSync(target)) {
		throw new Stopped(`There is no server/data/profiles/${engine}.json; write a first version of it by hand.`);
	}
	const file = await readJson<ProfileFile>(target);
	const place = values.path ?? file.versions.at(-1)?.path ?? '';
	const { file: extended, changed } = withVersion(
		file,
		await readJson<SeccompProfile>(source),
		{ version, ref, commit, path: place },
		(name) => syscalls.has(name),
	);
	const end = readFileSync(target, 'utf8').endsWith('\n') ? '\n' : '';
	writeFileSync(target, JSON.stringify(extended, null, '\t') + end);
	console.log(listed(`server/data/profiles/${engine}.json goes up to ${version}. Other rules from then on:`, changed));
	console.log(
		'Then: compare the default capabilities of that version, which this file does not hold; correct read.releases if releases between were read too; look at the note; and run npm run check.',
	);
}

const syscalls: ReadonlySet<string> = new Set(
	readdirSync(path.join(dataFolder, 'syscalls')).map((name) => path.basename(name, '.json')),
);

runUpdater(main);
