import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { SyscallPage } from '../catalog/pages.ts';
import { sinceOn } from '../catalog/syscalls.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import { architectures, type Architecture } from '../domain/target.ts';
import { availability } from '../kernels/availability.ts';
import { mainlineRelease } from '../kernels/mainline.ts';
import { partialNote } from './describeKernel.ts';

/** Where a syscall is to be had: number and release on each architecture, and the kernels that differ from theirs. */
export function releasesMarkdown(syscall: Syscall, page: SyscallPage | undefined, catalog: Catalog): string {
	return [architectureTable(syscall, page), kernels(syscall, catalog)].filter(Boolean).join('\n\n');
}

/** Architectures that came to Linux later than their oldest calls. */
const firstReleases: Readonly<Partial<Record<Architecture, string>>> = { arm64: '3.7', riscv64: '4.15' };

function architectureTable(syscall: Syscall, page: SyscallPage | undefined): string {
	const rows = architectures.flatMap((arch) => {
		const number = syscall.numbers[arch];
		return number === undefined ? [] : [`| ${arch} | ${number} | ${releaseOn(syscall, page, arch)} |`];
	});
	const facts = [
		syscall.removed === undefined ? '' : `Removed in Linux ${syscall.removed}.`,
		configuration(page),
		page?.onlyOn === undefined ? '' : `Only on ${page.onlyOn.join(', ')}.`,
		page?.deprecated === undefined ? '' : `Deprecated since ${page.deprecated}.`,
	].filter(Boolean);
	const table = rows.length === 0 ? [] : ['', '| architecture | number | since Linux |', '|---|---:|---|', ...rows];
	return ['## Releases', ...(facts.length === 0 ? [] : ['', facts.join(' ')]), ...table].join('\n');
}

function releaseOn(syscall: Syscall, page: SyscallPage | undefined, arch: Architecture): string {
	const status = syscall.differences?.[arch]?.status;
	if (status !== undefined) {
		return { never: 'never', 'not-built': 'not built' }[status];
	}
	const since = sinceOn(syscall, arch);
	const seen = page?.notLaterThan?.[arch];
	const first = firstReleases[arch];
	const removed = syscall.differences?.[arch]?.removed;
	const added =
		since === null
			? seen === undefined
				? '?'
				: `${seen} or before`
			: first !== undefined && compareReleases(since, first) < 0
				? first
				: since;
	return removed === undefined ? added : `${added}, until ${removed}`;
}

function configuration(page: SyscallPage | undefined): string {
	if (page?.kconfig === undefined) {
		return '';
	}
	const others = Object.entries(page.kconfigOn ?? {}).map(([arch, symbol]) => `\`CONFIG_${symbol}\` on ${arch}`);
	return page.kconfig === null
		? 'Built into every kernel.'
		: `Built with ${[`\`CONFIG_${page.kconfig}\``, ...others].join(', ')}.`;
}

/** Vendors' kernels and sandboxes that differ from their release. */
function kernels({ name }: Syscall, catalog: Catalog): string {
	const rows = catalog.vendorKernels().flatMap((vendor) => {
		const kernel = { id: vendor.id, release: vendor.release, vendor: vendor.id };
		const here = availability(name, kernel, 'x86_64', catalog);
		const release = mainlineRelease(vendor.release, catalog);
		const there = release && availability(name, { id: release, release, vendor: null }, 'x86_64', catalog);
		if (vendor.base === 'none') {
			const note = partialNote(name, kernel, 'x86_64', catalog);
			const some = note === undefined ? 'in part' : `in part: ${note}`;
			const words =
				here.kind === 'present' ? (here.from === 'partial' ? some : 'yes') : `no (${here.errno ?? 'ENOSYS'})`;
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
