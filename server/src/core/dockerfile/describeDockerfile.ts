import type { BaseImage } from '../domain/baseImage.ts';
import { finalStage, resolveStage, type ResolveReference } from './finalStage.ts';
import { readStages, type Stage, type StageOptions } from './stages.ts';

/** A stage with the image it is made from. */
export interface DescribedStage extends Pick<Stage, 'index' | 'name' | 'line' | 'raw' | 'reference' | 'parent'> {
	/** Of a stage that builds on another one: that one's. */
	readonly image: BaseImage;
}

/** A Dockerfile's stages, as `syscall-lens dockerfile` prints them. */
export interface DescribedDockerfile {
	readonly version: 1;
	readonly stages: readonly DescribedStage[];
	/** The index of the stage that a build ends with; null where there is none. */
	readonly final: number | null;
}

export interface DescribeOptions extends StageOptions {
	readonly resolve: ResolveReference;
	/** The stage to build, by name or number: `--target`. */
	readonly target?: string;
}

/** Describes each stage of a Dockerfile and tells which one a build ends with. */
export function describeDockerfile(text: string, options: DescribeOptions): DescribedDockerfile {
	const stages = readStages(text, options);
	const described = stages.map((stage) => {
		const { index, name, line, raw, reference, parent } = stage;
		const image = resolveStage(stages, index, options.resolve) ?? options.resolve(reference);
		return { index, name, line, raw, reference, parent, image };
	});
	return { version: 1, stages: described, final: finalStage(stages, options.target) };
}
