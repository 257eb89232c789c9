import type { Runtime } from '../domain/target.ts';
import type { UnknownImageReason } from '../domain/baseImage.ts';
import type { ImageCatalog, Moves, OfficialImage, ReleaseId, TagRule } from './imageCatalog.ts';
import { interpreterOf } from './interpreter.ts';
import { valueOn } from './moves.ts';
import type { SuffixReader } from './suffixes.ts';
import { TagTable } from './tagTable.ts';
import { fillTemplate } from './template.ts';

/** What a repository and tag name: a release's row id, or why they name none. */
export interface NamedRelease {
	readonly release: string | null;
	readonly unknown: UnknownImageReason | null;
	/** The minor release that the tag states, as 2 in `centos:8.2.2004`. */
	readonly minor?: string | undefined;
	readonly interpreter: Runtime | null;
	/** True where the release isn't certain before the distribution's facts list it: read off the tag's form. */
	readonly byForm: boolean;
}

interface OpenedImage {
	readonly image: OfficialImage;
	readonly tags: TagTable<Moves<ReleaseId>>;
	readonly names: readonly (Pick<TagRule, 'release'> & { readonly tag: RegExp })[];
}

/** The images of the Docker library, each opened when it is first asked for. */
export class OfficialImages {
	readonly #catalog: ImageCatalog;
	readonly #suffixes: SuffixReader;
	readonly #opened = new Map<string, OpenedImage>();

	constructor(catalog: ImageCatalog, suffixes: SuffixReader) {
		this.#catalog = catalog;
		this.#suffixes = suffixes;
	}

	/** What a tag of an official image names on the day `asOf`; undefined where there is no such image. */
	resolve(name: string, tag: string, asOf: string): NamedRelease | undefined {
		const opened = this.#open(name);
		if (!opened) {
			return undefined;
		}
		const { image } = opened;
		const listed = opened.tags.get(tag);
		const named = matchNames(opened, tag);
		const release = listed === undefined ? (this.#suffixRelease(image, tag) ?? named?.release) : valueOn(listed, asOf);
		return {
			release: release ?? null,
			unknown: release ? null : whyUnknown(image, listed !== undefined),
			minor: named?.minor,
			interpreter: image.interpreter
				? interpreterOf(image.interpreter, tag, { asOf, snapshot: this.#catalog.snapshot })
				: null,
			byForm: listed === undefined,
		};
	}

	#suffixRelease({ suffixes }: OfficialImage, tag: string): string | undefined {
		return suffixes === false ? undefined : this.#suffixes.release(tag, suffixes);
	}

	#open(name: string): OpenedImage | undefined {
		const known = this.#opened.get(name);
		if (known) {
			return known;
		}
		const image = Object.hasOwn(this.#catalog.images, name) ? this.#catalog.images[name] : undefined;
		if (!image) {
			return undefined;
		}
		const tags = new TagTable<Moves<ReleaseId>>();
		for (const [release, patterns] of image.releases) {
			tags.add(patterns, release);
		}
		const names = (image.names ?? []).map((rule) => ({ release: rule.release, tag: new RegExp(rule.tag) }));
		const opened = { image, tags, names };
		this.#opened.set(name, opened);
		return opened;
	}
}

/** A tag without a known release at present moves; an image without any names none. */
function whyUnknown({ releases }: OfficialImage, listed: boolean): UnknownImageReason {
	if (listed) {
		return 'moving-tag';
	}
	return releases.length === 0 ? 'no-release' : 'unlisted-tag';
}

function matchNames(
	{ names }: OpenedImage,
	tag: string,
): { release: string | undefined; minor: string | undefined } | undefined {
	for (const rule of names) {
		const match = rule.tag.exec(tag);
		if (match && typeof rule.release === 'string') {
			return { release: fillTemplate(rule.release, match.groups), minor: match.groups?.['minor'] };
		}
	}
	return undefined;
}
