import path from 'node:path';
import type {
	ImageCatalog,
	ImageInterpreter,
	InterpreterTemplate,
	Moves,
	OfficialImage,
	RegistryRule,
	SuffixGrammar,
	TagRule,
} from '../../src/core/images/imageCatalog.ts';
import { readDataFiles, readJson } from './dataFiles.ts';

/** A history as the data files write it. */
export type Written<T> = { readonly release: T } | { readonly first: T; readonly then?: Readonly<Record<string, T>> };

/** An image of the Docker library as its data file has it. */
export interface ImageSource {
	readonly name: string;
	readonly history: { readonly from: string; readonly to: string };
	readonly interpreter?: Omit<ImageInterpreter, 'floating'> & {
		readonly floating?: readonly ({ readonly tag: string } & Written<string>)[];
	};
	readonly names?: readonly TagRule[];
	readonly suffixes?: { readonly apply?: false; readonly except?: readonly string[] };
	readonly releases: readonly (Written<string | null> & { readonly tags: readonly string[] })[];
}

type RuleSource = Omit<RegistryRule, 'tags'> & {
	readonly tags?: readonly (Written<string | null> & {
		readonly tag: string;
		readonly interpreter?: InterpreterTemplate;
	})[];
};

type SuffixSource = SuffixGrammar & { readonly moving: readonly string[] };

/** Compiles `images/*.json` and `image-rules/*.json` of the data folder into what the product loads as `images.json`. */
export async function compileImages(dataFolder: string): Promise<ImageCatalog> {
	const images = (await readDataFiles<ImageSource>(dataFolder, 'images')).map(({ value }) => value);
	const rules = await readJson<{ rules: readonly RuleSource[] }>(path.join(dataFolder, 'image-rules/registries.json'));
	const suffixes = await readJson<SuffixSource>(path.join(dataFolder, 'image-rules/suffixes.json'));
	return {
		snapshot: images.map(({ history }) => history.to).reduce((last, day) => (day > last ? day : last)),
		images: Object.fromEntries(images.map((image) => [image.name, compileImage(image)])),
		rules: rules.rules.map(compileRule),
		suffixes: { codenames: suffixes.codenames, patterns: suffixes.patterns },
		moving: suffixes.moving,
	};
}

function compileImage({ interpreter, names, suffixes, releases }: ImageSource): OfficialImage {
	return {
		releases: releases.map((row) => [moves(row), row.tags.join(' ')]),
		...(names && { names }),
		...(interpreter && {
			interpreter: {
				...interpreter,
				...(interpreter.floating && {
					floating: interpreter.floating.map((row) => ({ tag: row.tag, version: moves(row) })),
				}),
			} as ImageInterpreter,
		}),
		...(suffixes && { suffixes: suffixes.apply ?? suffixes.except ?? [] }),
	};
}

function compileRule(rule: RuleSource): RegistryRule {
	const { match, mirrors, release, tags, suffixes, minor, interpreter, interpreterTag, otherwise } = rule;
	return {
		match,
		...(mirrors !== undefined && { mirrors }),
		...(release !== undefined && { release }),
		...(tags && {
			tags: tags.map((row) => ({
				tag: row.tag,
				release: moves(row),
				...(row.interpreter && { interpreter: row.interpreter }),
			})),
		}),
		...(suffixes !== undefined && { suffixes }),
		...(minor !== undefined && { minor }),
		...(interpreter && { interpreter }),
		...(interpreterTag !== undefined && { interpreterTag }),
		...(otherwise && { otherwise }),
	};
}

/** A history as the product reads it. */
export function moves<T extends string | null>(row: Written<T>): Moves<T> {
	if ('release' in row) {
		return row.release;
	}
	return row.then ? [row.first, ...Object.entries(row.then).sort(byDay)] : row.first;
}

function byDay([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : 1;
}
