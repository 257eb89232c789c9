import { finalStage, rootStage } from '../../src/core/dockerfile/finalStage.ts';
import { readStages } from '../../src/core/dockerfile/stages.ts';
import { OfficialImages } from '../../src/core/images/officialImages.ts';
import { readReference } from '../../src/core/images/reference.ts';
import type { ImageCatalog } from '../../src/core/images/imageCatalog.ts';
import { SuffixReader } from '../../src/core/images/suffixes.ts';
import type { LibraryBlock } from './library.ts';

/** The Docker library on a day. */
export interface LibraryDay {
	readonly day: string;
	/** The builds of an image; none where the library lacks it. */
	readonly blocks: (image: string) => readonly LibraryBlock[];
}

/** What blocks are told with, beside their tags. */
export interface Sources {
	readonly catalog: ImageCatalog;
	/** The Dockerfile of a block, where its repository is at hand. */
	readonly dockerfile: (block: LibraryBlock) => string | undefined;
	/** What a person says: `debian:stable` → `debian-13`. */
	readonly told?: ReadonlyMap<string, string>;
	/** The release that a reference outside the library, or one that left it, names on a day. */
	readonly resolve: (reference: string, day: string) => string | undefined;
}

/** Tells which release a build of the library stands on. */
export class BlockReleases {
	readonly #sources: Sources;
	readonly #suffixes: SuffixReader;
	readonly #forms: OfficialImages;

	constructor(sources: Sources) {
		this.#sources = sources;
		this.#suffixes = new SuffixReader(sources.catalog.suffixes);
		// Images without their tables: what is left of a tag is its form.
		const images = Object.entries(sources.catalog.images).map(([name, image]) => [name, { ...image, releases: [] }]);
		const catalog = { ...sources.catalog, images: Object.fromEntries(images) as ImageCatalog['images'] };
		this.#forms = new OfficialImages(catalog, this.#suffixes);
	}

	/** The release that a tag's suffix or name states. */
	ofTag(image: string, tag: string): string | undefined {
		const listed = this.#forms.resolve(image, tag, '');
		return listed ? (listed.release ?? undefined) : this.#suffixes.release(tag);
	}

	/** The releases that a block's tags state, or its folder, or its Dockerfile: one, or it can't be told. */
	ofBlock(image: string, block: LibraryBlock, library: LibraryDay, depth = 0): readonly string[] {
		const said = block.tags.flatMap((tag) => this.#sources.told?.get(`${image}:${tag}`) ?? []);
		if (said.length > 0) {
			return [...new Set(said)];
		}
		const stated = new Set(block.tags.flatMap((tag) => this.ofTag(image, tag) ?? []));
		if (stated.size > 0) {
			return [...stated];
		}
		return [this.#ofFolder(image, block) ?? this.#ofDockerfile(image, block, library, depth)].flatMap(
			(one) => one ?? [],
		);
	}

	/** What a tag stands for on a day of the library: on Linux, where it stands for several systems. */
	ofReference(image: string, tag: string, library: LibraryDay, depth = 0): string | undefined {
		const blocks = library.blocks(image).filter(({ tags, shared }) => tags.includes(tag) || shared.includes(tag));
		const told = blocks.map((block) => this.ofBlock(image, block, library, depth));
		const linux = told.filter(([release]) => release !== 'windows');
		const releases = new Set((linux.length > 0 ? linux : told).map((one) => (one.length === 1 ? one[0] : undefined)));
		return releases.size === 1 ? [...releases][0] : undefined;
	}

	/** `3.14/trixie` names a release, unless such words mean something else in the image's tags too. */
	#ofFolder(image: string, { directory }: LibraryBlock): string | undefined {
		const except = this.#sources.catalog.images[image]?.suffixes ?? [];
		// The word groovy is a codename, and the name of an image.
		return except === false ? undefined : this.#suffixes.release(directory.replaceAll('/', '-'), [...except, image]);
	}

	#ofDockerfile(image: string, block: LibraryBlock, library: LibraryDay, depth: number): string | undefined {
		const text = depth > 8 ? undefined : this.#sources.dockerfile(block);
		const stages = text === undefined ? [] : readStages(text);
		const reference = rootStage(stages, finalStage(stages) ?? -1)?.reference;
		if (reference === undefined) {
			return undefined;
		}
		if (reference === 'scratch') {
			// A distribution's own image begins with nothing, and has a system all the same.
			return this.#sources.catalog.images[image]?.names ? undefined : 'scratch';
		}
		const read = readReference(reference);
		const official = read.kind === 'reference' ? /^library\/(.+)$/.exec(read.reference.repository)?.[1] : undefined;
		if (official !== undefined && read.kind === 'reference' && read.reference.tag !== null) {
			const release = this.ofReference(official, read.reference.tag, library, depth + 1);
			if (release !== undefined) {
				return release;
			}
		}
		return this.#sources.resolve(reference, library.day);
	}
}
