import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { EmulationPlan } from '../../server/src/core/emulation/plan.ts';
import type { LanguageService } from '../../server/src/core/languageService.ts';
import { readLog, runTraced } from '../../server/src/node/emulation/runTraced.ts';
import { findStrace, injectionOf, type Injection } from '../../server/src/node/emulation/strace.ts';
import type { Program } from './programs.ts';

/** How a program really fared under a plan. */
export interface Observation {
	readonly failed: boolean;
	/** Asked for something that can't be emulated here, so that the outcome says nothing. */
	readonly unfit: boolean;
}

/** Runs programs under plans, each only where its answers differ from those of a run before. */
export interface Laboratory {
	observe(program: Program, plan: EmulationPlan): Promise<Observation>;
	/** How many programs were really run. */
	runs(): number;
	close(): void;
}

/** What a run asked for, of all that any plan refuses, and how each was answered. */
interface Run extends Observation {
	readonly answers: ReadonlyMap<string, string | undefined>;
}

/** Makes a laboratory for these plans: every run shows all that any of them refuses. */
export function createLaboratory(plans: readonly EmulationPlan[], service: LanguageService): Laboratory {
	const found = findStrace();
	const strace = { ...found, options: found.options.filter((option) => option === '--seccomp-bpf') };
	const folder = mkdtempSync(path.join(os.tmpdir(), 'syscall-lens-proof-'));
	const injections = new Map(plans.map((plan) => [plan, injectionOf(plan, strace)]));
	const shown = tracedBy([...injections.values()]);
	const before = new Map<Program, Run[]>();
	let runs = 0;

	async function run(program: Program, plan: EmulationPlan): Promise<Run> {
		runs++;
		const log = path.join(folder, `${runs}.log`);
		const injection = injections.get(plan) ?? injectionOf(plan, strace);
		const inject = injection.arguments.slice(2);
		const traced = { ...injection, arguments: ['-e', `trace=${shown}`, ...inject] };
		const { status } = await runTraced([...limited, ...program.command], strace, traced, log, 'ignore');
		const calls = await readLog(log);
		const { passed, missedHere } = service.emulationReport(plan, calls);
		const answer = answersOf(plan);
		return {
			failed: status !== 0,
			unfit: passed.length + missedHere.length > 0,
			answers: new Map(calls.map(({ call }) => [String(call), answer(String(call))])),
		};
	}

	return {
		async observe(program, plan) {
			const known = before.get(program) ?? [];
			before.set(program, known);
			const answer = answersOf(plan);
			const same = known.find(({ answers }) => [...answers].every(([call, given]) => answer(call) === given));
			if (same !== undefined) {
				return same;
			}
			const made = await run(program, plan);
			known.push(made);
			return made;
		},
		runs: () => runs,
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** What a plan answers to a call: an errno; `here` where the machine has not got it; undefined where it passes. */
function answersOf({ refused, notHere }: EmulationPlan): (call: string) => string | undefined {
	const errnos = new Map(refused.map(({ syscall, errno }) => [syscall, errno]));
	return (call) => errnos.get(call) ?? (notHere.includes(call) ? 'here' : undefined);
}

/** Whoever waits for ever for a call that is refused has failed as well. */
const limited = ['timeout', '--signal=KILL', '20'];

/** All that the plans' runs trace, joined. */
function tracedBy(injections: readonly Injection[]): string {
	const words = injections.flatMap(({ arguments: [, trace = ''] }) => trace.replace('trace=', '').split(','));
	return [...new Set(words.filter((word) => word !== 'none'))].join(',');
}
