import type { Catalog } from '../catalog/catalog.ts';
import { compareReleases, kernelRelease, type KernelRelease } from '../domain/kernelRelease.ts';

/** The last release of each series of mainline Linux that has ended. */
const lastOfSeries: Readonly<Record<string, number>> = { '2.6': 39, '3': 19, '4': 20, '5': 19, '6': 19 };

/**
 * A mainline release of our data by its number: `5.10`, `2.6.32`, a stable one such as `5.10.28`.
 * Undefined for what never was (`5.42`) or is newer than the data.
 */
export function mainlineRelease(text: string, catalog: Catalog): KernelRelease | undefined {
	const numbers = /^v?(\d+(?:\.\d+){1,3})$/.exec(text)?.[1];
	if (numbers === undefined || compareReleases(patchFree(numbers), catalog.newestRelease) > 0) {
		return undefined;
	}
	const [series, number] = splitSeries(numbers);
	const last = lastOfSeries[series];
	const ended = last !== undefined && number <= last;
	return ended || isNewestSeries(series, catalog) ? kernelRelease(numbers) : undefined;
}

/** Every mainline release of our data, oldest first. */
export function mainlineReleases(catalog: Catalog): readonly string[] {
	const ended = Object.entries(lastOfSeries).flatMap(([series, last]) => releasesOf(series, last));
	const [series, number] = splitSeries(catalog.newestRelease);
	return [...ended, ...releasesOf(series, number)].sort(compareReleases);
}

function releasesOf(series: string, last: number): readonly string[] {
	return Array.from({ length: last + 1 }, (_, number) => `${series}.${number}`);
}

/** `2.6.32` is release 32 of series 2.6, `5.10.28` release 10 of series 5. */
function splitSeries(release: string): readonly [series: string, number: number] {
	const [major = '', minor = '', third = '0'] = release.split('.');
	return major === '2' ? [`2.${minor}`, Number(third)] : [major, Number(minor)];
}

/** Without the number of a stable update: `7.3.4` is of release 7.3. */
function patchFree(release: string): string {
	const [series, number] = splitSeries(release);
	return `${series}.${number}`;
}

function isNewestSeries(series: string, catalog: Catalog): boolean {
	return series === splitSeries(catalog.newestRelease)[0];
}
