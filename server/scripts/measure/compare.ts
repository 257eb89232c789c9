import type { ApiRow } from '../../src/core/catalog/apis.ts';
import type { Errno, Measured, Trial } from './experiment.ts';

type Seen = Extract<Measured, { kind: 'measured' }>;

/** Yields a sentence for each thing that was measured otherwise than the row says. */
export function* disagreements(row: ApiRow, seen: Seen): Iterable<string> {
	const called = calledIn(seen);
	for (const alternatives of row.needs) {
		if (!alternatives.some(({ syscall }) => called.has(syscall))) {
			yield `${names(alternatives)}: never called; the row says it is needed`;
		}
	}
	const said = new Map<string, Errno[]>();
	for (const trial of seen.trials) {
		const survives = firstUnmet(row, trial) === undefined;
		if (survives !== trial.survived && !(trial.errno === 'EPERM' && shown(trial) === row.whenRefused)) {
			const without = `without ${trial.missing.join(' and ')}`;
			const sentence = `${without} it ${shown(trial)}; the row says it ${survives ? 'goes on' : 'fails'}`;
			said.set(sentence, [...(said.get(sentence) ?? []), trial.errno]);
		}
	}
	for (const [sentence, errnos] of said) {
		yield `${sentence} (${errnos.join(', ')})`;
	}
	for (const { syscall, next } of fallbacksOf(row)) {
		const tried = seen.trials.filter(({ missing }) => missing.length === 1 && missing[0] === syscall);
		if (tried.length > 0 && next !== undefined && !called.has(next)) {
			yield `${syscall}: goes on by ${insteadOf(tried) || 'nothing else'}; the row says by ${next}`;
		}
	}
}

/** All calls that the case made, as it is or in a trial. */
export function calledIn({ calls, trials }: Seen): ReadonlySet<string> {
	return new Set([...calls, ...trials.flatMap(({ instead }) => instead)]);
}

/** The calls that a row says are needed, or stand in for one that is. */
export function neededBy({ needs }: ApiRow): ReadonlySet<string> {
	return new Set(needs.flat().map(({ syscall }) => syscall));
}

/** The first of the row's needs that is not met where some calls are missing, read as a verdict reads it. */
function firstUnmet({ needs }: ApiRow, { missing, errno }: Pick<Trial, 'missing' | 'errno'>): object | undefined {
	return needs.find((alternatives) => {
		for (const { syscall, fallbackOn } of alternatives) {
			if (!missing.includes(syscall)) {
				return false;
			}
			if (fallbackOn?.includes(errno) === false) {
				return true; // this answer is none on which the library goes on
			}
		}
		return true;
	});
}

function* fallbacksOf({ needs }: ApiRow): Iterable<{ readonly syscall: string; readonly next: string | undefined }> {
	for (const alternatives of needs) {
		for (const [index, { syscall, fallbackOn }] of alternatives.entries()) {
			if (fallbackOn !== undefined) {
				yield { syscall, next: alternatives[index + 1]?.syscall };
			}
		}
	}
}

function insteadOf(trials: readonly Trial[]): string {
	return [...new Set(trials.flatMap(({ instead }) => instead))].join(', ');
}

/** How a trial showed: `goes on`, `goes on by X`, or the failure. */
export function shown({ survived, outcome, instead }: Trial): string {
	if (!survived) {
		return outcome;
	}
	return instead.length === 0 ? 'goes on' : `goes on by ${instead.join(', ')}`;
}

function names(alternatives: ApiRow['needs'][number]): string {
	return alternatives.map(({ syscall }) => syscall).join(' or ');
}

/** Orders errnos as the schema lists them. */
export function inOrder(errnos: Iterable<Errno>): readonly Errno[] {
	return [...new Set(errnos)].sort((a, b) => Number(a === 'EPERM') - Number(b === 'EPERM'));
}
