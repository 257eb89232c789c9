import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { DistroFile } from './generated.ts';

/** How sure a fact is; `recalled` and `inferred` are the weaker claims. */
export type Certainty = DistroFile['libc']['certainty'];

/** The kernel which a release ships with. */
export interface DistroKernel {
	readonly release: KernelRelease;
	/** The kernel of the catalog whose back-ports count (`rhel7`), or null for mainline. */
	readonly vendor: string | null;
	readonly full?: string;
	readonly certainty: Certainty;
}

/** A release of a distribution as the product carries it. */
export interface DistroRelease {
	/** `debian-12`, `arch`: the name of its file, by which references name it. */
	readonly row: string;
	readonly id: string;
	/** `rolling` where there are no releases, empty for scratch. */
	readonly version: string;
	readonly codename: string | null;
	readonly aliases: readonly string[];
	readonly kernel: DistroKernel | null;
	/** Why `kernel` is null. */
	readonly noKernel?: DistroFile['noKernel'];
	/** The row of the release whose kernel it has: `debian-12` for distroless, `sles-15.4` for Leap. */
	readonly like?: string;
	/** Other kernels that hosts of this release run. */
	readonly otherKernels: readonly { readonly release?: string; readonly note: string }[];
	readonly libc: { readonly name: string; readonly version: string | null; readonly certainty: Certainty };
	readonly python: { readonly version: string; readonly certainty: Certainty } | null;
	/** ISO dates. */
	readonly released: string | null;
	readonly endOfLife: string | null;
	readonly extendedEndOfLife: string | null;
	readonly note?: string;
}
