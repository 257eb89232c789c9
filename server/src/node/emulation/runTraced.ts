import { spawn } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createStraceLog, type CountedCall } from '../../core/emulation/straceLog.ts';
import type { Injection, Strace } from './strace.ts';

/** How a program ended. */
export interface Ending {
	readonly status: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** From the terminal these reach the program by themselves; we only have to outlive them. */
const ofTerminal: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];
/** These are sent to us alone, and meant for the program. */
const forwarded: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGHUP', 'SIGUSR2'];

/** Runs a command under strace with our own input and outputs, and waits for its end. */
export async function runTraced(
	command: readonly string[],
	{ file, options }: Strace,
	injection: Injection,
	log: string,
	stdio: 'inherit' | 'ignore' = 'inherit',
): Promise<Ending> {
	const quiet = ['-qq', '-e', 'signal=none', '-e', 'raw=all'];
	const child = spawn(file, ['-f', ...options, ...quiet, ...injection.arguments, '-o', log, '--', ...command], {
		stdio,
	});
	const ignore = (): void => undefined;
	// strace blocks what would end it, so that the program itself must get it.
	const forward = (signal: NodeJS.Signals): void => {
		tracedBy(child.pid).forEach((pid) => process.kill(pid, signal));
	};
	ofTerminal.forEach((signal) => process.on(signal, ignore));
	forwarded.forEach((signal) => process.on(signal, forward));
	try {
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', (status, signal) => resolve({ status, signal }));
		});
	} finally {
		ofTerminal.forEach((signal) => process.off(signal, ignore));
		forwarded.forEach((signal) => process.off(signal, forward));
	}
}

/** What strace has written. */
export async function readLog(log: string): Promise<readonly CountedCall[]> {
	const reader = createStraceLog();
	for await (const line of createInterface({ input: createReadStream(log), crlfDelay: Infinity })) {
		reader.line(line);
	}
	return reader.calls();
}

function tracedBy(strace: number | undefined): readonly number[] {
	try {
		const children = readFileSync(`/proc/${strace ?? 0}/task/${strace ?? 0}/children`, 'utf8');
		return children.split(' ').map(Number).filter(Boolean);
	} catch {
		return []; // it has just ended
	}
}
