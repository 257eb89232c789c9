import { throwIfCancelled, type CancellationToken } from '../cancellation.ts';
import type { Architecture, Target } from '../domain/target.ts';
import type { Host } from '../host.ts';
import { defaultConfiguration } from '../project/configuration.ts';
import { concernsProjects } from '../project/document.ts';
import { parentOf } from '../project/paths.ts';
import type { Projects } from '../project/project.ts';
import { walk } from '../project/walk.ts';
import { kernelNames, type KernelGroup } from './kernelNames.ts';
import type { World } from './world.ts';

/** The kernels that people of a workspace can choose from, and the architecture they have in mind. */
export interface KernelChoice {
	readonly groups: readonly KernelGroup[];
	readonly arch: Architecture;
}

/** Every kernel that has a name; what the folders of the workspace are held against comes first. */
export async function kernelChoice(
	roots: readonly string[],
	host: Host,
	{ catalog, projects }: Pick<World, 'catalog' | 'projects'>,
	token?: CancellationToken,
): Promise<KernelChoice> {
	const targets: Target[] = [];
	for (const root of roots) {
		for (const folder of await declaringFolders(root, host, projects, token)) {
			targets.push(...(await projects.of(folder, token)).targets);
			throwIfCancelled(token);
		}
	}
	const [first] = roots;
	const { arch } = first === undefined ? defaultConfiguration : (await projects.of(first, token)).configuration;
	return { groups: kernelNames(targets, catalog), arch };
}

/** The folder itself, and every one below that has an image or a configuration. */
async function declaringFolders(
	root: string,
	host: Host,
	projects: Projects,
	token: CancellationToken | undefined,
): Promise<ReadonlySet<string>> {
	const { configuration } = await projects.of(root, token);
	const folders = new Set([root]);
	for await (const path of walk(root, host, configuration.ignore, token)) {
		if (concernsProjects(path)) {
			folders.add(parentOf(path) ?? root);
		}
	}
	return folders;
}
