import type { Catalog } from '../catalog/catalog.ts';
import type { Host } from '../host.ts';
import { joinPath } from '../project/paths.ts';
import { resolveProfile, type NoProfile, type RuleProfile, type UnknownProfile } from './profile.ts';
import { readSeccomp } from './seccompFile.ts';

/** A file that was named as a profile and is none. */
export interface BadProfile {
	readonly kind: 'bad';
	readonly id: string;
	/** `profiles/seccomp.json: no such file`. */
	readonly problem: string;
}

/** What a name of a profile means, its rules read: a path to a `.json` is taken from `folder`. */
export async function readProfile(
	id: string,
	folder: string,
	host: Host,
	catalog: Catalog,
): Promise<RuleProfile | NoProfile | UnknownProfile | BadProfile> {
	const profile = resolveProfile(id, catalog);
	if (profile.kind !== 'file') {
		return profile;
	}
	const isWhole = profile.path.startsWith('/') || /^[A-Za-z]:\//.test(profile.path);
	const file = await host.readText(isWhole ? profile.path : joinPath(folder, profile.path.replace(/^\.\//, '')));
	if (file.kind !== 'text') {
		return { kind: 'bad', id, problem: `${id}: ${file.kind === 'missing' ? 'no such file' : 'not readable'}` };
	}
	const read = readSeccomp(file.text, id, catalog);
	return read.kind === 'read' ? read.profile : { kind: 'bad', id, problem: `${id} ${read.problem}` };
}
