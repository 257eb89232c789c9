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
	return {
		commit,
		last: { day, blocks: reader(git, commit) },
		images: commit === '' ? [] : git('ls-tree', '--name-only', `${commit}:library`).trim().split('\n'),
		days(image, since) {
			const all = lastOfDays(changes.filter(({ images }) => images.includes(image)));
			const first = all.findIndex(({ day }) => day <= since);
			const read = first < 0 ? all : all.slice(0, first + 1);
			return read.reverse().map((change) => ({ day: change.day, blocks: reader(git, change.commit) }));
		},
	};
}

/** What a day ended with; the changes are in order, newest first. */
function lastOfDays(changes: readonly Change[]): Change[] {
	return changes.filter(({ day }, i) => day !== changes[i - 1]?.day);
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

/** The Dockerfile of a block, from a clone of its repository at FOLDER/OWNER/NAME. */
export function readDockerfile(
	clones: string,
	{ repository, commit, directory, file }: LibraryBlock,
): string | undefined {
	const name = /([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(repository)?.[1];
	if (name === undefined) {
		return undefined;
	}
	return (
		gitText(path.join(clones, name), 'show', `${commit}:${path.posix.normalize(`${directory}/${file}`)}`) || undefined
	);
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
