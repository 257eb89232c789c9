import type { FlagRow, FlagsFile } from '../../src/core/catalog/generated.ts';
import { compareReleases } from '../../src/core/domain/kernelRelease.ts';
import type { DataFile } from '../catalog/dataFiles.ts';
import { compareRows } from '../catalog/checks/flagOrder.ts';
import { datedConstants } from './datedConstants.ts';
import { namesOf, type LinuxPage } from './linuxManual.ts';
import { isNoFlag } from './noFlags.ts';
import { readSynopsis } from './synopsis.ts';

/** What a manual has that our data lacks, and where the two disagree. */
export interface FlagNews {
	/** Files with the rows that were added. */
	readonly changed: readonly DataFile<FlagsFile>[];
	/** The constants that were added. */
	readonly added: readonly string[];
	/** Releases that are none of ours, though the page is newer than the one we read. */
	readonly conflicts: readonly string[];
	/** Constants that no row of ours shows the place of. */
	readonly unplaced: readonly string[];
	/** How many releases of an older page, or of the one we read, are none of ours. */
	readonly superseded: number;
}

/** A constant with what a page says of it, and the files that may be its place. */
interface Statement {
	readonly constant: string;
	readonly since: string;
	readonly page: LinuxPage;
	readonly calls: readonly string[];
}

/** Holds the pages of a manual against the data. */
export function compareFlags(pages: readonly LinuxPage[], files: readonly DataFile<FlagsFile>[]): FlagNews {
	const changed = new Map<string, DataFile<FlagsFile>>();
	const added: string[] = [];
	const conflicts: string[] = [];
	const unplaced: string[] = [];
	let superseded = 0;
	for (const statement of pages.flatMap(statementsOf)) {
		const { constant, since, page } = statement;
		const here = placesIn(
			files.map((file) => changed.get(file.path) ?? file),
			statement,
		);
		const rows = here.flatMap(({ value }) => rowsOf(value, statement));
		const line = `${constant}: ${since} says ${page.name} of ${page.release}`;
		if (rows.some((row) => compareReleases(row.since, since) === 0 || row.note?.includes(since) === true)) {
			continue;
		}
		if (rows.length > 0) {
			const read =
				here
					.map(({ value }) => readRelease(value, page.name))
					.sort(compareReleases)
					.at(-1) ?? '0.0';
			if (compareReleases(page.release, read) > 0) {
				conflicts.push(
					`${line}, ${rows.map((row) => row.since).join(' or ')} ${here.map(({ path }) => path).join(', ')}`,
				);
			} else {
				superseded++;
			}
			continue;
		}
		const place = placeOf(statement, here);
		if (place === undefined) {
			const asked =
				here.length === 0 || here.length > 3 ? '' : `; is it one for ${here.map(({ path }) => path).join(' or ')}?`;
			unplaced.push(`${line}${asked}`);
		} else {
			added.push(`${constant} (${since}) into ${place.file.path}`);
			changed.set(place.file.path, { ...place.file, value: withRow(place.file.value, statement, place.like) });
		}
	}
	return { changed: [...changed.values()], added, conflicts, unplaced, superseded };
}

function statementsOf(page: LinuxPage): readonly Statement[] {
	const calls = [...namesOf(page.page), ...readSynopsis(page.page).map(({ name }) => name)];
	return datedConstants(page.page)
		.filter(({ constant }) => !isNoFlag(constant, page.name))
		.map((dated) => ({ ...dated, page, calls }));
}

/** Files that name the page as a source, or that are for a call of the page; for a page of neither, those with the constant. */
function placesIn(
	files: readonly DataFile<FlagsFile>[],
	{ page, calls, constant }: Statement,
): readonly DataFile<FlagsFile>[] {
	const own = files.filter(
		({ value }) => readRelease(value, page.name) !== '0.0' || value.syscalls.some((call) => calls.includes(call)),
	);
	return own.length > 0 ? own : files.filter(({ value }) => value.flags.some((row) => row.constant === constant));
}

/** The rows of a constant: those for the calls of the page, where some are. */
function rowsOf(file: FlagsFile, { constant, calls }: Statement): readonly FlagRow[] {
	const rows = file.flags.filter((row) => row.constant === constant);
	const own = rows.filter((row) => (row.syscalls ?? file.syscalls).some((call) => calls.includes(call)));
	return own.length > 0 ? own : rows;
}

interface Place {
	readonly file: DataFile<FlagsFile>;
	/** A row of the same family: its kind and its calls are the new one's. */
	readonly like: FlagRow;
}

/**
 * Where the family of a constant is: the rows that share the most words at the beginning of their names. They must be of one
 * file, one kind and the same calls; otherwise a person must say.
 */
function placeOf({ constant }: Statement, files: readonly DataFile<FlagsFile>[]): Place | undefined {
	const places = files.flatMap((file) => file.value.flags.map((like) => ({ file, like })));
	const closest = Math.max(0, ...places.map(({ like }) => sharedWords(constant, like.constant)));
	const family = places.filter(({ like }) => closest > 0 && sharedWords(constant, like.constant) === closest);
	const keys = new Set(family.map(({ file, like }) => `${file.path} ${like.kind} ${like.syscalls?.join() ?? ''}`));
	return keys.size === 1 ? family[0] : undefined;
}

/** `MADV_COLD`, `MADV_COLLAPSE` → 1. */
function sharedWords(a: string, b: string): number {
	const [left, right] = [a.split('_'), b.split('_')];
	const differing = left.findIndex((word, i) => word !== right[i]);
	return differing < 0 ? left.length : differing;
}

/** The file with a row more, in its place, and the page among the sources. */
function withRow(file: FlagsFile, { constant, since, page }: Statement, like: FlagRow): FlagsFile {
	const row: FlagRow = {
		constant,
		kind: like.kind,
		...(like.syscalls !== undefined && { syscalls: like.syscalls }),
		since,
		basis: ['manual'],
	};
	const read = file.sources.manual?.source;
	const isRead = readRelease(file, page.name) === page.release;
	const source = `Linux man-pages ${page.release}: ${page.name}`;
	return {
		...file,
		flags: [...file.flags, row].sort(compareRows) as FlagsFile['flags'],
		sources: {
			manual: {
				source: read === undefined ? source : isRead ? read : `${read}; ${source}`,
				says: 'the release beside the constant',
			},
			...Object.fromEntries(Object.entries(file.sources).filter(([key]) => key !== 'manual')),
		},
	};
}

/** `Debian manpages-dev and manpages 6.20-2: clone(2), setns(2); …` → the newest manual of which that page was read. */
function readRelease({ sources }: FlagsFile, page: string): string {
	const parts = sources.manual?.source.split('; ') ?? [];
	const releases = parts.flatMap((part) => {
		const [, release, pages = ''] = /(\d+(?:\.\d+)+)\S*: (.*)$/.exec(part) ?? [];
		return release !== undefined && pages.split(', ').includes(page) ? [release] : [];
	});
	return releases.sort(compareReleases).at(-1) ?? '0.0';
}
