import type { Catalog } from '../catalog/catalog.ts';
import { flagPresence, type Flag } from '../catalog/flags.ts';
import { compareReleases, type KernelRelease } from '../domain/kernelRelease.ts';

/** How many constants a hover names; the rest are counted. */
const most = 12;

/** No target is older; what is goes without saying. */
const oldest = '2.6';

/**
 * The flags and operations that came after the call itself, newest first and a release a group:
 * "Flags by release: 6.11 `MAP_DROPPABLE` · 6.6 `MAP_ABOVE4G` · … and 14 more". With a floor, those that it lacks are
 * marked with ✗, and with ? where the data can't tell. Empty where nothing came later.
 */
export function flagsMarkdown(syscall: string, catalog: Catalog, floor?: KernelRelease): string {
	const flags = catalog.flagsOf(syscall);
	const own = catalog.syscall(syscall)?.since ?? oldest;
	const named = foremost(flags.filter(({ since }) => isNewer(since, own) && !isNewer(oldest, since)));
	if (named.length === 0) {
		return '';
	}
	const groups = byRelease(named).map((group) => releaseText(group, floor));
	const others = flags.length - named.length;
	return `${heading(named)} by release: ${groups.join(' · ')}${others > 0 ? ` … and ${others} more` : ''}`;
}

/** The newest, by release and name. Of a call with many, what says what is to be done comes before single values. */
function foremost(flags: readonly Flag[]): readonly Flag[] {
	const leading = flags.filter(({ kind }) => kind !== 'value' && kind !== 'field');
	const chosen = leading.length >= most ? leading : flags;
	return [...chosen].sort((a, b) => compareReleases(b.since, a.since)).slice(0, most);
}

function isNewer(release: string, other: string): boolean {
	return compareReleases(release, other) > 0;
}

function byRelease(flags: readonly Flag[]): readonly (readonly [Flag, ...Flag[]])[] {
	const groups = new Map<string, [Flag, ...Flag[]]>();
	for (const flag of flags) {
		const key = `${flag.after ?? ''} ${flag.since}`;
		const group = groups.get(key);
		if (group === undefined) {
			groups.set(key, [flag]);
		} else {
			group.push(flag);
		}
	}
	return [...groups.values()];
}

/** `✗ 5.14 `MADV_POPULATE_READ`, `MADV_POPULATE_WRITE``; `by 6.14` where the release is only known to be after another. */
function releaseText([first, ...others]: readonly [Flag, ...Flag[]], floor: KernelRelease | undefined): string {
	const names = [first, ...others].map(({ constant, until }) =>
		until === undefined ? code(constant) : `${code(constant)} (until ${until})`,
	);
	return `${mark(first, floor)}${first.after === undefined ? '' : 'by '}${first.since} ${names.join(', ')}`;
}

function mark(flag: Flag, floor: KernelRelease | undefined): string {
	const presence = floor === undefined ? 'present' : flagPresence({ ...flag, until: undefined }, floor);
	return { present: '', absent: '✗ ', unknown: '? ' }[presence];
}

/** `Flags`, `Operations and flags`; `Constants` for more kinds than two. */
function heading(flags: readonly Flag[]): string {
	const kinds = [...new Set(flags.map(({ kind }) => `${kind}s`))].sort();
	const text = kinds.length > 2 ? 'constants' : kinds.join(' and ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function code(text: string): string {
	return `\`${text}\``;
}
