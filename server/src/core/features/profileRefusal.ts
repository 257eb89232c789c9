import type { Alternative, ApiRow } from '../catalog/apis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { KnownTarget } from '../domain/target.ts';
import { availability } from '../kernels/availability.ts';
import { resolveProfile, type RuleProfile } from '../profiles/profile.ts';
import { profileVerdict, type ProfileVerdict } from '../profiles/verdict.ts';

/** A call that the container profile of a target refuses, and on whose answer the library has nothing to go on with. */
export type ProfileRefusal = Extract<ProfileVerdict, { kind: 'refused' }> & {
	readonly syscall: string;
	/** `Docker 29.7.2`. */
	readonly title: string;
};

/** The first of a row's needs that the profile of a target refuses, with the default capabilities. */
export function profileRefusal(row: ApiRow, target: KnownTarget, catalog: Catalog): ProfileRefusal | undefined {
	const { vendor } = target.floor;
	const profile = resolveProfile(target.profile, catalog);
	if (profile.kind !== 'rules' || (vendor !== null && catalog.vendorKernel(vendor)?.base === 'none')) {
		return undefined; // no profile, a file of the user's that this look does not read, or a sandbox that applies none
	}
	for (const alternatives of row.needs) {
		const refusal = refusalOf(alternatives, profile, target, catalog);
		if (refusal !== undefined) {
			return refusal;
		}
	}
	return undefined;
}

function refusalOf(
	alternatives: readonly Alternative[],
	profile: RuleProfile,
	{ floor, arch }: KnownTarget,
	catalog: Catalog,
): ProfileRefusal | undefined {
	let last: ProfileRefusal | undefined;
	for (const { syscall, fallbackOn } of alternatives) {
		if (availability(syscall, floor, arch, catalog).kind === 'absent') {
			continue;
		}
		const verdict = profileVerdict(profile, syscall, { arch });
		if (verdict.kind !== 'refused') {
			return undefined;
		}
		last = { ...verdict, syscall, title: profile.title };
		if (fallbackOn !== undefined && !fallbackOn.includes(verdict.errno)) {
			break;
		}
	}
	return last;
}
