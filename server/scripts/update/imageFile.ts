import type { Moves, ReleaseId } from '../../src/core/images/imageCatalog.ts';
import type { ImageSource } from '../catalog/images.ts';

/** A file of `server/data/images`, whole. */
export interface ImageFile extends ImageSource {
	readonly $schema: string;
	readonly notes?: readonly string[];
	readonly sources: readonly { readonly url: string; readonly says: string }[];
}

/** The file of an image of which nothing is known yet. */
export function newImage(name: string): ImageFile {
	return {
		$schema: '../schemas/image.schema.json',
		name,
		history: { from: '', to: '' },
		releases: [],
		sources: [],
	};
}

/** The file with the commit of the library that it was brought up to, read from a day on. */
export function withSource(file: ImageFile, commit: string, readFrom: string): ImageFile {
	const last = file.sources.at(-1);
	const from = updatedSince.exec(last?.says ?? '')?.[1];
	const source = {
		url: `https://github.com/docker-library/official-images/commits/${commit}/library/${file.name}`,
		says: `the tags listed from ${from !== undefined && from < readFrom ? from : readFrom} to ${file.history.to}; the release of each is the one that its build's tags name, or its folder, or the FROM of its Dockerfile at the listed commit`,
	};
	return { ...file, sources: [...(from === undefined ? file.sources : file.sources.slice(0, -1)), source] };
}

const updatedSince = /^the tags listed from (\S+) to /;

/** A history in the words of the file. */
export function written(moves: Moves<ReleaseId>): { readonly release: string } | Changing {
	if (typeof moves === 'string') {
		return { release: moves };
	}
	const [first, ...later] = moves ?? [null];
	return { first, then: Object.fromEntries(later) };
}

interface Changing {
	readonly first: string | null;
	readonly then: Readonly<Record<string, string | null>>;
}

/** Writes a file in the form that is reviewed: one line for a release, one for a list of tags. */
export function formatImage(file: ImageFile): string {
	const fields = Object.entries(file).map(([key, value]) => `\t${JSON.stringify(key)}: ${formatField(key, value)}`);
	return `{\n${fields.join(',\n')}\n}\n`;
}

function formatField(key: string, value: unknown): string {
	switch (key) {
		case 'releases':
			return block('[', (value as ImageFile['releases']).map(formatRow), ']');
		case 'interpreter':
			return block(
				'{',
				Object.entries(value as object).map(([name, part]) => `${JSON.stringify(name)}: ${formatPart(part)}`),
				'}',
			);
		case 'notes':
		case 'sources':
			return JSON.stringify(value, null, '\t').replaceAll('\n', '\n\t');
		default:
			return inline(value);
	}
}

function formatRow({ tags, ...history }: ImageFile['releases'][number]): string {
	const lines = tags.map((tag) => `\n\t\t\t${JSON.stringify(tag)}`).join(',');
	return `${inline(history).slice(0, -2)}, "tags": [${lines}\n\t\t] }`;
}

/** A part of the interpreter: text, or a list or table with a line for each entry. */
function formatPart(part: unknown): string {
	if (Array.isArray(part)) {
		return block('[', part.map(inline), ']', '\t');
	}
	const entries = typeof part === 'object' && part !== null ? Object.entries(part) : [];
	return entries.some(([, value]) => Array.isArray(value))
		? block(
				'{',
				entries.map(([name, value]) => `${JSON.stringify(name)}: ${inline(value)}`),
				'}',
				'\t',
			)
		: inline(part);
}

function block(open: string, lines: readonly string[], close: string, indent = ''): string {
	const inner = `\n\t\t${indent}`;
	return lines.length === 0 ? open + close : `${open}${inner}${lines.join(`,${inner}`)}\n\t${indent}${close}`;
}

/** One line, with a blank inside the braces of an object. */
function inline(value: unknown): string {
	if (Array.isArray(value)) {
		return `[${value.map(inline).join(', ')}]`;
	}
	if (typeof value !== 'object' || value === null) {
		return JSON.stringify(value);
	}
	return `{ ${Object.entries(value)
		.map(([name, part]) => `${JSON.stringify(name)}: ${inline(part)}`)
		.join(', ')} }`;
}
