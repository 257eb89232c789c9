import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { SyscallPage } from '../catalog/pages.ts';
import type { Flag } from '../catalog/flags.ts';
import { sinceOn } from '../catalog/syscalls.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import { architectures } from '../domain/target.ts';
import { availability } from '../kernels/availability.ts';
import { mainlineRelease } from '../kernels/mainline.ts';
import { manualPage } from './manualPage.ts';
import { profileMarkdown } from './profileMarkdown.ts';

/** All that is known of a syscall: what it does, how to call it, how it fails, and where it is to be had. */
export function pageMarkdown(syscall: Syscall, page: SyscallPage | undefined, catalog: Catalog): string {
	return [
		`# ${syscall.name}(2)`,
		signature(syscall),
		sentences(syscall),
		list('Parameters', page?.parameters, 'parameter'),
		page?.returns === undefined || page.returns === null ? '' : `**Gives** ${page.returns}.`,
		list('Errors', page?.errors, 'error'),
		flagTable(catalog.flagsOf(syscall.name)),
		refusals(page),
		availabilityTable(syscall),
		kernels(syscall, catalog),
		section('Container profiles', profileMarkdown(syscall.name, catalog)),
		libc(syscall),
		instead(syscall),
		syscall.note === undefined ? '' : `_${syscall.note}_`,
		sources(syscall, page),
	]
		.filter(Boolean)
		.join('\n\n');
}

/** The prototype with its headers as C, or the kernel's own parameters where libc has no function. */
export function signature({ name, prototype, parameters, headers, defines }: Syscall): string {
	const text = prototype ?? (parameters === undefined ? undefined : `long ${name}(${parameters.join(', ') || 'void'})`);
	if (text === undefined) {
		return '';
	}
	const before =
		prototype === undefined ? [] : [...(defines ?? []).map((macro) => `#define ${macro}`), ...includes(headers)];
	return ['```c', ...before, `${text};`, '```'].join('\n');
}

function includes(headers: readonly string[] = []): readonly string[] {
	return headers.map((header) => `#include <${header}>`);
}

/** Summary and details as sentences. */
export function sentences({ summary, details }: Syscall): string {
	return [summary === undefined ? '' : `${summary}.`, details ?? ''].filter(Boolean).join(' ');
}

function list(title: string, rows: Readonly<Record<string, string>> | undefined, name: string): string {
	const entries = Object.entries(rows ?? {});
	return entries.length === 0
		? ''
		: [
				`## ${title}`,
				'',
				`| ${name} | meaning |`,
				'|---|---|',
				...entries.map(([key, text]) => `| \`${key}\` | ${cell(text)} |`),
			].join('\n');
}

/** Every flag and operation with the release that added it, newest first. */
function flagTable(flags: readonly Flag[]): string {
	const rows = [...flags]
		.sort((a, b) => compareReleases(b.since, a.since))
		.map(({ constant, kind, since }) => `| \`${constant}\` | ${kind} | ${since} |`);
	return rows.length === 0
		? ''
		: ['## Flags and operations', '', '| constant | | since Linux |', '|---|---|---|', ...rows].join('\n');
}

function section(title: string, text: string): string {
	return text === '' ? '' : `## ${title}\n\n${text}`;
}

function refusals(page: SyscallPage | undefined): string {
	const rows = (page?.alsoRefused ?? []).map(({ errno, when }) => `- \`${errno}\`: ${when}`);
	return rows.length === 0 ? '' : ['## What else refuses it', '', ...rows].join('\n');
}

function availabilityTable(syscall: Syscall): string {
	const rows = architectures.flatMap((arch) => {
		const number = syscall.numbers[arch];
		const status = syscall.differences?.[arch]?.status;
		const since = sinceOn(syscall, arch) ?? '?';
		const shown = status === 'never' ? 'never' : status === 'not-built' ? 'not built' : since;
		return number === undefined ? [] : [`| ${arch} | ${number} | ${shown} |`];
	});
	const facts = [
		syscall.removed === undefined ? '' : `Removed in Linux ${syscall.removed}.`,
		syscall.kconfig === undefined ? '' : `Built with \`CONFIG_${syscall.kconfig}\`.`,
		syscall.onlyOn === undefined ? '' : `Only on ${syscall.onlyOn.join(', ')}.`,
	].filter(Boolean);
	const table = rows.length === 0 ? [] : ['', '| architecture | number | since Linux |', '|---|---:|---|', ...rows];
	return ['## Releases', ...(facts.length === 0 ? [] : ['', facts.join(' ')]), ...table].join('\n');
}

/** Vendors' kernels and sandboxes that differ from their release. */
function kernels({ name }: Syscall, catalog: Catalog): string {
	const rows = catalog.vendorKernels().flatMap((vendor) => {
		const kernel = { id: vendor.id, release: vendor.release, vendor: vendor.id };
		const here = availability(name, kernel, 'x86_64', catalog);
		const release = mainlineRelease(vendor.release, catalog);
		const there = release && availability(name, { id: release, release, vendor: null }, 'x86_64', catalog);
		if (vendor.base === 'none') {
			const words =
				here.kind === 'present' ? (here.from === 'partial' ? 'in part' : 'yes') : `no (${here.errno ?? 'ENOSYS'})`;
			return [`| ${vendor.name} | ${words} |`];
		}
		if (here.kind === there?.kind) {
			return [];
		}
		return [`| ${vendor.name} | ${here.kind === 'present' ? 'back-ported' : 'left out'} |`];
	});
	return rows.length === 0
		? ''
		: ['## Kernels that differ from their release', '', '| kernel | |', '|---|---|', ...rows].join('\n');
}

function libc({ wrapper, glibc, musl, prototype }: Syscall): string {
	if (wrapper === false || prototype === undefined) {
		return prototype === undefined ? '' : '**libc**: no wrapper in glibc; use `syscall(2)`.';
	}
	return `**libc**: glibc ${glibc === undefined ? 'has a wrapper' : `since ${glibc}`}${musl === undefined ? '' : `, musl since ${musl}`}.`;
}

function instead({ instead: older, loses }: Syscall): string {
	return older === undefined
		? ''
		: `**Where it is missing**: \`${older}\`${loses === undefined ? '' : `; that loses ${loses}`}.`;
}

function sources({ name }: Syscall, page: SyscallPage | undefined): string {
	const rows = (page?.sources ?? []).map((source) => `- ${source}`);
	return ['## Sources', '', ...rows, `- [manual page](${manualPage(name)})`].join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}
