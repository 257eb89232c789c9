import type { Catalog } from '../catalog/catalog.ts';
import type { EngineFacts, EngineName } from '../catalog/profiles.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import type { Architecture } from '../domain/target.ts';
import { profileAt } from './profile.ts';
import { profileVerdict, type ProfileVerdict } from './verdict.ts';

/** What a profile says of a call from a version on. */
export interface ProfileChange {
	/** The version by number; lines of versions overlap in time, so that 23.0.18 may be newer than 24.0.0. */
	readonly since: string;
	readonly verdict: ProfileVerdict;
}

/**
 * The versions of an engine at which its answer to a call changed, for a container that asks for no capability; the
 * newest last. The first entry is the oldest version that was read.
 */
export function profileHistory(
	engine: EngineName,
	syscall: string,
	arch: Architecture,
	catalog: Catalog,
): readonly ProfileChange[] {
	const facts = catalog.engines().find((one) => one.engine === engine);
	const changes: ProfileChange[] = [];
	if (facts === undefined) {
		return changes;
	}
	for (const since of versionsOf(facts)) {
		const verdict = profileVerdict(profileAt(engine, facts, since, catalog), syscall, { arch });
		if (JSON.stringify(verdict) !== JSON.stringify(changes.at(-1)?.verdict)) {
			changes.push({ since, verdict });
		}
	}
	return changes;
}

/** Every version at which anything could have changed. */
function versionsOf({ versions, unlisted, capabilities, newNumbers }: EngineFacts): readonly string[] {
	const dated = [...unlisted, ...capabilities, ...(newNumbers === undefined ? [] : [newNumbers])];
	return [...new Set([...versions, ...dated.map(({ since }) => since)])].sort(compareReleases);
}
