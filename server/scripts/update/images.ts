/**
 * Brings `server/data/images` up to a checkout of docker-library/official-images with its history:
 * `npm run update:images -- CHECKOUT [IMAGE…] [--as-of DAY] [--since DAY] [--clones FOLDER] [--told TAG=RELEASE]…
 * [--unknown] [--check]`. Where images are named, they alone are read; one that has no file gets one.
 * `--clones` is a folder with clones of the images' own repositories as OWNER/NAME, whose Dockerfiles tell what tags
 * don't. `--unknown` writes what can't be told as not known. `--since` reads days again that were read before, to fill
 * in what was not known then. `--check` writes nothing and fails when there is something to write.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openImages, resolveImage } from '../../src/core/images/resolveImage.ts';
import { readDataFiles } from '../catalog/dataFiles.ts';
import { compileImages } from '../catalog/images.ts';
import { BlockReleases } from './blockRelease.ts';
import { followImage } from './imageChanges.ts';
import { formatImage, newImage, withSource, type ImageFile } from './imageFile.ts';
import { stopAtUnsettled } from './imageStops.ts';
import { listed, runUpdater, Stopped } from './instruct.ts';
import { dockerfileReader, openCheckout } from './libraryDays.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../data');

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			'as-of': { type: 'string', default: '9999-12-31' },
			since: { type: 'string' },
			clones: { type: 'string' },
			told: { type: 'string', multiple: true, default: [] },
			unknown: { type: 'boolean', default: false },
			check: { type: 'boolean', default: false },
		},
	});
	const [folder, ...names] = positionals;
	if (folder === undefined) {
		throw new Stopped('Which checkout? npm run update:images -- CHECKOUT, a clone of docker-library/official-images.');
	}
	const checkout = openCheckout(folder, values['as-of']);
	if (checkout.images.length === 0) {
		throw new Stopped(`${folder} is no checkout of docker-library/official-images, or it is younger than that day.`);
	}
	const strangers = names.filter((name) => !checkout.images.includes(name));
	if (strangers.length > 0) {
		throw new Stopped(listed('The library has no such images:', strangers));
	}
	const files = (await readDataFiles<ImageFile>(dataFolder, 'images')).map(({ value }) => value);
	const named = names.map((name) => files.find((file) => file.name === name) ?? newImage(name));
	const releases = await blockReleases(values.clones, toldBy(values.told));
	const followed = (names.length > 0 ? named : files).map((file) => {
		const days = checkout.days(file.name, values.since ?? file.history.to);
		const last = values.clones === undefined || days.at(-1)?.day === checkout.last.day ? undefined : checkout.last;
		return followImage(file, days, { releases, unknown: values.unknown, last });
	});
	stopAtUnsettled(followed, { dataFolder, unknown: values.unknown });
	const changed = followed.filter(({ changed: isChanged }) => isChanged);
	if (values.check && changed.length > 0) {
		const found = changed.map(({ before, news }) => [before.name, ...news].join('\n    '));
		throw new Stopped(listed('The library has news of these:', found));
	}
	for (const { file, readFrom } of changed) {
		const text = formatImage(withSource(file, checkout.commit.slice(0, 8), readFrom));
		writeFileSync(path.join(dataFolder, `images/${file.name}.json`), text);
	}
	const moved = followed.flatMap(({ news }) => news);
	const unlisted = checkout.images.filter((name) => !files.some((file) => file.name === name));
	console.log(listed('Moved:', moved));
	console.log(listed('Images that have no file; one that is named gets one:', [unlisted.join(' ')]));
	console.log(`${changed.length} files of server/data/images written. Review them, then run npm run check.`);
}

/** `debian:stable=debian-13` as an entry. */
function toldBy(answers: readonly string[]): ReadonlyMap<string, string> {
	return new Map(
		answers.map((answer) => {
			const [, tag, release] = /^([^=]+:[^=]+)=(.+)$/.exec(answer) ?? [];
			if (tag === undefined || release === undefined) {
				throw new Stopped(`${answer} tells nothing; say it as --told debian:stable=debian-13.`);
			}
			return [tag, release];
		}),
	);
}

async function blockReleases(clones: string | undefined, told: ReadonlyMap<string, string>): Promise<BlockReleases> {
	const catalog = await compileImages(dataFolder);
	const images = openImages(catalog);
	// A row's id is all that is asked for.
	const releases = {
		distroRow: (row: string) => ({ id: row, version: '', codename: null, kernel: null, libc: null, endOfLife: null }),
		vendorKernel: () => undefined,
	};
	return new BlockReleases({
		catalog,
		told,
		dockerfile: clones === undefined ? () => undefined : dockerfileReader(clones),
		resolve(reference, asOf) {
			const { distro, unknown } = resolveImage(reference, { images, releases, asOf });
			return unknown === 'scratch' || unknown === 'windows' ? unknown : distro?.id;
		},
	});
}

runUpdater(main);
