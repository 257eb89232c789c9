import type { Catalog } from '../catalog/catalog.ts';
import { describeDockerfile, type DescribedDockerfile, type DescribedStage } from '../dockerfile/describe.ts';
import type { BaseImage } from '../domain/baseImage.ts';
import type { Host } from '../host.ts';
import type { ImageCatalog } from '../images/imageCatalog.ts';
import { openImages, resolveImage } from '../images/resolveImage.ts';
import type { Configuration } from './configuration.ts';
import { architectureOf, type DeclaredImage } from './targets.ts';

export type { DescribedDockerfile, DescribedStage };

/** Reads references and Dockerfiles, with the history of the images and today's date at hand. */
export interface ImageReader {
	readonly resolve: (reference: string, own?: Configuration['images']) => BaseImage;
	/** A Dockerfile's stages, each resolved. */
	readonly describe: (text: string, own?: Configuration['images']) => DescribedDockerfile;
	/** The image that a Dockerfile's final stage runs in; none for a file without a FROM line. */
	readonly declaredIn: (path: string, text: string, configuration: Configuration) => readonly DeclaredImage[];
}

/** Loads what is known of images and builds the reader. */
export async function createImageReader(host: Host, catalog: Catalog): Promise<ImageReader> {
	const bytes = await host.readAsset('images.json');
	const images = openImages(JSON.parse(new TextDecoder().decode(bytes)) as ImageCatalog);
	const resolve = (reference: string, own?: Configuration['images']): BaseImage =>
		resolveImage(reference, { images, releases: catalog, asOf: host.today(), own });
	const describe = (text: string, own?: Configuration['images']): DescribedDockerfile =>
		describeDockerfile(text, (reference) => resolve(reference, own));

	return {
		resolve,
		describe,
		declaredIn(path, text, configuration) {
			const { stages, final } = describe(text, configuration.images);
			const last = stages[final];
			if (last === undefined) {
				return [];
			}
			const root = rootOf(last, stages);
			return [
				{
					reference: root.reference ?? root.raw,
					image: last.image,
					arch: architectureOf(root.platform),
					declaredAt: { kind: 'from', path, range: root.range },
				},
			];
		},
	};
}

/** The stage whose FROM line names the image on which a stage stands in the end. */
function rootOf(stage: DescribedStage, stages: readonly DescribedStage[]): DescribedStage {
	const parent = stage.parent === null ? undefined : stages[stage.parent];
	return parent === undefined ? stage : rootOf(parent, stages);
}
