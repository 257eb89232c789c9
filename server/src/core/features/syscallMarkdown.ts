import type { ApiRow } from '../catalog/apis.ts';
import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import { compareReleases, type KernelRelease } from '../domain/kernelRelease.ts';
import type { KnownTarget, Target } from '../domain/target.ts';
import { judge, unmetNeeds } from '../judgement/judge.ts';
import { flagsMarkdown } from './flagsMarkdown.ts';
import { manualPage } from './manualPage.ts';
import { profileMarkdown } from './profileMarkdown.ts';
import { sentences, signature } from './pageMarkdown.ts';
import { kernelWords } from './targetWords.ts';

/** What is said of a call: its verdict on top where there are targets, then the Api, then each syscall behind it. */
export function callMarkdown(call: ApiCall, row: ApiRow, targets: readonly Target[], catalog: Catalog): string {
	const known = targets.filter((target): target is KnownTarget => target.kind === 'known');
	return joined([
		verdictLine(call, known, catalog),
		...apiParts(call.api, call.module, row, catalog, mainlineFloor(known)),
		known.length > 1 ? targetTable(row, known, catalog) : '',
		guardLine(call),
	]);
}

/** An Api without a call: what it needs, then each syscall behind it. */
export function apiMarkdown(name: string, module: string, row: ApiRow, catalog: Catalog): string {
	return joined(apiParts(name, module, row, catalog));
}

/** A syscall in a few lines; its page tells the rest. */
function syscallMarkdown(syscall: Syscall, catalog: Catalog, floor: KernelRelease | undefined): string {
	return joined([
		signature(syscall) || `**${syscall.name}(2)**`,
		sentences(syscall),
		history(syscall),
		profileMarkdown(syscall.name, catalog),
		flagsMarkdown(syscall.name, catalog, floor),
		links(syscall),
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
	catalog: Catalog,
	floor?: KernelRelease,
): readonly string[] {
	const steps = stepsOf(row);
	const pages = [...new Set(steps.flat())].map((one) => catalog.syscall(one)).filter((one) => one !== undefined);
	const [only, ...others] = pages;
	const called = module === 'syscall' ? '' : `**${code(`${name}()`)}** ${stepsInWords(steps, row)}`;
	const [first] =
		only !== undefined && others.length === 0 ? [syscallMarkdown(only, catalog, floor)] : [syscallTable(pages)];
	return [
		only?.name === name && others.length === 0 ? '' : called,
		first,
		row.uses.length > 0 ? `On the way, and without need: ${row.uses.map(code).join(', ')}.` : '',
	];
}

/**
 * What the library tries, one list a try: `[["getrandom"], ["openat", "read"]]`. Of several numbers that serve the same
 * (`openat`, `open`) only the first is named.
 */
function stepsOf({ needs }: ApiRow): readonly (readonly string[])[] {
	const steps: string[][] = [];
	for (const alternatives of needs) {
		let step = 0;
		for (const [i, { syscall, fallbackOn }] of alternatives.entries()) {
			const isTwin = i > 0 && alternatives[i - 1]?.fallbackOn === undefined;
			if (!isTwin && steps[step]?.includes(syscall) !== true) {
				(steps[step] ??= []).push(syscall);
			}
			step += fallbackOn === undefined ? 0 : 1;
		}
	}
	return steps;
}

/** `→ getrandom(2); without it openat(2), read(2)`, and how that is known. */
function stepsInWords(steps: readonly (readonly string[])[], row: ApiRow): string {
	if (steps.length === 0) {
		return 'needs no particular system call';
	}
	const [tried = [], ...others] = steps.map((names) => names.map((name) => code(`${name}(2)`)));
	const errnos = [...new Set(row.needs.flat().flatMap(({ fallbackOn }) => fallbackOn ?? []))].join(' or ');
	const known = { measured: 'measured', static: "from the library's code", reasoned: 'by reasoning' }[row.known];
	const fallbacks = others.map((names) => `; on ${errnos} the library goes on with ${names.join(', ')}`);
	return `→ ${tried.join(', ')}${fallbacks.join('')} _(${known})_`;
}

function syscallTable(syscalls: readonly Syscall[]): string {
	const rows = syscalls.map(({ name, since, summary }) => `| ${code(name)} | ${since ?? '?'} | ${summary ?? ''} |`);
	return rows.length === 0 ? '' : ['| call | Linux | |', '|---|---|---|', ...rows].join('\n');
}

/** `✗ Linux 3.17 — centos:6 ships with 2.6.32`, at most 80 characters. */
function verdictLine(call: ApiCall, targets: readonly KnownTarget[], catalog: Catalog): string {
	const [finding] = judge([call], targets, catalog);
	const target = finding?.target ?? targets[0];
	if (target === undefined) {
		return '';
	}
	if (finding === undefined) {
		return `**✓ works on ${targets.map(({ id }) => id).join(', ')}**`;
	}
	const asked =
		finding.code === 'removed-syscall'
			? `${finding.syscall} is gone from newer kernels`
			: finding.since === null
				? `no ${finding.syscall}`
				: `Linux ${finding.since}`;
	const has = target.declaredHost ? `host ${target.id} has` : `${target.id} ships with`;
	return `**✗ ${asked} — ${has} ${target.floor.vendor === 'gvisor' ? 'gVisor' : target.floor.release}**`;
}

function targetTable(row: ApiRow, targets: readonly KnownTarget[], catalog: Catalog): string {
	const rows = targets.map((target) => {
		const [missing] = unmetNeeds(row, target.floor, target.arch, catalog);
		return `| ${target.id} | ${kernelWords(target)} | ${missing === undefined ? '✓' : `✗ ${missing.syscall}`} |`;
	});
	return ['| target | kernel | |', '|---|---|---|', ...rows].join('\n');
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

function history({ since, removed, numbers, status }: Syscall): string {
	const x86 = numbers.x86_64;
	return [
		since !== null
			? `Since Linux ${since}.`
			: status === 'never-implemented'
				? 'Never implemented in Linux.'
				: 'Not dated.',
		removed === undefined ? '' : `Removed in ${removed}.`,
		x86 === undefined
			? ''
			: `Number ${x86} on x86_64${numbers.arm64 === undefined ? '' : `, ${numbers.arm64} on arm64`}.`,
	]
		.filter(Boolean)
		.join(' ');
}

function links({ name, source }: Syscall): string {
	const manual = `[manual page](${manualPage(name)})`;
	return [manual, `_release from: ${source}_`].join(' · ');
}

function code(text: string): string {
	return `\`${text}\``;
}

function joined(parts: readonly string[]): string {
	return parts.filter(Boolean).join('\n\n');
}
