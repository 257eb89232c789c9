import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, constants, tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench, Job, Observation } from './experiment.ts';
import { windowsOf } from './trace.ts';

/** A harness that does jobs: `command… JOBS FOLDER RESULTS`. */
export interface Harness {
	readonly command: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	/** Calls that strace shall not show: the runtime's own threads make them at any time. */
	readonly unseen?: readonly string[];
}

/** The kernel's table, both ways. */
export interface CallNumbers {
	numberOf(name: string): number | undefined;
	nameOf(number: number): string | undefined;
}

const lost: Observation = { outcome: 'takes the harness down', calls: [] };

/** Runs a harness under strace, a process for each processor and many jobs in each. */
export function createBench(harness: Harness, numbers: CallNumbers): Bench {
	return async (jobs) => {
		const workers = Math.max(1, Math.min(availableParallelism(), Math.ceil(jobs.length / 20)));
		const shares = Array.from({ length: workers }, (_, worker) =>
			jobs.filter((_, index) => index % workers === worker),
		);
		const results = await Promise.all(shares.map((share) => runShare(harness, numbers, share)));
		return jobs.map((_, index) => results[index % workers]?.[Math.floor(index / workers)] ?? lost);
	};
}

/** A job that takes the harness down is noted, and the rest goes to a new one. */
async function runShare(harness: Harness, numbers: CallNumbers, jobs: readonly Job[]): Promise<readonly Observation[]> {
	const observations: Observation[] = [];
	while (observations.length < jobs.length) {
		observations.push(...(await runOnce(harness, numbers, jobs.slice(observations.length))));
		if (observations.length < jobs.length) {
			observations.push(lost);
		}
	}
	return observations;
}

async function runOnce(harness: Harness, numbers: CallNumbers, jobs: readonly Job[]): Promise<readonly Observation[]> {
	const folder = await mkdtemp(path.join(tmpdir(), 'measure-'));
	try {
		const at = (name: string): string => path.join(folder, name);
		await mkdir(at('work'));
		await writeFile(at('jobs'), jobs.map((job) => `${jobLine(job, numbers)}\n`).join(''));
		const unseen = harness.unseen === undefined ? [] : ['-e', `trace=!${harness.unseen.join(',')}`];
		const strace = ['-f', '-q', '-s', '16', '-e', 'signal=none', ...unseen, '-o', at('trace')];
		const arguments_ = [...strace, ...harness.command, at('jobs'), at('work'), at('results')];
		await run('strace', arguments_, { ...process.env, ...harness.environment });
		const windows = windowsOf(await readFile(at('trace'), 'latin1'), (number) => numbers.nameOf(number));
		const results = await readFile(at('results'), 'utf8').catch(() => '');
		return outcomesOf(results).map((outcome, job) => ({ outcome, calls: windows.get(job) ?? [] }));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function jobLine({ case: number, missing, errno }: Job, numbers: CallNumbers): string {
	return [number, constants.errno[errno], ...missing.map((name) => numbers.numberOf(name) ?? -1)].join(' ');
}

/** The outcomes of the jobs that ended, in order; a job's line is `<job> <outcome>`. */
function outcomesOf(results: string): readonly string[] {
	const outcomes: string[] = [];
	for (const text of results.split('\n')) {
		const [, job, outcome] = /^(\d+) (.*)$/.exec(text) ?? [];
		if (outcome !== undefined && Number(job) === outcomes.length) {
			outcomes.push(withNames(outcome));
		}
	}
	return outcomes;
}

const names = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]));

/** `fails 38 -1` of C: the error, or the result where that is one (`posix_fallocate`). */
function withNames(outcome: string): string {
	const [, error = '', result = ''] = /^fails (\d+) (-?\d+)$/.exec(outcome) ?? [];
	if (error === '') {
		return outcome;
	}
	const name = names.get(Number(error)) ?? names.get(Number(result));
	return name === undefined ? `returns ${result}` : `fails ${name}`;
}

function run(command: string, arguments_: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, arguments_, { stdio: ['ignore', 'ignore', 'ignore'], env });
		child.on('error', reject);
		child.on('exit', () => resolve());
	});
}
