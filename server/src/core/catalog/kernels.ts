import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture } from '../domain/target.ts';
import type { Caveat, Lack } from './generated.ts';

interface VendorKernelBase {
	/** `rhel7`, `rhel8.6`, `gvisor`. */
	readonly id: string;
	readonly aliases: readonly string[];
	readonly name: string;
	/** The mainline release it is built on, or the one a sandbox reports. */
	readonly release: KernelRelease;
	/** The build that was examined. */
	readonly full: string;
	readonly note: string;
}

/** What a distribution's kernel adds to its base release and leaves out, on one architecture. */
export interface KernelDelta {
	/** Back-ported calls. */
	readonly adds: readonly string[];
	readonly lacks: Readonly<Record<string, Pick<Lack, 'reason' | 'kconfig'>>>;
}

/** A mainline release with back-ports. */
export interface DistributionKernel extends VendorKernelBase {
	readonly base: 'mainline';
	readonly architectures: Readonly<Partial<Record<Architecture, KernelDelta>>>;
	/** Calls that are there, yet may be refused. */
	readonly caveats: readonly Caveat[];
}

/** How a sandbox answers a call. */
export type SandboxCall =
	| { readonly level: 'full' }
	| { readonly level: 'partial'; readonly options?: readonly string[] }
	| {
			readonly level: 'refused';
			readonly errno: string;
			readonly capability?: string;
			readonly errnoWithCapability?: string;
	  };

/** A kernel in user space with a table of its own; what it does not list answers ENOSYS. */
export interface SandboxKernel extends VendorKernelBase {
	readonly base: 'none';
	readonly architectures: Readonly<Partial<Record<Architecture, Readonly<Record<string, SandboxCall>>>>>;
}

/** A kernel that is not a mainline release. */
export type VendorKernel = DistributionKernel | SandboxKernel;
