import type { Language } from '../languages/language.ts';
import { languages } from '../languages/languages.ts';
import { configurationFileName } from './configuration.ts';
import { isImageFile } from './imageFiles.ts';
import { nameOf } from './paths.ts';

/** A text as an editor or a folder holds it. */
export interface TextFile {
	/** Undefined for a text that has no place yet. */
	readonly path: string | undefined;
	readonly text: string;
	/** The editor's own name for its language, where an editor holds it. */
	readonly languageId?: string;
}

/** What a file is to us. */
export type DocumentKind =
	| { readonly kind: 'source'; readonly language: Language }
	| { readonly kind: 'image-file' }
	| { readonly kind: 'configuration' };

/** Tells what a file is by its name, or where the name says nothing by the editor's language; undefined: none of ours. */
export function kindOf(path: string | undefined, languageId?: string): DocumentKind | undefined {
	const name = path === undefined ? '' : nameOf(path);
	if (name === configurationFileName) {
		return { kind: 'configuration' };
	}
	if (isImageFile(name) || languageId === 'dockerfile') {
		return { kind: 'image-file' };
	}
	const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
	const language =
		languages.find(({ extensions }) => extensions.includes(ending)) ??
		languages.find(({ languageIds }) => languageId !== undefined && languageIds.includes(languageId));
	return language === undefined ? undefined : { kind: 'source', language };
}

/** True for a file whose change may change what sources are held against. */
export function concernsProjects(path: string | undefined): boolean {
	const kind = kindOf(path)?.kind;
	return kind === 'image-file' || kind === 'configuration';
}
