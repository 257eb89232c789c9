import type { ProfileFile } from '../../../src/core/catalog/generated.ts';
import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

export const profileTimelines: Check = {
	name: 'profile-timelines',
	description:
		'A profile is named for its engine, knows each call once and from our table, and each of its histories begins with the oldest version, goes up and changes only at versions whose profile is another one.',
	*run({ syscalls, profiles }) {
		const known = new Set(syscalls.map(({ value }) => value.name));
		for (const { path, name, value } of profiles) {
			if (value.engine !== name) {
				yield { file: path, field: 'engine', message: `is '${value.engine}', which is not the file's name` };
			}
			yield* wrongNames(path, value, known);
			yield* wrongTimelines(path, value);
		}
	},
};

function* wrongNames(file: string, { always, changing }: ProfileFile, known: ReadonlySet<string>): Iterable<Problem> {
	const seen = new Set<string>();
	for (const name of [...always, ...changing.flatMap(({ syscalls }) => syscalls)]) {
		if (!known.has(name)) {
			yield { file, field: 'syscalls', message: `'${name}' is no call of our table` };
		}
		if (seen.has(name)) {
			yield { file, field: 'syscalls', message: `names '${name}' twice` };
		}
		seen.add(name);
	}
}

function* wrongTimelines(file: string, profile: ProfileFile): Iterable<Problem> {
	const versions = profile.versions.map(({ version }) => version);
	yield* wrongTimeline(file, 'versions', versions, profile);
	for (const field of ['unlisted', 'capabilities'] as const) {
		const dates = profile[field].map(({ since }) => since);
		yield* wrongTimeline(file, field, dates, profile);
	}
	for (const { syscalls, answers } of profile.changing) {
		const field = `changing.${syscalls[0]}`;
		const dates = answers.map(({ since }) => since);
		yield* wrongTimeline(file, field, dates, profile);
		for (const [i, { since, rules }] of answers.entries()) {
			if (!versions.includes(since)) {
				yield { file, field, message: `changes with ${since}, which is none of the versions` };
			}
			if (JSON.stringify(rules) === JSON.stringify(answers[i - 1]?.rules)) {
				yield { file, field, message: `does not change with ${since}` };
			}
		}
	}
}

function* wrongTimeline(
	file: string,
	field: string,
	dates: readonly string[],
	{ read }: ProfileFile,
): Iterable<Problem> {
	if (dates[0] !== read.oldest) {
		yield { file, field, message: `begins with ${String(dates[0])}, not with ${read.oldest}` };
	}
	for (const [i, since] of dates.entries()) {
		if (compareReleases(dates[i - 1] ?? '0', since) >= 0 || compareReleases(since, read.newest) > 0) {
			yield { file, field, message: `${since} is not where it should be` };
		}
	}
}
