import type { Api, ApiRow } from '../catalog/apis.ts';
import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { Pages, Prototype } from '../catalog/pages.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import { compareReleases, type KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture, KnownTarget, Target } from '../domain/target.ts';
import type { Containment } from '../judgement/blocked.ts';
import { apiOfCall } from '../judgement/callRow.ts';
import { flagsMarkdown } from './flagsMarkdown.ts';
import { manualPage } from './manualPage.ts';
import { needsInWords, syscallsTried } from './needsInWords.ts';
import { insteadWords, sentences } from './pageMarkdown.ts';
import { isFunction, signature } from './signature.ts';
import { targetTable } from './targetTable.ts';
import { verdictLine } from './verdictLine.ts';

/** A call with what is known of its place. */
export interface HoveredCall {
	readonly call: ApiCall;
	readonly row: ApiRow;
	readonly targets: readonly Target[];
	readonly containment: Containment;
	/** Why its finding is not shown: a comment, or the configuration. */
	readonly silencedBy?: 'comment' | 'configuration';
	/** What the manual says first of the syscall. */
	readonly quote?: string;
}

/** What is said of a call: the verdict decides, then the Api and the syscalls behind it, then the tables, then the links. */
export function callMarkdown(hovered: HoveredCall, pages: Pages, catalog: Catalog): string {
	const { call, row, targets, containment, silencedBy, quote } = hovered;
	const known = targets.filter((target) => target.kind === 'known');
	const syscalls = syscallsTried(row);
	return joined([
		verdictLine(call, targets, containment, catalog),
		guardLine(call),
		silencedLine(silencedBy),
		...apiParts(call.api, call.module, row, pages, catalog, mainlineFloor(known)),
		sinceLine(apiOfCall(call, catalog)),
		quote ?? '',
		targetTable(call, syscalls, targets, catalog),
		links(syscalls, pages),
	]);
}

/** An Api without a call: what it needs, then each syscall behind it. */
export function apiMarkdown(api: Api, row: ApiRow, pages: Pages, catalog: Catalog): string {
	const syscalls = syscallsTried(row);
	return joined([
		...apiParts(api.name, api.module, row, pages, catalog),
		sinceLine(api),
		targetTable(undefined, syscalls, [], catalog),
		links(syscalls, pages),
	]);
}

/** The oldest floor, if it is a mainline release: vendors' back-ports of flags are not known. */
function mainlineFloor(targets: readonly KnownTarget[]): KernelRelease | undefined {
	const [oldest] = targets.map(({ floor }) => floor).sort((a, b) => compareReleases(a.release, b.release));
	return oldest?.vendor === null ? oldest.release : undefined;
}

function apiParts(
	name: string,
	module: string,
	row: ApiRow,
	pages: Pages,
	catalog: Catalog,
	floor?: KernelRelease,
): readonly string[] {
	const syscalls = syscallsTried(row).flatMap((one) => catalog.syscall(one) ?? []);
	const [only, ...others] = syscalls;
	const single = others.length === 0 ? only : undefined;
	const isCall = module === 'syscall' || (module === 'libc' && single?.name === name);
	return [
		isCall ? '' : `**${code(`${name}()`)}** ${needsInWords(row)}`,
		signature(prototypeOf(name, module, pages)) || (isCall ? `**${name}(2)**` : ''),
		...(single === undefined ? [syscallTable(syscalls)] : syscallParts(single, pages, catalog, floor)),
		row.whenMissing === undefined ? '' : `Where it is missing, ${code(`${name}()`)} ${row.whenMissing}.`,
		row.uses.length > 0 ? `On the way, and without need: ${row.uses.map(code).join(', ')}.` : '',
		row.note === undefined ? '' : `_${row.note.charAt(0).toUpperCase()}${row.note.slice(1)}._`,
	];
}

const runtimeTitles: Readonly<Record<string, string>> = { python: 'Python', node: 'Node' };

/** `First in Python 3.9.`: the libraries or interpreters that have not always had it. */
function sinceLine(api: Api | undefined): string {
	const versions = Object.entries(api?.since ?? {}).map(
		([name, version]) => `${runtimeTitles[name] ?? name} ${version}`,
	);
	return versions.length === 0 ? '' : `First in ${versions.join(', ')}.`;
}

/** That of what is called, never of what stands behind it: `getentropy()` is not declared as `getrandom()` is. */
function prototypeOf(name: string, module: string, pages: Pages): Prototype | undefined {
	const page = pages.get(name);
	return module === 'syscall' || (module === 'libc' && isFunction(page)) ? page?.prototype : undefined;
}

/** A syscall in a few lines; its page tells the rest. */
function syscallParts(
	syscall: Syscall,
	pages: Pages,
	catalog: Catalog,
	floor: KernelRelease | undefined,
): readonly string[] {
	const page = pages.get(syscall.name);
	return [
		sentences(syscall, page),
		isEverywhere(syscall) ? '' : insteadWords(syscall, page),
		history(syscall),
		flagsMarkdown(syscall.name, catalog, floor),
	];
}

/** The kernel of the oldest release that people still build on. */
const oldest = '2.6.32';

function isEverywhere({ since }: Syscall): boolean {
	return since !== null && compareReleases(since, oldest) <= 0;
}

function syscallTable(syscalls: readonly Syscall[]): string {
	const rows = syscalls.map(({ name, since, summary }) => `| ${code(name)} | ${since ?? '?'} | ${summary ?? ''} |`);
	return rows.length === 0 ? '' : ['| call | Linux | |', '|---|---|---|', ...rows].join('\n');
}

function guardLine({ guard }: ApiCall): string {
	switch (guard?.grade) {
		case 'complete':
			return '_Guarded: another path is taken when the call fails._';
		case 'kernel-only':
			return '_Guarded: ENOSYS leads to another path._';
		case 'elsewhere':
			return '_This branch does not run on Linux._';
		case 'build-time':
			return '_`#if` tells about headers, not about the running kernel._';
		case 'interpreter-only':
			return '_The test tells about the interpreter, not about the kernel._';
		case 'none':
			return '_errno is tested, but for nothing that a missing call answers._';
		case undefined:
			return '';
	}
}

function silencedLine(silencedBy: HoveredCall['silencedBy']): string {
	switch (silencedBy) {
		case 'comment':
			return '_A comment silences this._';
		case 'configuration':
			return '_The configuration silences this._';
		case undefined:
			return '';
	}
}

function history({ since, removed, numbers, status }: Syscall): string {
	return [
		since !== null
			? `Since Linux ${since}.`
			: status === 'never-implemented'
				? 'Never implemented in Linux.'
				: 'Not dated.',
		removed === undefined ? '' : `Removed in ${removed}.`,
		numberWords(numbers),
	]
		.filter(Boolean)
		.join(' ');
}

/** The two architectures that most containers run on. */
const shown: readonly Architecture[] = ['x86_64', 'arm64'];

function numberWords(numbers: Syscall['numbers']): string {
	const places = shown.flatMap((arch) => (numbers[arch] === undefined ? [] : [`${numbers[arch]} on ${arch}`]));
	return places.length === 0 ? '' : `Number ${places.join(', ')}.`;
}

/** The manual's page of each syscall, and where the release of a single one is from. */
function links(syscalls: readonly string[], pages: Pages): string {
	const [only, ...others] = syscalls;
	if (only === undefined) {
		return '';
	}
	if (others.length > 0) {
		return `Manual pages: ${syscalls.map((name) => `[${name}(2)](${manualPage(name)})`).join(', ')}`;
	}
	const source = pages.get(only)?.sources[0];
	const manual = `[manual page](${manualPage(only)})`;
	return source === undefined ? manual : `${manual} · _release from: ${source}_`;
}

function code(text: string): string {
	return `\`${text}\``;
}

function joined(parts: readonly string[]): string {
	return parts.filter(Boolean).join('\n\n');
}
