import type { Catalog } from '../catalog/catalog.ts';
import type { EngineFacts, ProfileRule } from '../catalog/profiles.ts';
import { nearest } from '../domain/nearest.ts';
import type { Architecture } from '../domain/target.ts';
import { comparePrefix, latest, readVersion } from './version.ts';

/** A rule of any profile; a user's own may answer errors that no engine's does, or kill: `SIGSYS`. */
export type Rule = Omit<ProfileRule, 'action' | 'architectures' | 'exceptArchitectures'> & {
	readonly action: string;
	readonly architectures?: readonly string[];
	readonly exceptArchitectures?: readonly string[];
};

/** A profile whose rules are known. */
export interface RuleProfile {
	readonly kind: 'rules';
	/** As it was asked for: `docker@20.10.9`. */
	readonly id: string;
	/** For messages: `Docker 20.10.9`. */
	readonly title: string;
	/** The same without a version that nobody asked for: `Docker`, `Docker 20.10.9`. */
	readonly name: string;
	/** What a container holds that asks for no capability. */
	readonly capabilities: readonly string[];
	/** What a call gets that no rule answers: an error, or `allow`. */
	readonly unlisted: string;
	/** What the runtime answers to numbers above the highest that the profile names, where it does. */
	readonly newNumbers: string | undefined;
	/** The rules for a call in their order; none where the profile does not name it. */
	rulesOf(syscall: string): readonly Rule[];
	/** All calls that may have rules. */
	syscalls(): Iterable<string>;
	numberOf(syscall: string, arch: Architecture): number | undefined;
}

/** No profile at all: everything passes. */
export interface NoProfile {
	readonly kind: 'none';
	readonly id: string;
}

/** A `seccomp.json` of the user's, not read yet; once read it is a RuleProfile. */
export interface FileProfile {
	readonly kind: 'file';
	readonly id: string;
	readonly path: string;
}

/** A name of no profile. */
export interface UnknownProfile {
	readonly kind: 'unknown';
	readonly id: string;
	/** Names it may have meant, the nearest first. */
	readonly suggestions: readonly string[];
}

export type Profile = RuleProfile | NoProfile | FileProfile;

/** What a name of a profile means: `docker`, `docker@20.10.9`, `podman@5`, `containerd@1.7`, `none`, or a path to a `.json`. */
export function resolveProfile(id: string, catalog: Catalog): Profile | UnknownProfile {
	if (id === 'none' || id === 'unconfined') {
		return { kind: 'none', id };
	}
	if (id.endsWith('.json')) {
		return { kind: 'file', id, path: id };
	}
	const [name = '', version, ...rest] = id.split('@');
	const facts = catalog.engines().find(({ engine }) => engine === name);
	if (facts === undefined || rest.length > 0) {
		const names = [...catalog.engines().map(({ engine }) => engine), 'none'];
		return { kind: 'unknown', id, suggestions: nearest(name, names) };
	}
	if (version === undefined) {
		return profileAt(id, facts, facts.newest, catalog);
	}
	const numbers = readVersion(version);
	const suggestion = numbers === undefined ? name : outside(numbers, facts);
	return numbers === undefined || suggestion !== undefined
		? { kind: 'unknown', id, suggestions: suggestion === undefined ? [] : [suggestion] }
		: profileAt(id, facts, numbers, catalog);
}

/** The profile of an engine at a version, which stands for all that begin with it: `27` is the newest 27. */
export function profileAt(id: string, facts: EngineFacts, version: string, catalog: Catalog): RuleProfile {
	const { engine, name, newNumbers } = facts;
	return {
		kind: 'rules',
		id,
		title: `${name} ${version}`,
		name: id.includes('@') ? `${name} ${version}` : name,
		capabilities: latest(facts.capabilities, version)?.granted ?? [],
		unlisted: latest(facts.unlisted, version)?.errno ?? 'EPERM',
		newNumbers: newNumbers && latest([newNumbers], version)?.errno,
		rulesOf: (syscall) => latest(catalog.profileAnswers(engine, syscall) ?? [], version)?.rules ?? [],
		syscalls: () => catalog.profileSyscalls(engine),
		numberOf: (syscall, arch) => catalog.syscall(syscall)?.numbers[arch],
	};
}

/** The nearest version that is known, for one before the oldest or of a line after the newest. */
function outside(version: string, { engine, oldest, newest }: EngineFacts): string | undefined {
	if (comparePrefix(oldest, version) > 0) {
		return `${engine}@${oldest}`;
	}
	const line = version.split('.', 1).join('');
	return comparePrefix(newest, line) < 0 ? `${engine}@${newest}` : undefined;
}
