import type { BaseImage, ImageReference, UnknownImageReason } from '../domain/baseImage.ts';
import { describeRelease, nothingKnown, type DistroReleases } from './distroRelease.ts';
import type { ImageCatalog } from './imageCatalog.ts';
import { OfficialImages, type NamedRelease } from './officialImages.ts';
import { ownImage, releaseIds } from './ownImages.ts';
import { readReference } from './reference.ts';
import { applyRule, mirroredName, RegistryRules } from './registryRules.ts';
import { SuffixReader } from './suffixes.ts';

/** The compiled references, opened for use. */
export interface Images {
	readonly catalog: ImageCatalog;
	readonly official: OfficialImages;
	readonly rules: RegistryRules;
	readonly suffixes: SuffixReader;
}

export interface ImageOptions {
	readonly images: Images;
	readonly releases: DistroReleases;
	/** The day on which a moving tag is looked at: an ISO date. */
	readonly asOf: string;
	/** The setting `images`: own references, each with the release it is made from. */
	readonly own?: Readonly<Record<string, string>>;
}

/** Opens the compiled references. Do it once: what is looked up stays opened. */
export function openImages(catalog: ImageCatalog): Images {
	const suffixes = new SuffixReader(catalog.suffixes);
	return {
		catalog,
		official: new OfficialImages(catalog, suffixes),
		rules: new RegistryRules(catalog.rules),
		suffixes,
	};
}

/** Resolves a reference as written (`python:3.9-slim-buster`) to a distribution release, or says why it names none. */
export function resolveImage(text: string, options: ImageOptions): BaseImage {
	const read = readReference(text);
	switch (read.kind) {
		case 'template':
			return unknownImage(null, 'build-argument');
		case 'image-id':
			return unknownImage(null, 'digest-only');
		case 'invalid':
			return unknownImage(null, 'invalid-reference');
		case 'reference':
			return resolveReference(read.reference, options);
	}
}

/** A base image of which nothing is known but the reason. */
export function unknownImage(reference: ImageReference | null, reason: UnknownImageReason): BaseImage {
	return { reference, ...nothingKnown, interpreter: null, unknown: reason };
}

function resolveReference(reference: ImageReference, options: ImageOptions): BaseImage {
	const own = options.own === undefined ? undefined : ownImage(reference, options.own);
	if (own !== undefined) {
		return resolveOwn(reference, own, options);
	}
	const named = nameRelease(reference, options);
	return typeof named === 'string' ? unknownImage(reference, named) : describe(reference, named, options);
}

function resolveOwn(reference: ImageReference, release: string, options: ImageOptions): BaseImage {
	for (const { rowId, minor } of releaseIds(release)) {
		if (options.releases.distroRow(rowId)) {
			return { reference, interpreter: null, ...describeRelease(rowId, minor, options.releases) };
		}
	}
	// The setting may name an image instead of a release; it must not lead back to the setting.
	const { images, releases, asOf } = options;
	return { ...resolveImage(release, { images, releases, asOf }), reference };
}

function nameRelease(reference: ImageReference, options: ImageOptions): NamedRelease | UnknownImageReason {
	const { registry, repository, tag } = reference;
	const { images, asOf } = options;
	if (registry === 'docker.io' && repository.startsWith('library/')) {
		return officialRelease(repository.slice('library/'.length), tag, options);
	}
	const match = images.rules.find(reference);
	if (!match) {
		return 'unlisted-image';
	}
	const original = mirroredName(match)?.split('/').at(-1);
	return original === undefined
		? applyRule(match, tag, asOf, images.suffixes)
		: officialRelease(original, tag, options);
}

function officialRelease(
	name: string,
	tag: string | null,
	{ images, asOf }: ImageOptions,
): NamedRelease | UnknownImageReason {
	if (name === 'scratch') {
		return 'scratch';
	}
	if (tag === null) {
		return Object.hasOwn(images.catalog.images, name) ? 'digest-only' : 'unlisted-image';
	}
	return images.official.resolve(name, tag, asOf) ?? 'unlisted-image';
}

function describe(reference: ImageReference, named: NamedRelease, options: ImageOptions): BaseImage {
	const { release, interpreter } = named;
	if (release === 'windows' || release === 'scratch') {
		return unknownImage(reference, release);
	}
	if (release === null) {
		return { ...unknownImage(reference, named.unknown ?? 'unlisted-tag'), interpreter };
	}
	if (named.byForm && !options.releases.distroRow(release)) {
		return { ...unknownImage(reference, 'unlisted-tag'), interpreter }; // newer than our facts, or mistyped
	}
	const part = describeRelease(release, named.minor, options.releases);
	return movedSince(release, reference.tag, options)
		? { reference, interpreter, ...part, kernel: null, libc: null, unknown: 'moving-tag' }
		: { reference, interpreter, ...part };
}

/**
 * True for a release in motion (`debian:sid`, `alpine:edge`) on another day than that of our facts. Its kernel is
 * known for the snapshot alone, so an older day or a dated tag tells nothing.
 */
function movedSince(release: string, tag: string | null, { images, asOf }: ImageOptions): boolean {
	const { moving, snapshot } = images.catalog;
	return moving.includes(release) && (asOf < snapshot || /\d{8}/.test(tag ?? ''));
}
