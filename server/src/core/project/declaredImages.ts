import type { Catalog } from '../catalog/catalog.ts';
import { describeDockerfile, type DescribedDockerfile } from '../dockerfile/describeDockerfile.ts';
import { finalStage, rootStage } from '../dockerfile/finalStage.ts';
import { readStages, type Stage } from '../dockerfile/stages.ts';
import type { BaseImage } from '../domain/baseImage.ts';
import type { Host } from '../host.ts';
import type { ImageCatalog } from '../images/imageCatalog.ts';
import { openImages, resolveImage } from '../images/resolveImage.ts';
import type { Configuration } from './configuration.ts';
import { architectureOf, type DeclaredImage } from './targets.ts';

export type { DescribedDockerfile };

/** A stage with the image on which it stands in the end. */
export interface ResolvedStage {
	/** The stage as it is written. */
	readonly stage: Stage;
	/** The stage whose FROM line names the image; itself, but for `FROM stage`. */
	readonly root: Stage;
	readonly image: BaseImage;
}

/** Reads references and Dockerfiles, with the history of the images and today's date at hand. */
export interface ImageReader {
	readonly resolve: (reference: string, own?: Configuration['images']) => BaseImage;
	/** A Dockerfile's stages as the command line shows them. */
	readonly describe: (text: string) => DescribedDockerfile;
	readonly stagesOf: (text: string, own: Configuration['images']) => readonly ResolvedStage[];
	/** The image in which a Dockerfile's final stage runs; none for a file without a FROM line. */
	readonly declaredIn: (path: string, text: string, configuration: Configuration) => readonly DeclaredImage[];
}

/** Loads what is known of images and builds the reader. */
export async function createImageReader(host: Host, catalog: Catalog): Promise<ImageReader> {
	const bytes = await host.readAsset('images.json');
	const images = openImages(JSON.parse(new TextDecoder().decode(bytes)) as ImageCatalog);

	function resolve(reference: string, own?: Configuration['images']): BaseImage {
		return resolveImage(reference, { images, releases: catalog, asOf: host.today(), own });
	}
	function stagesOf(text: string, own: Configuration['images']): readonly ResolvedStage[] {
		const stages = readStages(text);
		return stages.map((stage) => {
			const root = rootStage(stages, stage.index) ?? stage;
			return { stage, root, image: resolve(root.reference, own) };
		});
	}

	return {
		resolve,
		stagesOf,
		describe: (text) => describeDockerfile(text, { resolve }),
		declaredIn(path, text, { images: own }) {
			const stages = stagesOf(text, own);
			const last = stages[finalStage(stages.map(({ stage }) => stage)) ?? -1];
			if (last === undefined) {
				return [];
			}
			const { root, image } = last;
			const declaredAt = { kind: 'from', path, range: root.range } as const;
			return [{ reference: root.reference, image, arch: architectureOf(root.platform), declaredAt }];
		},
	};
}
