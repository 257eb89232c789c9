import type { ProfileFile } from '../../src/core/catalog/generated.ts';
import type { EngineFacts, EngineName } from '../../src/core/catalog/profiles.ts';
import { readDataFiles } from './dataFiles.ts';

/** The most used first, as they are told. */
const order: readonly EngineName[] = ['docker', 'podman', 'containerd'];

/** Compiles `profiles/`: the rules of each engine's default profile through its versions, without the sources. */
export async function compileProfiles(dataFolder: string): Promise<readonly EngineFacts[]> {
	const files = await readDataFiles<ProfileFile>(dataFolder, 'profiles');
	return files
		.map(({ value }) => compileProfile(value))
		.sort((a, b) => order.indexOf(a.engine) - order.indexOf(b.engine));
}

function compileProfile(file: ProfileFile): EngineFacts {
	const { engine, name, read, unlisted, newNumbers, capabilities, versions, always, changing } = file;
	return {
		engine,
		name,
		oldest: read.oldest,
		newest: read.newest,
		versions: versions.map(({ version }) => version),
		unlisted,
		newNumbers: newNumbers && { since: newNumbers.since, errno: newNumbers.errno },
		capabilities,
		always,
		changing,
	};
}
