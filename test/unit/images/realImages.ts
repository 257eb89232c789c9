import path from 'node:path';
import { compileImages } from '../../../server/scripts/catalog/images.ts';
import type { BaseImage } from '../../../server/src/core/domain/baseImage.ts';
import type { ImageCatalog } from '../../../server/src/core/images/imageCatalog.ts';
import { openImages, resolveImage } from '../../../server/src/core/images/resolveImage.ts';
import { realCatalog } from '../../realCatalog.ts';

export const dataFolder = path.resolve(import.meta.dirname, '../../../server/data');

/** Resolves references with the real facts. */
export type Resolve = (reference: string, asOf?: string, own?: Readonly<Record<string, string>>) => BaseImage;

/** Compiles the references as the product ships them. */
export async function realImages(): Promise<ImageCatalog> {
	return JSON.parse(JSON.stringify(await compileImages(dataFolder))) as ImageCatalog;
}

/** A resolver over the real facts, on a day after the newest of them. */
export async function realResolver(): Promise<Resolve> {
	const images = openImages(await realImages());
	const releases = await realCatalog();
	return (reference, asOf = '2026-11-24', own = {}) => resolveImage(reference, { images, releases, asOf, own });
}

/** A base image in one line: `debian 10 buster, 4.19, glibc 2.28, python 3.9` or `unknown: scratch`. */
export function inWords({ distro, kernel, libc, interpreter, unknown }: BaseImage): string {
	if (unknown !== null) {
		return [...(distro ? [`${distro.id} ${distro.version}`] : []), `unknown: ${unknown}`].join(', ');
	}
	const parts = [
		[distro?.id, distro?.version, distro?.codename],
		[kernel?.release, kernel?.vendor],
		[libc?.name, libc?.version],
		[interpreter?.name, interpreter?.version],
	];
	return parts
		.map((part) => part.filter((word) => word !== null && word !== undefined).join(' '))
		.filter((text) => text !== '')
		.join(', ');
}
