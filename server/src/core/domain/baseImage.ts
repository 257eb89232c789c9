import type { Runtime } from './target.ts';

/** An image reference taken apart and completed: `python:3.9` is `docker.io/library/python:3.9`. */
export interface ImageReference {
	readonly registry: string;
	readonly repository: string;
	readonly tag: string | null;
	readonly digest: string | null;
}

/** Why a reference names no distribution release. */
export type UnknownImageReason =
	| 'scratch'
	| 'unlisted-image'
	| 'unlisted-tag'
	| 'build-argument'
	| 'windows'
	| 'moving-tag'
	| 'digest-only'
	| 'no-release'
	| 'invalid-reference'
	| 'missing-stage';

/** What a FROM line names, resolved to a distribution release and the kernel which that release ships with. */
export interface BaseImage {
	/** Null when the text is no reference. */
	readonly reference: ImageReference | null;
	readonly distro: { readonly id: string; readonly version: string; readonly codename: string | null } | null;
	readonly kernel: { readonly release: string; readonly vendor: string | null } | null;
	readonly libc: Runtime | null;
	readonly interpreter: Runtime | null;
	/** ISO date. */
	readonly endOfLife: string | null;
	readonly unknown: UnknownImageReason | null;
}
