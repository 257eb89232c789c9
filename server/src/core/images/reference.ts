import { parseFamiliarName, parseQualifiedName } from '@swimlane/docker-reference';
import type { ImageReference } from '../domain/baseImage.ts';

/** A text read as a reference, or what it is instead. */
export type ReadReference =
	| { readonly kind: 'reference'; readonly reference: ImageReference }
	/** The id of an image on one machine: `sha256:…`. */
	| { readonly kind: 'image-id' }
	/** A template or variable that nobody filled in: `${BASE}`, `{{ image }}`. */
	| { readonly kind: 'template' }
	| { readonly kind: 'invalid' };

const dockerHub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const template = /\$|\{\{|\}\}|\{%|%%|<%|@[A-Z_]+@|#[A-Z_]+#/;
const imageId = /^(?:sha256:)?[0-9a-f]{64}$/;
const digestForm = /^[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-f]{32,}$/i;

/**
 * Takes a reference apart and completes it: `python:3.9` is `docker.io/library/python:3.9`, and a reference with
 * neither tag nor digest has the tag `latest`. Quotes around it and upper-case letters in its name are forgiven.
 */
export function readReference(text: string): ReadReference {
	const written = unquote(text.trim());
	if (template.test(written)) {
		return { kind: 'template' };
	}
	if (imageId.test(written)) {
		return { kind: 'image-id' };
	}
	const reference = parse(lowerName(written));
	return reference ? { kind: 'reference', reference } : { kind: 'invalid' };
}

/** Writes a reference in full: `docker.io/library/python:3.9`. */
export function formatReference({ registry, repository, tag, digest }: ImageReference): string {
	return `${registry}/${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`;
}

function unquote(text: string): string {
	return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

interface NameParts {
	/** Upper-case letters alone make the first part a registry, as in `Registry/app`. */
	readonly hasDomain: boolean;
	readonly text: string;
}

/** Tags keep their letters: they are told apart by case. */
function lowerName(text: string): NameParts {
	const slash = text.lastIndexOf('/');
	const end = text.slice(slash + 1).search(/[:@]/);
	const name = end < 0 ? text : text.slice(0, slash + 1 + end);
	const first = text.slice(0, Math.max(0, text.indexOf('/')));
	const digest = text.indexOf('@');
	const rest = text.slice(name.length, digest < 0 ? undefined : digest);
	return {
		hasDomain: first !== first.toLowerCase() || /[.:]/.test(first),
		text: name.toLowerCase() + rest + (digest < 0 ? '' : text.slice(digest).toLowerCase()),
	};
}

function parse({ hasDomain, text }: NameParts): ImageReference | undefined {
	try {
		const found = hasDomain ? parseQualifiedName(text) : parseFamiliarName(text);
		return complete(found.domain ?? '', found.repository ?? '', found.tag ?? null, found.digest ?? null);
	} catch {
		return undefined; // the library throws on whatever is no reference
	}
}

function complete(domain: string, path: string, tag: string | null, digest: string | null): ImageReference | undefined {
	if (path === '' || (digest !== null && !digestForm.test(digest))) {
		return undefined;
	}
	const registry = dockerHub.has(domain) ? 'docker.io' : domain;
	const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
	return { registry, repository, tag: tag ?? (digest === null ? 'latest' : null), digest };
}
