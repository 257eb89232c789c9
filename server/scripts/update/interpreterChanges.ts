import type { ImageInterpreter, Moves } from '../../src/core/images/imageCatalog.ts';
import { valueOn } from '../../src/core/images/moves.ts';
import { moves } from '../catalog/images.ts';
import type { LibraryDay } from './blockRelease.ts';
import type { ImageFile } from './imageFile.ts';
import { compareTags } from './tagPatterns.ts';

type Written = NonNullable<ImageFile['interpreter']>;

/** What became of an image's interpreter. */
export interface FollowedInterpreter {
	readonly interpreter: Written;
	readonly news: readonly string[];
	readonly conflicts: readonly string[];
}

/** Follows the versions behind tags that state none (`3`, `lts`), and the tags without a version that went. */
export function followInterpreter(
	interpreter: Written,
	image: string,
	days: readonly LibraryDay[],
	readUpTo: string,
): FollowedInterpreter {
	const news: string[] = [];
	const conflicts: string[] = [];
	const rows = (interpreter.floating ?? []).map((row) => ({
		tag: row.tag,
		pattern: new RegExp(row.tag),
		versions: moves(row),
	}));
	const rowOf = (tag: string): (typeof rows)[number] | undefined => rows.find(({ pattern }) => pattern.test(tag));
	let removed = interpreter.removed ?? {};
	let snapshot = interpreter.snapshot;
	let before: readonly string[] = [];
	for (const library of days) {
		const { day } = library;
		const floating = [...versionsOf(interpreter, library, image)].filter(([tag]) => rowOf(tag));
		const current = new Map<string, string>();
		const today = new Map<string, string>();
		for (const [tag, version] of floating) {
			const row = rowOf(tag);
			if (row === undefined || version === undefined) {
				continue;
			}
			const known = valueOn(row.versions, day);
			const now = version.split('.').slice(0, known.split('.').length).join('.');
			const said = `${image}:${tag} is ${interpreter.name} ${now} from ${day} on, no longer ${known}`;
			current.set(now, version);
			if ((today.get(row.tag) ?? now) !== now || (now !== known && day <= readUpTo)) {
				conflicts.push(`${said}; other tags of ${row.tag} are not`);
			} else if (now !== known) {
				row.versions = movedOn(row.versions, day, now);
				news.push(said);
			}
			today.set(row.tag, now);
		}
		const tags = floating.map(([tag]) => tag);
		if (day > readUpTo) {
			// What always stood for one series needs no day.
			const gone = before.filter((tag) => !tags.includes(tag) && typeof rowOf(tag)?.versions !== 'string');
			removed = withRemoved(removed, day, { gone, here: tags });
			snapshot &&= Object.fromEntries(current);
		}
		before = tags;
	}
	return {
		interpreter: {
			...interpreter,
			...(interpreter.floating && { floating: rows.map(({ tag, versions }) => ({ tag, ...written(versions) })) }),
			...(snapshot && { snapshot }),
			...(interpreter.removed && { removed }),
		},
		news,
		conflicts,
	};
}

type Removed = NonNullable<ImageInterpreter['removed']>;

/** A tag that came back is removed no longer. */
function withRemoved(
	removed: Removed,
	day: string,
	{ gone, here }: { readonly gone: readonly string[]; readonly here: readonly string[] },
): Removed {
	const all = gone.length > 0 ? { ...removed, [day]: [...gone].sort(compareTags) } : removed;
	const entries = Object.entries(all).map(([from, tags]) => [from, tags.filter((tag) => !here.includes(tag))] as const);
	return Object.fromEntries(entries.filter(([, tags]) => tags.length > 0));
}

/** The full version of each tag's build, as the longest tag of the build states it. */
function versionsOf(
	{ version }: ImageInterpreter | Written,
	library: LibraryDay,
	image: string,
): Map<string, string | undefined> {
	const pattern = new RegExp(version);
	const versions = new Map<string, string | undefined>();
	for (const { tags, shared } of library.blocks(image)) {
		const stated = [...tags, ...shared].flatMap((tag) => pattern.exec(tag)?.groups?.['version'] ?? []);
		const longest = stated.reduce<string | undefined>(
			(a, b) => (a !== undefined && a.length >= b.length ? a : b),
			undefined,
		);
		for (const tag of [...tags, ...shared]) {
			versions.set(tag, longest);
		}
	}
	return versions;
}

function movedOn(history: Moves<string>, day: string, value: string): Moves<string> {
	const [first, ...later] = typeof history === 'string' ? ([history] as const) : history;
	return [first, ...later.filter(([from]) => from !== day), [day, value]];
}

function written(history: Moves<string>): { readonly first: string; readonly then?: Readonly<Record<string, string>> } {
	const [first, ...later] = typeof history === 'string' ? ([history] as const) : history;
	return later.length === 0 ? { first } : { first, then: Object.fromEntries(later) };
}
