import type { BaseImage } from '../domain/baseImage.ts';
import type { Stage } from './stages.ts';

/** Resolves a reference such as `python:3.9`. */
export type ResolveReference = (reference: string) => BaseImage;

/**
 * The stage that a build ends with: the last one, or `target` by name or number. Null where there is no such stage.
 */
export function finalStage(stages: readonly Stage[], target?: string): number | null {
	if (target === undefined || target === '') {
		return stages.at(-1)?.index ?? null;
	}
	const named = stages.findLast(({ name }) => name?.toLowerCase() === target.toLowerCase());
	const numbered = /^\d+$/.test(target) ? stages[Number(target)] : undefined;
	return (named ?? numbered)?.index ?? null;
}

/** The stage whose FROM line names an image, reached through `FROM stage`. */
export function rootStage(stages: readonly Stage[], index: number): Stage | undefined {
	let stage = stages[index];
	while (stage && stage.parent !== null) {
		stage = stages[stage.parent];
	}
	return stage;
}

/** The image that a stage is made from in the end; undefined where there is no such stage. */
export function resolveStage(
	stages: readonly Stage[],
	index: number,
	resolve: ResolveReference,
): BaseImage | undefined {
	const root = rootStage(stages, index);
	return root && resolve(root.reference);
}
