import type { ApiCall } from './apiCall.ts';
import type { KernelRelease } from './kernelRelease.ts';
import type { KnownTarget, UnknownTarget } from './target.ts';
import type { Range } from './text.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const verdictCodes = [
	'absent-syscall',
	'removed-syscall',
	'blocked-syscall',
	'weak-guard',
	'needless-suppression',
	'unknown-base-image',
	'image-needs-newer-host',
	'configuration',
] as const;
export type VerdictCode = (typeof verdictCodes)[number];

interface FindingBase {
	readonly range: Range;
	readonly severity: Severity;
	/** One sentence or two: fact, place, way out. */
	readonly message: string;
}

/** One Api call held against one target. */
export interface CallFinding extends FindingBase {
	readonly code: 'absent-syscall' | 'removed-syscall' | 'blocked-syscall' | 'weak-guard';
	readonly call: ApiCall;
	/** The syscall that decides. */
	readonly syscall: string;
	/** The mainline release that added it (or removed it), or null where the kernel never has it. */
	readonly since: KernelRelease | null;
	readonly target: KnownTarget;
}

/** An image whose C library or interpreter doesn't start on a declared host. */
export interface ImageFinding extends FindingBase {
	readonly code: 'image-needs-newer-host';
	/** The syscall that decides, or null where the kernel's release does. */
	readonly syscall: string | null;
	/** The mainline release that is needed, or null where no release has it. */
	readonly since: KernelRelease | null;
	readonly target: KnownTarget;
}

/** Something said of a FROM line, a comment or a configuration file. */
export type FileFinding =
	| (FindingBase & { readonly code: 'unknown-base-image'; readonly target: UnknownTarget })
	| ImageFinding
	| (FindingBase & { readonly code: 'needless-suppression' | 'configuration' });

export type Finding = CallFinding | FileFinding;
