import { spawnSync } from 'node:child_process';
import type { Context } from 'mocha';

/** Why no program can be traced here, or undefined where one can. */
function problem(): string | undefined {
	const { error, status, stderr } = spawnSync('strace', ['-f', '-o', '/dev/null', '--', 'true'], { encoding: 'utf8' });
	return error === undefined && status === 0 ? undefined : (error?.message ?? stderr);
}

/** Skips a suite where strace can't run, and says so; in a continuous integration that is a failure. */
export function requireStrace(this: Context): void {
	const why = problem();
	if (why === undefined) {
		return;
	}
	if (process.env.CI === 'true') {
		throw new Error(`strace can't run: ${why}. Install it (apt install strace) and allow ptrace.`);
	}
	console.warn(`\n*** NOT TESTED: strace can't run here (${why.trim()}). Nothing below was emulated. ***\n`);
	this.skip();
}
