import type { Catalog, DistroRelease, VendorKernel } from '../catalog/catalog.ts';
import { sinceOn } from '../catalog/syscalls.ts';
import type { Target } from '../domain/target.ts';
import { mainlineReleases } from '../kernels/mainline.ts';
import { releaseName } from '../project/targets.ts';
import { kernelWords } from './targetWords.ts';

/** A kernel that people can choose: its name, and what it is in a few words. */
export interface NamedKernel {
	readonly id: string;
	readonly description: string;
}

/** Kernels of one kind, under a title. */
export interface KernelGroup {
	readonly title: string;
	readonly kernels: readonly NamedKernel[];
}

/** Every kernel that has a name: what is held against here first, then vendors', distributions' and mainline ones. */
export function kernelNames(targets: readonly Target[], catalog: Catalog): readonly KernelGroup[] {
	return [
		{ title: 'this workspace', kernels: targetNames(targets) },
		{ title: 'vendors', kernels: [...catalog.vendorKernels()].sort(sandboxesLast).map(vendorName) },
		{ title: 'distributions', kernels: [...catalog.distros()].sort(newestFirst).flatMap(distroName) },
		{ title: 'mainline', kernels: mainlineNames(catalog) },
	].filter(({ kernels }) => kernels.length > 0);
}

function targetNames(targets: readonly Target[]): readonly NamedKernel[] {
	const names = new Map<string, NamedKernel>();
	for (const target of targets) {
		if (target.kind === 'known') {
			names.set(target.id, { id: target.id, description: kernelWords(target) });
		}
	}
	return [...names.values()];
}

function vendorName({ id, name, release, aliases }: VendorKernel): NamedKernel {
	const also = aliases.length === 0 ? '' : `, also ${aliases.join(', ')}`;
	return { id, description: `${name}, Linux ${release}${also}` };
}

function distroName(distro: DistroRelease): readonly NamedKernel[] {
	const { kernel, codename } = distro;
	if (kernel === null) {
		return [];
	}
	const vendor = kernel.vendor === null ? '' : ` + ${kernel.vendor} back-ports`;
	const words = `ships with Linux ${kernel.release}${vendor}`;
	return [{ id: releaseName(distro), description: codename === null ? words : `${codename}, ${words}` }];
}

/** Newest first, each with the calls that it brought. */
function mainlineNames(catalog: Catalog): readonly NamedKernel[] {
	const brought = new Map<string, string[]>();
	for (const syscall of catalog.syscalls()) {
		const since = syscall.numbers.x86_64 === undefined ? null : sinceOn(syscall, 'x86_64');
		if (since !== null) {
			brought.set(since, [...(brought.get(since) ?? []), syscall.name]);
		}
	}
	return [...mainlineReleases(catalog)].reverse().map((id) => ({ id, description: newCalls(brought.get(id) ?? []) }));
}

function newCalls(names: readonly string[]): string {
	const others = names.length - 3;
	return names.length === 0
		? 'no new call'
		: `adds ${names.slice(0, 3).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

function sandboxesLast(a: VendorKernel, b: VendorKernel): number {
	return Number(a.base === 'none') - Number(b.base === 'none') || a.id.localeCompare(b.id, 'en', { numeric: true });
}

function newestFirst(a: DistroRelease, b: DistroRelease): number {
	return a.id.localeCompare(b.id, 'en') || b.version.localeCompare(a.version, 'en', { numeric: true });
}
