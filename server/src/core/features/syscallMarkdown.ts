import type { ApiRow } from '../catalog/apis.ts';
import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { KnownTarget, Target } from '../domain/target.ts';
import { judge, unmetNeeds } from '../judgement/judge.ts';
import { manualPage } from './manualPage.ts';
import { kernelWords } from './targetWords.ts';

/** What is said of a call: its verdict on top where there are targets, then the Api, then each syscall behind it. */
export function callMarkdown(call: ApiCall, row: ApiRow, targets: readonly Target[], catalog: Catalog): string {
	const known = targets.filter((target): target is KnownTarget => target.kind === 'known');
	return joined([
		verdictLine(call, known, catalog),
		...apiParts(call.api, call.module, row, catalog),
		known.length > 1 ? targetTable(row, known, catalog) : '',
		guardLine(call),
	]);
}

/** An Api without a call: what it needs, then each syscall behind it. */
export function apiMarkdown(name: string, module: string, row: ApiRow, catalog: Catalog): string {
	return joined(apiParts(name, module, row, catalog));
}

/** The page of one syscall. */
export function syscallMarkdown(syscall: Syscall): string {
	return joined([signature(syscall), syscall.summary ?? '', history(syscall), links(syscall)]);
}

function apiParts(name: string, module: string, row: ApiRow, catalog: Catalog): readonly string[] {
	const [only, ...others] = namesOf(row);
	const syscall = only === undefined ? undefined : catalog.syscall(only);
	if (only === name && others.length === 0 && syscall !== undefined) {
		return [syscallMarkdown(syscall)];
	}
	const pages = namesOf(row)
		.map((one) => catalog.syscall(one))
		.filter((one) => one !== undefined);
	return [
		`${code(`${name}()`)}${module === 'libc' ? '' : ` of ${code(module)}`} ${needsWords(row)}`,
		...pages.slice(0, 4).map((one) => `${code(`${one.name}(2)`)}: ${one.summary ?? ''} ${history(one)}`.trim()),
		row.uses.length > 0 ? `Also calls, and lives without: ${row.uses.map(code).join(', ')}` : '',
	];
}

/** `→ copy_file_range(2), else sendfile(2)`: all of, any of, in words. */
function needsWords(row: ApiRow): string {
	if (row.needs.length === 0) {
		return 'needs no particular system call';
	}
	const parts = row.needs.map((alternatives) =>
		alternatives
			.map(({ syscall, fallbackOn }, i) => {
				const last = i === alternatives.length - 1;
				return `${code(`${syscall}(2)`)}${last || fallbackOn === undefined ? '' : ` (on ${fallbackOn.join(', ')} the next)`}`;
			})
			.join(' or '),
	);
	const known =
		row.known === 'measured' ? 'measured' : row.known === 'static' ? "from the library's code" : 'by reasoning';
	return `→ ${parts.join(', ')} _(${known})_`;
}

function namesOf(row: ApiRow): readonly string[] {
	return [...new Set(row.needs.flatMap((alternatives) => alternatives.map(({ syscall }) => syscall)))];
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

function signature({ name, prototype, parameters }: Syscall): string {
	const text = prototype ?? (parameters === undefined ? undefined : `long ${name}(${parameters.join(', ') || 'void'})`);
	return text === undefined ? `### ${name}` : `\`\`\`c\n${text}\n\`\`\``;
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
