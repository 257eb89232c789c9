import type { CancellationToken } from '../cancellation.ts';
import type { Declaration, KnownTarget, Target } from '../domain/target.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import { parentOf, relativeTo } from '../project/paths.ts';
import type { Projects } from '../project/project.ts';
import { kernelWords, whyTarget } from './targetWords.ts';

/** What a document is held against, ready to be shown. */
export interface TargetDescription {
	/** `debian:11 · Linux 5.10`. */
	readonly label: string;
	/** One sentence a target. */
	readonly why: readonly string[];
	readonly state: 'known' | 'unknown' | 'none';
	readonly declaredAt: Declaration | null;
}

/** Describes the targets of a document's folder; the oldest kernel stands in the label. */
export async function describeTargets(
	{ path }: { readonly path: string | undefined },
	projects: Projects,
	token?: CancellationToken,
): Promise<TargetDescription> {
	const project = await projects.of(parentOf(path ?? '') ?? '', token);
	const { targets } = project;
	const shown = (file: string): string => relativeTo(project.root, file) ?? file;
	const why = targets.map((target) => whyTarget(target, shown));
	const oldest = oldestOf(targets);
	if (oldest !== undefined) {
		return { label: `${oldest.id} · ${kernelWords(oldest)}`, why, state: 'known', declaredAt: oldest.declaredAt };
	}
	const unknown = targets[0];
	return unknown === undefined
		? {
				label: 'no target',
				why: ['No Dockerfile here or above names an image, and no hosts are set.'],
				state: 'none',
				declaredAt: null,
			}
		: { label: `${unknown.id}: kernel unknown`, why, state: 'unknown', declaredAt: unknown.declaredAt };
}

function oldestOf(targets: readonly Target[]): KnownTarget | undefined {
	return targets
		.filter((target): target is KnownTarget => target.kind === 'known')
		.sort((a, b) => compareReleases(a.floor.release, b.floor.release))[0];
}
