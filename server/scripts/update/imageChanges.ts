import type { BlockReleases, LibraryDay } from './blockRelease.ts';
import type { ImageFile } from './imageFile.ts';
import { followInterpreter } from './interpreterChanges.ts';
import type { LibraryBlock } from './library.ts';
import { TagHistories } from './tagHistories.ts';

/** What became of an image over some days of the library. */
export interface Followed {
	readonly before: ImageFile;
	readonly file: ImageFile;
	readonly readFrom: string;
	/** False where the library said nothing new. */
	readonly changed: boolean;
	/** What a reviewer should see at a glance: `python:3.12 is debian-13 from 2025-08-12 on`. */
	readonly news: readonly string[];
	/** Builds that nothing tells, and whose tags were told before, or are new. */
	readonly untold: readonly LibraryBlock[];
	/** Where the library contradicts itself, or our data of a day that was read before. */
	readonly conflicts: readonly string[];
	/** Releases that tags stood for, in days that were not read before. */
	readonly newReleases: ReadonlySet<string>;
}

export interface Following {
	readonly releases: BlockReleases;
	/** True where what can't be told shall be written as not known. */
	readonly unknown?: boolean;
	/** A day after the image's own last change, on which the bases of its Dockerfiles may have moved. */
	readonly last?: LibraryDay | undefined;
}

/**
 * Follows an image through days of the library, in their order. Of days that the file has read already, only what it
 * doesn't know is filled in.
 */
export function followImage(file: ImageFile, days: readonly LibraryDay[], following: Following): Followed {
	const follower = new Follower(file, following);
	days.forEach((library) => {
		follower.follow(library);
	});
	if (following.last) {
		follower.follow(following.last, true);
	}
	return follower.result(days);
}

class Follower {
	readonly #file: ImageFile;
	readonly #releases: BlockReleases;
	readonly #unknown: boolean;
	readonly #histories: TagHistories;
	readonly #news: string[] = [];
	readonly #untold = new Set<LibraryBlock>();
	readonly #conflicts: string[] = [];
	readonly #told = new Set<string>();
	readonly #seen = new Set<string>();
	#first = true;

	constructor(file: ImageFile, { releases, unknown = false }: Following) {
		this.#file = file;
		this.#releases = releases;
		this.#unknown = unknown;
		this.#histories = new TagHistories(file.releases);
	}

	/** `unchanged`: nothing new is untold, for the image itself is as it was. */
	follow(library: LibraryDay, unchanged = false): void {
		const shared = new Map<string, (string | undefined)[]>();
		const blocks = library.blocks(this.#file.name);
		for (const block of blocks) {
			const release = this.#releaseOf(block, library);
			for (const tag of block.tags) {
				this.#record(tag, release, unchanged ? undefined : block, library.day);
			}
			for (const tag of block.shared) {
				shared.set(tag, [...(shared.get(tag) ?? []), release]);
			}
		}
		for (const [tag, releases] of shared) {
			const block = unchanged ? undefined : blocks.find((one) => one.shared.includes(tag));
			this.#record(tag, agreed(onLinux(releases)), block, library.day);
		}
		for (const tag of blocks.flatMap((block) => [...block.tags, ...block.shared])) {
			this.#seen.add(tag);
		}
		this.#first = false;
	}

	result(days: readonly LibraryDay[]): Followed {
		const { name, history, interpreter } = this.#file;
		const [first = '', last = ''] = [days[0]?.day, days.at(-1)?.day];
		const followed = interpreter && followInterpreter(interpreter, name, days, history.to);
		return {
			before: this.#file,
			readFrom: first || history.to,
			changed: last > history.to || this.#histories.edited,
			file: {
				...this.#file,
				history: { from: history.from || first, to: last > history.to ? last : history.to },
				...(followed && { interpreter: followed.interpreter }),
				releases: this.#histories.rows(),
			},
			news: [...this.#news, ...(followed?.news ?? [])],
			untold: [...this.#untold],
			conflicts: [...this.#conflicts, ...(followed?.conflicts ?? [])],
			newReleases: this.#told,
		};
	}

	#releaseOf(block: LibraryBlock, library: LibraryDay): string | undefined {
		const told = this.#releases.ofBlock(this.#file.name, block, library);
		if (told.length > 1) {
			this.#conflicts.push(`${this.#file.name}:${block.tags.join(', ')} on ${library.day}: ${told.join(' or ')}`);
			return undefined;
		}
		return told[0];
	}

	#record(tag: string, release: string | undefined, block: LibraryBlock | undefined, day: string): void {
		if (release === undefined) {
			this.#recordUntold(tag, block, day);
			return;
		}
		const { name, history } = this.#file;
		const now = this.#valueOf(tag, day);
		if (day > history.to) {
			this.#told.add(release);
		}
		if (now === release) {
			return;
		}
		const read = day <= history.to && this.#originalOf(tag, day);
		if (typeof read === 'string') {
			this.#conflicts.push(`${name}:${tag} on ${day}: ${release}, in our data ${read}`);
		} else if (now === undefined && !this.#seen.has(tag) && this.#isNew(day)) {
			this.#histories.add(tag, release);
		} else {
			this.#histories.move(tag, day, release, now ?? null);
			this.#news.push(
				`${name}:${tag} is ${release} from ${day} on${typeof now === 'string' ? `, no longer ${now}` : ''}`,
			);
		}
	}

	/** Whether a tag that was not seen before is new: on the first day that is read it may have been there for long. */
	#isNew(day: string): boolean {
		return !this.#first || day > this.#file.history.to || day === this.#file.history.from;
	}

	/** A Dockerfile that is the same as before may stand on another release: `FROM php:8.3` moves. So it isn't known. */
	#recordUntold(tag: string, block: LibraryBlock | undefined, day: string): void {
		const { name, history, releases } = this.#file;
		const now = this.#valueOf(tag, day);
		if (block === undefined) {
			return;
		}
		if (day <= history.to) {
			// What an earlier day filled in ends here; what the file knows stays.
			if (typeof now === 'string' && now !== this.#originalOf(tag, day)) {
				this.#histories.move(tag, day, null, now);
			}
			return;
		}
		if (typeof now === 'string' || (releases.length > 0 && !this.#seen.has(tag))) {
			this.#untold.add(block);
		}
		if (this.#unknown && typeof now === 'string') {
			this.#histories.move(tag, day, null, now);
			this.#news.push(`${name}:${tag} is not known from ${day} on`);
		}
	}

	/** What the file said of a tag and day before it was edited. */
	#originalOf(tag: string, day: string): string | null | undefined {
		const listed = this.#histories.original(tag, day);
		return listed === undefined ? this.#releases.ofTag(this.#file.name, tag) : listed;
	}

	/** The release of a tag on a day, as the file has it; null where it isn't known, undefined where it isn't listed. */
	#valueOf(tag: string, day: string): string | null | undefined {
		const listed = this.#histories.release(tag, day);
		return listed === undefined ? this.#releases.ofTag(this.#file.name, tag) : listed;
	}
}

/** A tag that stands for several systems is asked for on Linux. */
function onLinux(releases: readonly (string | undefined)[]): readonly (string | undefined)[] {
	const linux = releases.filter((release) => release !== 'windows');
	return linux.length > 0 ? linux : releases;
}

/** The one release of all, where each is known. */
function agreed(releases: readonly (string | undefined)[]): string | undefined {
	return new Set(releases).size === 1 ? releases[0] : undefined;
}
