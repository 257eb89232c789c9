import type { KernelRelease } from './kernelRelease.ts';
import type { Range } from './text.ts';

/** Architectures of the syscall tables. */
export const architectures = ['x86_64', 'i386', 'arm64', 'arm', 'riscv64', 'ppc64', 'ppc32', 's390x'] as const;
export type Architecture = (typeof architectures)[number];

/** A C library, `glibc` or `musl`, or an interpreter, `python` or `node`, with its version where it is known. */
export interface Runtime {
	readonly name: string;
	readonly version: string | null;
}

/** A kernel that code is held against: a mainline release, or a vendor's with its own table. */
export interface Kernel {
	/** As people name it: `5.10`, `rhel7`, `rhel8.6`, `debian:12`, `gvisor`. */
	readonly id: string;
	readonly release: KernelRelease;
	/** The vendor table that counts on top of the release (`rhel7`, `gvisor`), or null for mainline. */
	readonly vendor: string | null;
}

/** The place that declared a target: a FROM line, a setting, a command line. */
export interface Declaration {
	/** Path or URI of the file; `undefined` when a setting of the editor or an argument declared it. */
	readonly path?: string;
	readonly range?: Range;
	/** `Dockerfile`, `setting`, `argument`. */
	readonly kind: 'from' | 'setting' | 'argument';
}

/** What code is held against. */
export interface KnownTarget {
	readonly kind: 'known';
	/** `debian:11`, `rhel7`, `5.10`. */
	readonly id: string;
	/** Oldest kernel: additions are held against it. */
	readonly floor: Kernel;
	/** Newest kernel: removals are held against it. */
	readonly ceiling: Kernel;
	/** True when a host was declared; false when the image's own kernel stands for it. */
	readonly declaredHost: boolean;
	readonly libc: Runtime | null;
	readonly interpreter: Runtime | null;
	readonly arch: Architecture;
	readonly profile: string;
	readonly runtime: string | null;
	readonly declaredAt: Declaration;
}

/** A declared image that names no release, and why. */
export interface UnknownTarget {
	readonly kind: 'unknown';
	/** The reference as written. */
	readonly id: string;
	/** One of the reasons of BaseImage: `scratch`, `unlisted-image`, `build-argument` … */
	readonly reason: string;
	readonly declaredAt: Declaration;
}

export type Target = KnownTarget | UnknownTarget;
