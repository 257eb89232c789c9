/** What a missing call answers: as an old kernel does, and as a container profile does. */
export const errnos = ['ENOSYS', 'EPERM'] as const;
export type Errno = (typeof errnos)[number];

/** A run of a case, with some system calls missing. */
export interface Job {
	readonly case: number;
	readonly missing: readonly string[];
	readonly errno: Errno;
}

/** How a job went: `ok` or how the failure showed, and the system calls in its window. */
export interface Observation {
	readonly outcome: string;
	readonly calls: readonly string[];
}

/** Runs jobs; the observations come in the order of the jobs. */
export type Bench = (jobs: readonly Job[]) => Promise<readonly Observation[]>;

/** A case without some calls: whether it went on, and which calls it then made that it did not make otherwise. */
export interface Trial {
	readonly missing: readonly string[];
	readonly errno: Errno;
	readonly survived: boolean;
	readonly outcome: string;
	readonly instead: readonly string[];
}

/** All that was seen of a case. */
export type Measured =
	| { readonly kind: 'measured'; readonly calls: readonly string[]; readonly trials: readonly Trial[] }
	/** The library or interpreter has not got the function. */
	| { readonly kind: 'absent' }
	/** Nothing missing, it did not go as the case says, or not twice alike. */
	| { readonly kind: 'unusable'; readonly why: string };

/** Behind a fallback may stand another: so many steps are taken. */
const mostMissing = 3;

/**
 * Measures cases by their numbers: twice as they are, then with each of their calls missing, then with what was called
 * instead missing too. Calls for which `isHousekeeping` holds are left alone.
 */
export async function experiment(
	cases: readonly number[],
	bench: Bench,
	isHousekeeping: (call: string, number: number) => boolean,
): Promise<ReadonlyMap<number, Measured>> {
	const plain = cases.map((number): Job => ({ case: number, missing: [], errno: 'ENOSYS' }));
	const observed = await bench([...plain, ...plain]);
	const measured = new Map<number, Measured>();
	const trials = new Map<number, Trial[]>();
	const usual = new Map<number, ReadonlySet<string>>();
	let jobs: Job[] = [];
	for (const [index, number] of cases.entries()) {
		const baseline = readBaseline(observed[index], observed[index + cases.length]);
		const list: Trial[] = [];
		measured.set(number, baseline.kind === 'measured' ? { ...baseline, trials: list } : baseline);
		if (baseline.kind === 'measured') {
			trials.set(number, list);
			usual.set(number, new Set(baseline.calls));
			const calls = baseline.calls.filter((call) => !isHousekeeping(call, number));
			jobs.push(...calls.flatMap((call) => errnos.map((errno): Job => ({ case: number, missing: [call], errno }))));
		}
	}
	while (jobs.length > 0) {
		const results = await bench(jobs);
		const next: Job[] = [];
		for (const [index, job] of jobs.entries()) {
			const trial = readTrial(job, results[index], usual.get(job.case) ?? new Set());
			const list = trials.get(job.case) ?? [];
			list.push(trial);
			next.push(...deeper(job, trial, list).filter(({ missing }) => !isHousekeeping(missing.at(-1) ?? '', job.case)));
		}
		jobs = next;
	}
	return measured;
}

function readBaseline(
	first: Observation | undefined,
	second: Observation | undefined,
): Exclude<Measured, { kind: 'measured' }> | { readonly kind: 'measured'; readonly calls: readonly string[] } {
	if (first === undefined || second === undefined) {
		return { kind: 'unusable', why: 'no result' };
	}
	if (first.outcome.startsWith('absent')) {
		return { kind: 'absent' };
	}
	for (const { outcome } of [first, second]) {
		if (outcome !== 'ok') {
			return { kind: 'unusable', why: outcome };
		}
	}
	return { kind: 'measured', calls: first.calls.filter((call) => second.calls.includes(call)) };
}

function readTrial(job: Job, observation: Observation | undefined, usual: ReadonlySet<string>): Trial {
	const outcome = observation?.outcome ?? 'no result';
	const instead = (observation?.calls ?? []).filter((call) => !usual.has(call) && !job.missing.includes(call));
	return { missing: job.missing, errno: job.errno, survived: outcome === 'ok', outcome, instead };
}

/** What went on by other calls is tried without these too; those of the step before were tried there. */
function deeper(job: Job, { survived, instead }: Trial, trials: readonly Trial[]): readonly Job[] {
	if (!survived || job.missing.length === mostMissing) {
		return [];
	}
	const before = job.missing.slice(0, -1);
	const known = trials.find(({ missing, errno }) => errno === job.errno && missing.join() === before.join());
	const calls = instead.filter((call) => known?.instead.includes(call) !== true);
	return calls.map((call) => ({ ...job, missing: [...job.missing, call] }));
}
