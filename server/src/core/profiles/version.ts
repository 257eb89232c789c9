import type { Since } from '../catalog/profiles.ts';
import { compareReleases } from '../domain/kernelRelease.ts';

/** Reads an engine's version: `20.10.9` out of `20.10.9`, `v20.10.9` or `17.03.2-ce`. */
export function readVersion(text: string): string | undefined {
	return /^v?(\d+(?:\.\d+){0,2})(?:-(?:ce|ee))?$/.exec(text)?.[1];
}

/** Orders a version against the beginning of one, number by number: `20.10.9` against `20.10` is 0. */
export function comparePrefix(version: string, beginning: string): number {
	return compareReleases(version.split('.').slice(0, beginning.split('.').length).join('.'), beginning);
}

/** The entry that holds at a version, out of a list that goes up. */
export function latest<T extends Since>(entries: readonly T[], version: string): T | undefined {
	return entries.findLast(({ since }) => comparePrefix(since, version) <= 0);
}
