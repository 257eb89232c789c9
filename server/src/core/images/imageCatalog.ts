import type { UnknownImageReason } from '../domain/baseImage.ts';

/** A value that changed over time: one value for all time, or the first one followed by each later one with its date. */
export type Moves<T> = T | readonly [first: T, ...later: (readonly [from: string, value: T])[]];

/** A release's row id such as `debian-12`; null where it isn't known. */
export type ReleaseId = string | null;

/** A pattern over tags that names a release; `{v}` stands for the pattern's named group. */
export interface TagRule {
	readonly tag: string;
	readonly release: Moves<ReleaseId>;
	readonly interpreter?: InterpreterTemplate;
}

/** An interpreter whose version comes from named groups: `{ name: 'python', version: '{major}.{minor}' }`. */
export interface InterpreterTemplate {
	readonly name: string;
	readonly version: string | null;
}

/** What the tags of an image tell of its interpreter. */
export interface ImageInterpreter {
	readonly name: string;
	/** A pattern with the group `version`. */
	readonly version: string;
	/** For tags that state no full version: which version they stood for, by date. */
	readonly floating?: readonly { readonly tag: string; readonly version: Moves<string> }[];
	/** Series → exact version at the day of the snapshot. */
	readonly snapshot?: Readonly<Record<string, string>>;
	/** Tags without a version that left the library, by the day: they stay as they were. */
	readonly removed?: Readonly<Record<string, readonly string[]>>;
}

/** One image of the Docker library. */
export interface OfficialImage {
	/** Releases with the tags that stand for them, as brace patterns parted by spaces: `3.7.{4..9}{,-slim}`. */
	readonly releases: readonly (readonly [release: Moves<ReleaseId>, tags: string])[];
	/** How the tags of a distribution's own image name its release. */
	readonly names?: readonly TagRule[];
	readonly interpreter?: ImageInterpreter;
	/** False, or words that are no codenames here, where the common suffixes mean something else. */
	readonly suffixes?: false | readonly string[];
}

/** A rule for images outside the Docker library. */
export interface RegistryRule {
	/** A pattern over `registry/repository`. */
	readonly match: string;
	/** The name of which this one is a copy: `docker.io/library/{img}`. */
	readonly mirrors?: string;
	/** The release that the repository's name tells, whatever the tag. */
	readonly release?: string;
	readonly tags?: readonly TagRule[];
	/** True where tags end in codenames and releases as those of the Docker library do. */
	readonly suffixes?: boolean;
	/** A pattern over tags with the groups `major` and `minor`. */
	readonly minor?: string;
	readonly interpreter?: InterpreterTemplate;
	/** A pattern over tags whose groups the interpreter's version takes. */
	readonly interpreterTag?: string;
	/** Why a tag that no rule fits names no release. */
	readonly otherwise?: UnknownImageReason;
}

/** Words at the end of tags that name a release. */
export interface SuffixGrammar {
	/** `bookworm` → `debian-12`. */
	readonly codenames: Readonly<Record<string, string>>;
	readonly patterns: readonly { readonly tag: string; readonly release: string }[];
}

/** The compiled knowledge of references: `dist/images.json`. */
export interface ImageCatalog {
	/** The day of which the newest state is known. */
	readonly snapshot: string;
	readonly images: Readonly<Record<string, OfficialImage>>;
	readonly rules: readonly RegistryRule[];
	readonly suffixes: SuffixGrammar;
	/** Releases that move without a name of their own: `debian-sid`, `alpine-edge`. */
	readonly moving: readonly string[];
}
