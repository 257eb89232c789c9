import type { BaseImage } from '../domain/baseImage.ts';
import type { Runtime } from '../domain/target.ts';

/** What images need to know of a distribution release; the catalog's rows have it. */
export interface DistroRelease {
	readonly id: string;
	readonly version: string;
	readonly codename: string | null;
	readonly kernel: { readonly release: string; readonly vendor: string | null } | null;
	readonly libc: Runtime | null;
	readonly endOfLife: string | null;
}

/** The facts about distribution releases and vendor kernels that images are resolved with; the catalog has them. */
export interface DistroReleases {
	/** The release of a row id: `debian-12`, `opensuse-leap-15.5`. */
	distroRow(row: string): DistroRelease | undefined;
	/** A vendor kernel by its id or an alias: `rhel8.6`. */
	vendorKernel(id: string): { readonly id: string } | undefined;
}

/** The part of a base image that its distribution release tells. */
export type ReleasePart = Pick<BaseImage, 'distro' | 'kernel' | 'libc' | 'endOfLife' | 'unknown'>;

export const nothingKnown: Omit<ReleasePart, 'unknown'> = { distro: null, kernel: null, libc: null, endOfLife: null };

/**
 * Describes a release by its row id. Where the tag named a minor release (`centos:8.2.2004`) and the vendor's table of
 * it is known, that table counts. A release without a kernel of its own is `no-release`.
 */
export function describeRelease(rowId: string, minor: string | undefined, releases: DistroReleases): ReleasePart {
	const row = releases.distroRow(rowId);
	if (!row) {
		return { ...nothingKnown, distro: unlistedDistro(rowId), unknown: 'no-release' };
	}
	const { id, version, codename, libc, endOfLife } = row;
	return {
		distro: { id, version, codename },
		kernel: row.kernel && { release: row.kernel.release, vendor: vendorOf(row.kernel.vendor, minor, releases) },
		libc: libc && { name: libc.name, version: libc.version },
		endOfLife,
		unknown: row.kernel ? null : 'no-release',
	};
}

function vendorOf(vendor: string | null, minor: string | undefined, releases: DistroReleases): string | null {
	const exact = vendor === null || minor === undefined ? undefined : releases.vendorKernel(`${vendor}.${minor}`);
	return exact?.id ?? vendor;
}

/** A distribution that the facts don't list: `scientific-7` is told by name only. */
function unlistedDistro(rowId: string): BaseImage['distro'] {
	const dash = rowId.search(/-[^-]*$/);
	return dash < 0
		? { id: rowId, version: 'rolling', codename: null }
		: { id: rowId.slice(0, dash), version: rowId.slice(dash + 1), codename: null };
}
