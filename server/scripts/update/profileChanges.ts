import type { ProfileFile, ProfileRule } from '../../src/core/catalog/generated.ts';
import { compareReleases } from '../../src/core/domain/kernelRelease.ts';
import { listed, Stopped } from './instruct.ts';
import { rulesOf, unlistedErrno, type SeccompProfile } from './profileRules.ts';

/** A version of an engine, and where its profile is. */
export type NewVersion = ProfileFile['versions'][number];

type Rules = readonly ProfileRule[];

interface Answer {
	readonly since: string;
	readonly rules: Rules;
}

/** The file with one version more, and the calls whose rules are others from then on. */
export interface Extended {
	readonly file: ProfileFile;
	readonly changed: readonly string[];
}

/** Adds a version at the end of the histories. `isSyscall` tells the calls of our table. */
export function withVersion(
	file: ProfileFile,
	profile: SeccompProfile,
	version: NewVersion,
	isSyscall: (name: string) => boolean,
): Extended {
	refuseOld(file, version);
	const rules = rulesOf(profile);
	const strangers = [...rules.keys()].filter((name) => !isSyscall(name));
	if (strangers.length > 0) {
		throw new Stopped(
			listed('The profile names calls that our table lacks; bring in the syscalls of their kernel first:', strangers),
		);
	}
	const oldest = file.read.oldest;
	const histories = historiesOf(file);
	const changed: string[] = [];
	for (const name of new Set([...histories.keys(), ...rules.keys()])) {
		const history = histories.get(name) ?? [{ since: oldest, rules: [] }];
		const now = rules.get(name) ?? [];
		if (JSON.stringify(history.at(-1)?.rules) !== JSON.stringify(now)) {
			changed.push(name);
			histories.set(name, [...history, { since: version.version, rules: now }]);
		}
	}
	const errno = unlistedErrno(profile);
	const sameDefault = file.unlisted.at(-1)?.errno === errno;
	return {
		file: {
			...file,
			read: { ...file.read, newest: version.version, releases: file.read.releases + 1 },
			unlisted: sameDefault ? file.unlisted : [...file.unlisted, { since: version.version, errno }],
			versions: changed.length === 0 && sameDefault ? file.versions : [...file.versions, version],
			...grouped(histories),
		},
		changed,
	};
}

function refuseOld({ read }: ProfileFile, { version }: NewVersion): void {
	if (compareReleases(version, read.newest) <= 0) {
		throw new Stopped(
			`${version} is not newer than ${read.newest}, the newest that was read. Write a patch of an older line by hand: its place in the histories is a matter of judgement.`,
		);
	}
}

/** Each call by itself: a map from its name to its answers through the versions. */
function historiesOf({ read, always, changing }: ProfileFile): Map<string, readonly Answer[]> {
	const allowed: readonly Answer[] = [{ since: read.oldest, rules: [{ action: 'allow' }] }];
	return new Map([
		...always.map((name) => [name, allowed] as const),
		...changing.flatMap(({ syscalls, answers }) => syscalls.map((name) => [name, answers] as const)),
	]);
}

/** Those of one history together, by name: how the files are kept. */
function grouped(histories: ReadonlyMap<string, readonly Answer[]>): Pick<ProfileFile, 'always' | 'changing'> {
	const always: string[] = [];
	const groups = new Map<string, string[]>();
	for (const [name, answers] of [...histories].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (answers.length === 1 && JSON.stringify(answers[0]?.rules) === '[{"action":"allow"}]') {
			always.push(name);
		} else {
			const key = JSON.stringify(answers);
			groups.set(key, [...(groups.get(key) ?? []), name]);
		}
	}
	const changing = [...groups].map(([key, syscalls]) => ({ syscalls, answers: JSON.parse(key) as Answer[] }));
	return { always, changing } as unknown as Pick<ProfileFile, 'always' | 'changing'>;
}
