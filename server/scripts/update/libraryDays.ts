import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { LibraryDay } from './blockRelease.ts';
import { parseLibrary, type LibraryBlock } from './library.ts';

/** A checkout of the Docker library, with its history as far as it is there. */
export interface Checkout {
	/** The names of its images. */
	readonly images: readonly string[];
	/** The commit that is read: the newest one up to the day that was asked for. */
	readonly commit: string;
	/** The last day, as it is for each image. */
	readonly last: LibraryDay;
	/** The days on which an image's file changed after `since`, and before them the state that it had then. */
	readonly days: (image: string, since: string) => readonly LibraryDay[];
}

interface Change {
	readonly commit: string;
	readonly day: string;
	readonly images: readonly string[];
}

/** Opens a checkout as it was on a day; a commit's day is the one on which it reached the main branch. */
export function openCheckout(folder: string, asOf: string): Checkout {
	const git = (...args: readonly string[]): string => gitText(folder, ...args);
	const log = git('log', '--first-parent', '-m', '--name-only', '--format=%x00%H %cs', 'HEAD', '--', 'library');
	const changes = log
		.split('\0')
		.slice(1)
		.map(toChange)
		.filter(({ day }) => day <= asOf);
	const { commit = '', day = '' } = changes[0] ?? {};
	// What a day ended with, for all images: the changes are in order, newest first.
	const ends = new Map([...changes].reverse().map((change) => [change.day, change.commit]));
	return {
		commit,
		last: { day, blocks: reader(git, commit) },
		images: commit === '' ? [] : git('ls-tree', '--name-only', `${commit}:library`).trim().split('\n'),
		days(image, since) {
			const all = [...new Set(changes.filter(({ images }) => images.includes(image)).map((change) => change.day))];
			const first = all.findIndex((one) => one <= since);
			const read = first < 0 ? all : all.slice(0, first + 1);
			return read.reverse().map((one) => ({ day: one, blocks: reader(git, ends.get(one) ?? commit) }));
		},
	};
}

function toChange(entry: string): Change {
	const [head = '', ...files] = entry.trim().split(/\n+/);
	const [commit = '', day = ''] = head.split(' ');
	return { commit, day, images: files.map((file) => file.replace('library/', '')) };
}

function reader(git: (...args: readonly string[]) => string, commit: string): LibraryDay['blocks'] {
	const read = new Map<string, readonly LibraryBlock[]>();
	return (image) => {
		const known = read.get(image) ?? parseLibrary(git('show', `${commit}:library/${image}`));
		read.set(image, known);
		return known;
	};
}

/** Reads the Dockerfiles of blocks from clones of their repositories at FOLDER/OWNER/NAME. */
export function dockerfileReader(clones: string): (block: LibraryBlock) => string | undefined {
	const read = new Map<string, string>();
	return ({ repository, commit, directory, file }) => {
		const name = repositoryName(repository);
		const place = `${commit}:${path.posix.normalize(`${directory}/${file}`)}`;
		const text = read.get(`${name} ${place}`) ?? gitText(path.join(clones, name), 'show', place);
		read.set(`${name} ${place}`, text);
		return text === '' ? undefined : text;
	};
}

/** `docker-library/python` of a repository's address. */
export function repositoryName(address: string): string {
	return /([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(address)?.[1] ?? address;
}

/** What git prints; nothing where it fails. */
function gitText(folder: string, ...args: readonly string[]): string {
	try {
		return execFileSync('git', ['-C', folder, ...args], {
			encoding: 'utf8',
			maxBuffer: 1 << 28,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	} catch {
		return '';
	}
}
