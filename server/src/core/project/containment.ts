import type { Catalog } from '../catalog/catalog.ts';
import type { Host } from '../host.ts';
import type { Containment } from '../judgement/blocked.ts';
import { readProfile } from '../profiles/readProfile.ts';
import { assumedProfile, type Configuration } from './configuration.ts';

/** The profile of a project, and what is wrong with the file that was named as one. */
export type ProjectContainment = Containment & { readonly problem?: string };

/** Reads the profile that a configuration names, or takes the assumed one. A path is taken from `folder`. */
export async function containmentOf(
	{ profile: id }: Configuration,
	folder: string,
	host: Host,
	catalog: Catalog,
): Promise<ProjectContainment> {
	const declared = id !== '';
	const profile = await readProfile(declared ? id : assumedProfile, folder, host, catalog);
	switch (profile.kind) {
		case 'rules':
		case 'none':
			return { profile, declared };
		case 'bad':
			return { profile: { kind: 'none', id }, declared, problem: `${profile.problem}.` };
		case 'unknown':
			return { profile: { kind: 'none', id }, declared }; // already told where it stands
	}
}
