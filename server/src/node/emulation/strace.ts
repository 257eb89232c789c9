import { spawnSync } from 'node:child_process';
import type { EmulationPlan, RefusedCall } from '../../core/emulation/plan.ts';
import { UsageError } from '../terminal.ts';
import { findProgram } from './findProgram.ts';

/** The strace at hand, and what it can do. */
export interface Strace {
	readonly file: string;
	readonly version: string;
	/** Options that it takes, of those that make a run faster or tell more. */
	readonly options: readonly string[];
}

/** How strace is told of the calls of a plan. */
export interface Injection {
	readonly arguments: readonly string[];
	/** Calls that it knows by neither name nor number. */
	readonly unknown: readonly string[];
}

const install = 'apt install strace, dnf install strace or apk add strace';

/** Looks strace up and tries what it takes. */
export function findStrace(): Strace {
	const file = findProgram('strace');
	if (file === undefined) {
		throw new UsageError(`strace is not installed: ${install}. Or take --print-profile to Docker or Podman.`);
	}
	const version = /version (\S+)/.exec(spawnSync(file, ['-V'], { encoding: 'utf8' }).stdout)?.[1] ?? 'of no version';
	// Only traced calls stop the program; programs' names for pids; stacks, where it was built with them.
	const options = ['--seccomp-bpf', '-Y', '-k'].filter((option) => takes(file, ['-f', option]));
	return { file, version, options };
}

/** The arguments that refuse a plan's calls and show those that can't be. */
export function injectionOf(plan: EmulationPlan, strace: Strace): Injection {
	const words = wordsOf(plan.refused, strace);
	const errnos = [...new Set(plan.refused.map(({ errno }) => errno))];
	const inject = errnos.flatMap((errno) => {
		const own = plan.refused.filter((call) => call.errno === errno).flatMap((call) => words.get(call) ?? []);
		return own.length === 0 ? [] : ['-e', `inject=${own.join(',')}:${answerOf(errno)}`];
	});
	const traced = [...words.values(), ...plan.notHere.map((name) => `?${name}`)];
	return {
		arguments: ['-e', `trace=${traced.length === 0 ? 'none' : traced.join(',')}`, ...inject],
		unknown: plan.refused.filter((call) => !words.has(call)).map(({ syscall }) => syscall),
	};
}

/** Tries to trace a program; throws a UsageError where that is not allowed. */
export function requireTracing({ file, options }: Strace, injection: Injection): void {
	const { status, stderr } = spawnSync(
		file,
		['-f', ...options, ...injection.arguments, '-qq', '-o', '/dev/null', '--', file, '-V'],
		{ encoding: 'utf8' },
	);
	if (status !== 0 && /ptrace|PTRACE|not permitted|denied/.test(stderr)) {
		throw new UsageError(
			'strace may not trace here. Give the container --cap-add SYS_PTRACE, set kernel.yama.ptrace_scope to 1, or take --print-profile.',
		);
	}
	if (status !== 0 && stderr.includes('strace: ')) {
		throw new UsageError(`strace does not run: ${stderr.split('\n', 1).join('')}. Try a newer one.`);
	}
}

/** A call by name, else by number. */
function wordsOf(calls: readonly RefusedCall[], { file }: Strace): ReadonlyMap<RefusedCall, string> {
	const strangers = new Set<string>();
	for (;;) {
		const names = calls.map(({ syscall }) => syscall).filter((name) => !strangers.has(name));
		const stranger = names.length === 0 ? undefined : refusedWord(file, names);
		if (stranger === undefined) {
			break;
		}
		strangers.add(stranger);
	}
	const words = new Map<RefusedCall, string>();
	for (const call of calls) {
		if (!strangers.has(call.syscall)) {
			words.set(call, call.syscall);
		} else if (takes(file, ['-e', `trace=${call.number}`])) {
			words.set(call, String(call.number));
		}
	}
	return words;
}

/** The first word that strace does not know. */
function refusedWord(file: string, names: readonly string[]): string | undefined {
	const { status, stderr } = spawnSync(file, ['-e', `trace=${names.join(',')}`, '-V'], { encoding: 'utf8' });
	return status === 0 ? undefined : (/invalid system call '(.*?)'/.exec(stderr)?.[1] ?? names[0]);
}

/** strace reads its options in order and stops at `-V`: whatever stands before was understood. */
function takes(file: string, options: readonly string[]): boolean {
	return spawnSync(file, [...options, '-V'], { stdio: 'ignore' }).status === 0;
}

function answerOf(errno: string): string {
	return errno === 'SIGSYS' ? 'error=ENOSYS:signal=SIGSYS' : `error=${errno.replace('errno ', '')}`;
}
