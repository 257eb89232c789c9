import type { Moves, ReleaseId } from '../../src/core/images/imageCatalog.ts';
import { valueOn } from '../../src/core/images/moves.ts';
import { moves } from '../catalog/images.ts';
import { written, type ImageFile } from './imageFile.ts';
import { compareTags, editPatterns, tagsOf } from './tagPatterns.ts';

type Row = ImageFile['releases'][number];

/** The tags that an image's file lists, each with its history. */
export class TagHistories {
	readonly #rows: readonly Row[];
	readonly #histories = new Map<string, Moves<ReleaseId>>();
	/** What the file says of edited tags; undefined where it doesn't list them. */
	readonly #edited = new Map<string, Moves<ReleaseId> | undefined>();

	constructor(rows: readonly Row[]) {
		this.#rows = rows;
		for (const row of rows) {
			for (const tag of tagsOf(row.tags)) {
				this.#histories.set(tag, moves(row));
			}
		}
	}

	/** The release of a tag on a day: null where it isn't known, undefined where the tag isn't listed. */
	release(tag: string, day: string): ReleaseId | undefined {
		return releaseOf(this.#histories.get(tag), day);
	}

	/** The same, as the file had it before any edit. */
	original(tag: string, day: string): ReleaseId | undefined {
		return releaseOf(this.#edited.has(tag) ? this.#edited.get(tag) : this.#histories.get(tag), day);
	}

	/** Lists a tag that always stood for one release, as far as is known. */
	add(tag: string, release: string): void {
		this.#edit(tag, release);
	}

	/** Lets a tag stand for another release from a day on; `before` is what a tag that isn't listed stood for. */
	move(tag: string, day: string, release: ReleaseId, before: ReleaseId): void {
		const history = this.#histories.get(tag) ?? before;
		const [first, ...later] = Array.isArray(history)
			? (history as Exclude<Moves<ReleaseId>, ReleaseId>)
			: ([history as ReleaseId] as const);
		const others = later.filter(([from]) => from !== day);
		const all = [...others, [day, release] as const].sort(([a], [b]) => (a < b ? -1 : 1));
		this.#edit(tag, [first, ...all.filter(([, value], i) => value !== (i === 0 ? first : all[i - 1]?.[1]))]);
	}

	/** True when a tag has another history than in the file. */
	get edited(): boolean {
		return this.#edited.size > 0;
	}

	/** The rows of the file, with the edited tags in the rows of their histories. */
	rows(): Row[] {
		const added = new Map<string, string[]>();
		const edited = new Set(this.#edited.keys());
		for (const tag of edited) {
			const key = JSON.stringify(written(this.#histories.get(tag) ?? null));
			added.set(key, [...(added.get(key) ?? []), tag]);
		}
		const rows: Row[] = [];
		for (const row of this.#rows) {
			const key = keyOf(row);
			rows.push({ ...row, tags: editPatterns(row.tags, { added: added.get(key) ?? [], removed: edited }) });
			added.delete(key);
		}
		for (const [key, tags] of added) {
			const row = { ...(JSON.parse(key) as Row), tags: editPatterns([], { added: tags, removed: new Set() }) };
			const next = rows.findIndex((one) => compareRows(row, one) < 0);
			rows.splice(next < 0 ? rows.length : next, 0, row);
		}
		return rows.filter(({ tags }) => tags.length > 0);
	}

	#edit(tag: string, history: Moves<ReleaseId>): void {
		if (!this.#edited.has(tag)) {
			this.#edited.set(tag, this.#histories.get(tag));
		}
		this.#histories.set(tag, history);
	}
}

function releaseOf(history: Moves<ReleaseId> | undefined, day: string): ReleaseId | undefined {
	return history === undefined ? undefined : valueOn(history, day);
}

function keyOf(row: Row): string {
	return JSON.stringify(written(moves(row)));
}

/** Releases come first, then what moved, by what it was at first. */
function compareRows(a: Row, b: Row): number {
	const moved = Number('first' in a) - Number('first' in b);
	return moved === 0 ? compareTags(placeOf(a), placeOf(b)) : moved;
}

function placeOf(row: Row): string {
	return 'first' in row
		? `${row.first ?? ''} ${Object.entries(row.then ?? {})
				.flat()
				.join(' ')}`
		: (row.release ?? '');
}
