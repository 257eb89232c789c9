import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Followed } from './imageChanges.ts';
import { listed, Stopped } from './instruct.ts';
import { repositoryName } from './libraryDays.ts';

/** Stops at what nobody but a person can settle, and says how. `unknown` lets pass what shall stay unknown. */
export function stopAtUnsettled(
	followed: readonly Followed[],
	{ dataFolder, unknown }: { readonly dataFolder: string; readonly unknown: boolean },
): void {
	const conflicts = followed.flatMap((one) => one.conflicts);
	if (conflicts.length > 0) {
		throw new Stopped(listed('The library and our data disagree; find out who is wrong and mend the data:', conflicts));
	}
	if (unknown) {
		return;
	}
	const releases = new Set(followed.flatMap(({ newReleases }) => [...newReleases]));
	const strangers = [...releases].map((one) => `distros/${one}.json`).filter((file) => !isKnown(dataFolder, file));
	if (strangers.length > 0) {
		throw new Stopped(listed('Tags stand for releases without facts. Add these first, or say --unknown:', strangers));
	}
	const untold = followed.flatMap((one) => one.untold.map((block) => ({ image: one.before.name, block })));
	if (untold.length > 0) {
		const builds = untold.map(({ image, block }) => `${image}:${block.tags[0] ?? ''} (${block.directory})`);
		const repositories = [...new Set(untold.map(({ block }) => block.repository))];
		const clones = repositories.map((one) => `git clone --filter=blob:none ${one} FOLDER/${repositoryName(one)}`);
		throw new Stopped(
			[
				listed('Neither tags nor folders tell what these stand on:', new Set(builds)),
				'Add a new codename to image-rules/suffixes.json; say what you know as --told debian:stable=debian-13; or let',
				listed(
					'the Dockerfiles tell with --clones FOLDER. What is left is written as not known with --unknown.',
					clones,
				),
			].join('\n'),
		);
	}
}

/** Windows is told by its name, and an empty image by having nothing. */
function isKnown(dataFolder: string, file: string): boolean {
	return /(?:windows|scratch)\.json$/.test(file) || existsSync(path.join(dataFolder, file));
}
