/**
 * Brings `server/data/images` up to a checkout of docker-library/official-images with its history:
 * `npm run update:images -- CHECKOUT [--as-of DAY] [--since DAY] [--clones FOLDER] [--add IMAGE]… [--unknown] [--check]`.
 * `--clones` is a folder with clones of the images' own repositories as OWNER/NAME, whose Dockerfiles tell what tags
 * don't. `--unknown` writes what can't be told as not known. `--since` reads days again that were read before, to fill
 * in what was not known then. `--check` writes nothing and fails when there is something to write.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openImages, resolveImage } from '../../src/core/images/resolveImage.ts';
import { readDataFiles } from '../catalog/dataFiles.ts';
import { compileImages } from '../catalog/images.ts';
import { BlockReleases } from './blockRelease.ts';
import { followImage, type Followed } from './imageChanges.ts';
import { formatImage, newImage, withSource, type ImageFile } from './imageFile.ts';
import { listed, runUpdater, Stopped } from './instruct.ts';
import { openCheckout, readDockerfile } from './libraryDays.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../data');

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			'as-of': { type: 'string', default: '9999-12-31' },
			since: { type: 'string' },
			clones: { type: 'string' },
			add: { type: 'string', multiple: true, default: [] },
			unknown: { type: 'boolean', default: false },
			check: { type: 'boolean', default: false },
		},
	});
	const [folder] = positionals;
	if (folder === undefined) {
		throw new Stopped('Which checkout? npm run update:images -- CHECKOUT, a clone of docker-library/official-images.');
	}
	const checkout = openCheckout(folder, values['as-of']);
	const strangers = values.add.filter((name) => !checkout.images.includes(name));
	if (checkout.images.length === 0 || strangers.length > 0) {
		throw new Stopped(listed(`${folder} has no file for these in its folder library:`, [...strangers, 'any image']));
	}
	const files = (await readDataFiles<ImageFile>(dataFolder, 'images')).map(({ value }) => value);
	const releases = await blockReleases(values.clones);
	const followed = [...files, ...values.add.map(newImage)].map((file) => {
		const changes = checkout.days(file.name, values.since ?? file.history.to);
		// The bases of its Dockerfiles may have moved since its own last change.
		const days =
			values.clones === undefined || changes.at(-1)?.day === checkout.last.day ? changes : [...changes, checkout.last];
		return { before: file, ...followImage(file, days, { releases, unknown: values.unknown }) };
	});
	stopAt(followed, values.unknown);
	const changed = followed
		.map(({ before, file }) => ({ before, file: withSource(file, before, checkout.commit.slice(0, 8)) }))
		.filter(({ before, file }) => JSON.stringify(before) !== JSON.stringify(file));
	if (values.check && changed.length > 0) {
		throw new Stopped(
			listed(
				'The library has news of these:',
				changed.map(({ file }) => file.name),
			),
		);
	}
	for (const { file } of changed) {
		writeFileSync(path.join(dataFolder, `images/${file.name}.json`), formatImage(file));
	}
	const names = new Set(followed.map(({ file }) => file.name));
	const unlisted = checkout.images.filter((name) => !names.has(name));
	console.log(
		listed(
			'Moved:',
			followed.flatMap(({ news }) => news),
		),
	);
	console.log(listed('Images that we have no file for (--add NAME writes one):', [unlisted.join(' ')]));
	console.log(`${changed.length} files of server/data/images written. Review them, then run npm run check.`);
}

/** Stops at what nobody but a person can settle. */
function stopAt(followed: readonly Followed[], unknown: boolean): void {
	const conflicts = followed.flatMap((one) => one.conflicts);
	if (conflicts.length > 0) {
		throw new Stopped(listed('The library and our data disagree; find out who is wrong and mend the data:', conflicts));
	}
	if (unknown) {
		return;
	}
	const strangers = new Set(followed.flatMap((one) => [...one.newReleases]).filter((release) => !hasRow(release)));
	if (strangers.size > 0) {
		throw new Stopped(
			listed(
				'Tags stand for releases that we have no facts of. Add these first, or say --unknown:',
				[...strangers].map((release) => `server/data/distros/${release}.json`),
			),
		);
	}
	const untold = followed.flatMap((one) => one.untold);
	if (untold.length > 0) {
		throw new Stopped(
			listed(
				'Neither tags nor folder tell what these stand on. Is a codename new? Add it to image-rules/suffixes.json. Else clone the repositories into FOLDER/OWNER/NAME and say --clones FOLDER, or say --unknown:',
				untold,
			),
		);
	}
}

/** Windows is told by its name, and an empty image by having nothing. */
function hasRow(release: string): boolean {
	return ['windows', 'scratch'].includes(release) || existsSync(path.join(dataFolder, `distros/${release}.json`));
}

async function blockReleases(clones: string | undefined): Promise<BlockReleases> {
	const catalog = await compileImages(dataFolder);
	const images = openImages(catalog);
	// A row's id is all that is asked for.
	const releases = {
		distroRow: (row: string) => ({ id: row, version: '', codename: null, kernel: null, libc: null, endOfLife: null }),
		vendorKernel: () => undefined,
	};
	return new BlockReleases({
		catalog,
		dockerfile: (block) => (clones === undefined ? undefined : readDockerfile(clones, block)),
		resolve(reference, asOf) {
			const { distro, unknown } = resolveImage(reference, { images, releases, asOf });
			return unknown === 'scratch' || unknown === 'windows' ? unknown : distro?.id;
		},
	});
}

runUpdater(main);
