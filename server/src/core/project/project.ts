import type { CancellationToken } from '../cancellation.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { FileFinding } from '../domain/finding.ts';
import type { Target } from '../domain/target.ts';
import type { Host } from '../host.ts';
import { checkSettings, type ConfigurationFacts } from './checkSettings.ts';
import { configurationFileName, mergeConfigurations, type Configuration } from './configuration.ts';
import { containmentOf, type ProjectContainment } from './containment.ts';
import { readConfiguration } from './readConfiguration.ts';
import { governingImageFiles } from './imageFiles.ts';
import { joinPath, parentOf, relativeTo } from './paths.ts';
import { targetsOf, type DeclaredImage } from './targets.ts';
import { upward, type FolderAbove } from './upward.ts';

/** What governs the sources of one folder. */
export interface Project {
	readonly configuration: Configuration;
	/** The configuration file that was read, with what is wrong in it. */
	readonly configurationFile: { readonly path: string; readonly problems: readonly FileFinding[] } | null;
	/** The folder from which the configuration's globs speak. */
	readonly root: string;
	readonly images: readonly DeclaredImage[];
	readonly containment: ProjectContainment;
	readonly targets: readonly Target[];
}

/** What the caller knows of the world beyond the files. */
export interface ProjectOptions {
	/** Folders that bound every search: a workspace's. Without one a repository's folder is the bound. */
	readonly roots: readonly string[];
	/** Settings for the files of a folder, as an editor has them; what the configuration file says wins over them. */
	readonly settings: (folder: string) => Promise<Readonly<Record<string, unknown>>>;
	/** What was given for this one run (arguments); wins over everything. */
	readonly overrides?: Partial<Configuration>;
	/** The images that stand for every Dockerfile, when they were given for this one run. */
	readonly images?: readonly DeclaredImage[];
}

/** Finds and remembers what governs each folder, until `forget` is told that files or settings changed. */
export interface Projects {
	readonly of: (folder: string, token?: CancellationToken) => Promise<Project>;
	readonly forget: () => void;
}

/** Builds the memory of projects. `declaredImages` reads one Dockerfile's final stages. */
export function createProjects(
	host: Host,
	catalog: Catalog,
	facts: ConfigurationFacts,
	options: () => ProjectOptions,
	declaredImages: (path: string, text: string, configuration: Configuration) => readonly DeclaredImage[],
): Projects {
	let projects = new Map<string, Promise<Project>>();

	async function read(folder: string, token: CancellationToken | undefined): Promise<Project> {
		const { roots, overrides, settings, images: given } = options();
		const root = longest(
			roots.filter((candidate) => candidate === folder || relativeTo(candidate, folder) !== undefined),
		);
		const found = await nearestConfiguration(upward(folder, root, host, token), host);
		const file = found === undefined ? undefined : readConfiguration(found.text, facts);
		const configuration = mergeConfigurations(
			checkSettings(await settings(folder), facts).configuration,
			file?.configuration ?? {},
			overrides ?? {},
		);
		const images = given ?? (await imagesAbove(folder, root, configuration, token));
		const ownRoot = (found === undefined ? root : parentOf(found.path)) ?? folder;
		return {
			configuration,
			configurationFile: found === undefined ? null : { path: found.path, problems: file?.problems ?? [] },
			root: ownRoot,
			images,
			containment: await containmentOf(configuration, ownRoot, host, catalog),
			targets: targetsOf(images, configuration, catalog),
		};
	}

	async function imagesAbove(
		folder: string,
		root: string | undefined,
		configuration: Configuration,
		token: CancellationToken | undefined,
	): Promise<readonly DeclaredImage[]> {
		const images: DeclaredImage[] = [];
		for (const path of await governingImageFiles(upward(folder, root, host, token))) {
			const file = await host.readText(path);
			if (file.kind === 'text') {
				images.push(...declaredImages(path, file.text, configuration));
			}
		}
		return images;
	}

	return {
		of(folder, token) {
			const known = projects.get(folder);
			if (known !== undefined) {
				return known;
			}
			const project = read(folder, token);
			projects.set(folder, project);
			// A cancelled look must not be remembered as an answer.
			project.catch(() => projects.delete(folder));
			return project;
		},
		forget() {
			projects = new Map();
		},
	};
}

async function nearestConfiguration(
	above: AsyncIterable<FolderAbove>,
	host: Host,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
	for await (const { folder, entries } of above) {
		if (entries.some(({ name, kind }) => kind === 'file' && name === configurationFileName)) {
			const path = joinPath(folder, configurationFileName);
			const file = await host.readText(path);
			return file.kind === 'text' ? { path, text: file.text } : undefined;
		}
	}
	return undefined;
}

function longest(paths: readonly string[]): string | undefined {
	return [...paths].sort((a, b) => b.length - a.length)[0];
}
