import type { Libc, SyscallFile } from '../../src/core/catalog/generated.ts';
import { compareReleases } from '../../src/core/domain/kernelRelease.ts';
import { statedReleases } from './history.ts';
import { namesOf, type LinuxPage } from './linuxManual.ts';
import { isSame, readSynopsis, type Declared, type Prototype } from './synopsis.ts';

/** What a manual has that our data lacks, and where the two disagree. */
export interface SignatureNews {
	/** The files as they are to be written. */
	readonly changed: readonly SyscallFile[];
	/** Where they say different things, and the manual is newer than the one that ours was read from. */
	readonly conflicts: readonly string[];
	/** Pages that nothing can be read from without a person. */
	readonly unclear: readonly string[];
	/** How many statements of an older manual, or of the one we read, differ from ours. */
	readonly superseded: number;
}

/** Holds the pages of a manual against the data. A newer page is news; one that we have read already overrules nothing. */
export function compareSignatures(pages: readonly LinuxPage[], files: readonly SyscallFile[]): SignatureNews {
	const byName = new Map<string, LinuxPage[]>();
	for (const page of pages) {
		for (const name of namesOf(page.page)) {
			byName.set(name, [...(byName.get(name) ?? []), page]);
		}
	}
	const results = files.map((file) => {
		const own = pages.find(({ name }) => name === prototypePage(file));
		return compareFile(file, own === undefined ? (byName.get(file.name) ?? []) : [own]);
	});
	return {
		changed: results.flatMap(({ changed }) => changed ?? []),
		conflicts: results.flatMap(({ conflicts }) => conflicts),
		unclear: results.flatMap(({ unclear }) => unclear),
		superseded: results.reduce((sum, { superseded }) => sum + superseded, 0),
	};
}

interface FileNews {
	changed?: SyscallFile;
	readonly conflicts: string[];
	readonly unclear: string[];
	superseded: number;
}

function compareFile(file: SyscallFile, pages: readonly LinuxPage[]): FileNews {
	const news: FileNews = { conflicts: [], unclear: [], superseded: 0 };
	const declared = pages.flatMap((page) =>
		readSynopsis(page.page)
			.filter(({ name }) => name === file.name)
			.map((prototype) => ({ page, prototype })),
	);
	const page = declared[0]?.page ?? pages[0];
	if (page === undefined) {
		return news;
	}
	const isNews = compareReleases(page.release, readRelease(file, page.name)) > 0;
	const disagree = (theirs: string, ours: string): void => {
		if (isNews) {
			news.conflicts.push(`${page.name} of ${page.release} has ${theirs}; syscalls/${file.name}.json has ${ours}`);
		} else {
			news.superseded++;
		}
	};
	const prototypes = declared.map(({ prototype }) => prototype);
	const [first] = prototypes;
	if (first === undefined) {
		if (isNews && (file.libc !== undefined || page.name === `${file.name}(2)`)) {
			news.unclear.push(`${page.name} declares no ${file.name}`);
		}
		return news;
	}
	if (file.libc === undefined && prototypes.some((other) => !isSame(first, other))) {
		news.unclear.push(`${page.name} declares ${file.name} in several ways: ${prototypes.map(shown).join('; ')}`);
		return news;
	}
	if (file.libc !== undefined) {
		compareLibc(file.libc, prototypes, disagree);
	}
	const { linux, glibc } = statedReleases(page.page).get(file.name) ?? {};
	const isNoted = (release: string): boolean => file.note?.includes(release) === true;
	if (linux !== undefined && file.since !== null && !isNoted(linux) && !isEqual(stable(linux), file.since)) {
		disagree(`Linux ${linux}`, file.since);
	}
	const ours = file.wrappers?.glibc;
	if (ours === false && prototypes.some(({ isRaw }) => !isRaw)) {
		disagree('a function of libc', 'none');
	} else if (glibc !== undefined && ours && !isEqual(glibc, ours.since) && !isNoted(glibc)) {
		disagree(`glibc ${glibc}`, `glibc ${ours.since}`);
	}
	if (file.wrappers === undefined && glibc !== undefined) {
		news.unclear.push(`${page.name} tells of glibc ${glibc}, but not of musl: write \`wrappers\` by hand`);
	}
	if (news.conflicts.length === 0 && file.libc === undefined) {
		news.changed = withPrototype(file, page, first);
	}
	return news;
}

function compareLibc(
	libc: Libc,
	prototypes: readonly Prototype[],
	disagree: (theirs: string, ours: string) => void,
): void {
	const fitting = prototypes.filter((prototype) => isSame(libc, prototype));
	if (fitting.length === 0) {
		disagree(prototypes.map(shown).join(' and '), shown(libc));
		return;
	}
	const ours = [...libc.headers].sort().join(', ');
	const theirs = fitting.map(({ headers }) => [...headers].sort().join(', '));
	if (!theirs.includes(ours)) {
		disagree(theirs.join(' or '), ours);
	}
}

/** The source goes to the end, so that a reviewer sees what is from where. */
function withPrototype(file: SyscallFile, page: LinuxPage, { headers, returns, parameters }: Prototype): SyscallFile {
	return {
		...file,
		libc: { headers: [...headers], returns, parameters: [...parameters] },
		sources: [...file.sources, { source: `Linux man-pages ${page.release}, ${page.name}`, says: 'prototype, headers' }],
	};
}

/** `Debian manpages-dev 6.20-2, semctl(2)` → the page that our prototype is from. */
function prototypePage({ sources }: SyscallFile): string | undefined {
	const source = sources.findLast(({ says, source }) => says.startsWith('prototype') && /man-?pages/.test(source));
	return source === undefined ? undefined : pageOf(source.source)?.page;
}

/** The newest manual of which we have read a page. */
function readRelease({ sources }: SyscallFile, page: string): string {
	const releases = sources.flatMap(({ source }) => {
		const read = pageOf(source);
		return read?.page === page ? [read.release] : [];
	});
	return releases.sort(compareReleases).at(-1) ?? '0.0';
}

function pageOf(source: string): { readonly release: string; readonly page: string } | undefined {
	const [, release, page] = /man-?pages(?:-dev)? (\d+(?:\.\d+)+)\S*, (\w+\(\d\w*\))/.exec(source) ?? [];
	return release === undefined || page === undefined ? undefined : { release, page };
}

/** Development releases became the next stable one, and that is what our data says: 2.5.46 → 2.6. */
function stable(release: string): string {
	const [major = 0, minor = 0] = release.split('.').map(Number);
	if (major === 0 || (major === 1 && minor === 3)) {
		return major === 0 ? '1.0' : '2.0';
	}
	return major < 3 && minor % 2 === 1 ? `${major}.${minor + 1}` : release;
}

function isEqual(a: string, b: string): boolean {
	return compareReleases(a, b) === 0;
}

function shown({ returns, parameters }: Declared): string {
	return `${returns} (${parameters.map(({ type }) => type).join(', ')})`;
}
