import type { ImageReference } from '../domain/baseImage.ts';
import { formatReference, readReference } from './reference.ts';

/**
 * Finds what the setting `images` says of a reference: `{ "registry.corp/base": "ubi8" }`. A key without a tag stands
 * for every tag; a key with one goes before it.
 */
export function ownImage(reference: ImageReference, own: Readonly<Record<string, string>>): string | undefined {
	const name = `${reference.registry}/${reference.repository}`;
	const exact = reference.tag === null ? undefined : `${name}:${reference.tag}`;
	let byName: string | undefined;
	for (const [key, release] of Object.entries(own)) {
		const read = readReference(key);
		if (read.kind !== 'reference') {
			continue;
		}
		if (formatReference({ ...read.reference, digest: null }) === exact && hasTag(key)) {
			return release;
		}
		if (!hasTag(key) && `${read.reference.registry}/${read.reference.repository}` === name) {
			byName ??= release;
		}
	}
	return byName;
}

function hasTag(key: string): boolean {
	return /:[^/]*$/.test(key);
}

const shortNames: Readonly<Record<string, string>> = {
	ubi: 'rhel',
	rockylinux: 'rocky',
	ol: 'oraclelinux',
	al: 'amazonlinux',
	leap: 'opensuse-leap',
};

/** Reads a release as people name it (`ubi8`, `debian:11`, `rhel8.6`, `ubuntu-22.04`) into the row ids it may have. */
export function* releaseIds(text: string): Generator<{ readonly rowId: string; readonly minor?: string }> {
	const name = text.trim().toLowerCase();
	yield { rowId: name.replace(':', '-') };
	const parts = /^([a-z][a-z-]*?)[-:]?(\d[\w.]*)$/.exec(name);
	if (!parts) {
		return;
	}
	const [, written = '', version = ''] = parts;
	const family = shortNames[written] ?? written;
	yield { rowId: `${family}-${version}` };
	const [major = '', minor] = version.split('.');
	if (minor !== undefined) {
		yield { rowId: `${family}-${major}`, minor };
	}
}
