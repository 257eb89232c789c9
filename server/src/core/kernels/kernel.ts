import type { Catalog, DistroRelease } from '../catalog/catalog.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import { nearest } from '../domain/nearest.ts';
import type { Kernel } from '../domain/target.ts';
import { mainlineRelease, mainlineReleases } from './mainline.ts';

/** A name that is no kernel of ours, with those it may have meant. */
export interface UnknownKernel {
	readonly kind: 'unknown';
	readonly suggestions: readonly string[];
}

/** A kernel, told from an unknown one by its missing `kind`. */
export type ResolvedKernel = (Kernel & { readonly kind?: never }) | UnknownKernel;

/**
 * Finds the kernel of a name that people use: a mainline release (`5.10`), a vendor's kernel (`rhel8.6`, `gvisor`),
 * or the release of a distribution, meaning the kernel it ships with (`debian:12`, `bookworm`, `centos7`, `al2023`).
 */
export function resolveKernel(id: string, catalog: Catalog): ResolvedKernel {
	const name = id.trim();
	const release = mainlineRelease(name, catalog);
	if (release !== undefined) {
		return { id: name, release, vendor: null };
	}
	return vendorKernel(name, catalog) ?? distroKernel(name, catalog) ?? unknown(name, catalog);
}

/** The release of a distribution by any of its names: `debian:12`, `bookworm`, `al2023`. */
export function distroNamed(name: string, catalog: Catalog): DistroRelease | undefined {
	return catalog.distros().find((distro) => namesOf(distro).includes(bare(name)));
}

function vendorKernel(name: string, catalog: Catalog): Kernel | undefined {
	const known = catalog.vendorKernel(bare(name));
	if (known === undefined) {
		return undefined;
	}
	// `rhel8` stays what the user said, though its facts are those of rhel8.10; `runsc` is gvisor by another name.
	const vendor = known.id.startsWith(bare(name)) ? bare(name) : known.id;
	return { id: name, release: known.release, vendor };
}

function distroKernel(name: string, catalog: Catalog): Kernel | undefined {
	const kernel = distroNamed(name, catalog)?.kernel;
	if (kernel !== undefined && kernel !== null) {
		return { id: name, release: kernel.release, vendor: kernel.vendor };
	}
	return minorReleaseKernel(name, catalog);
}

/** `rocky:9.3` has no row of its own: it is the minor release of the vendor's kernel, where that is known. */
function minorReleaseKernel(name: string, catalog: Catalog): Kernel | undefined {
	const [, major = '', minor = ''] = /^(.*\d)\.(\d+)$/.exec(bare(name)) ?? [];
	const vendor = catalog.distros().find((distro) => namesOf(distro).includes(major))?.kernel?.vendor;
	const known = vendor === undefined || vendor === null ? undefined : catalog.vendorKernel(`${vendor}.${minor}`);
	return known === undefined ? undefined : { id: name, release: known.release, vendor: `${vendor}.${minor}` };
}

/** Every bare name of a release: `debian12`, `debianbookworm`, `bookworm`. */
function namesOf({ id, version, codename, aliases }: DistroRelease): readonly string[] {
	const names = [id + version, ...aliases];
	return (codename === null ? names : [...names, id + codename, codename]).map(bare);
}

/** Case and separators don't tell names apart: `RHEL-8.6`, `rhel:8.6` and `rhel8.6` are one. */
function bare(name: string): string {
	return name.toLowerCase().replaceAll(/[:\s/_-]/g, '');
}

function unknown(name: string, catalog: Catalog): UnknownKernel {
	const candidates = [
		...mainlineReleases(catalog),
		...catalog.vendorKernels().flatMap(({ id, aliases }) => [id, ...aliases]),
		...catalog.distros().flatMap(({ id, version, kernel }) => (kernel === null ? [] : [`${id}:${version}`])),
	];
	const newestBefore = /^v?\d/.test(name)
		? mainlineReleases(catalog).findLast((one) => compareReleases(one, name.replace(/^v/, '')) < 0)
		: undefined;
	const similar = nearest(name, new Set(candidates));
	return {
		kind: 'unknown',
		suggestions: newestBefore === undefined ? similar : [newestBefore, ...similar.slice(0, 2)],
	};
}
