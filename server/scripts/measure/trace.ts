const line = /^(\d+) +(.*)$/;
const mark = /^write\(-77, "([PBE]) (\d+)\./;
const start = /^(\w+)\(/;
const becomesAnother = /^(?:execve(?:at)?\(|<\.\.\. execve(?:at)? resumed>).* = 0$/;
const ended = /^\+\+\+ (?:exited|killed)/;
const untold = /^syscall_0x([\da-f]+)$/;

/**
 * The system calls in the window of each job, in the order of their first use, from the output of `strace -f`: those of
 * the process that set the marks and of all that came into being since, until they become another program. A window
 * begins with the mark B and ends with E or with the process; a mark P before it makes all that came into being since part of the job.
 */
export function windowsOf(
	trace: string,
	nameOf: (number: number) => string | undefined,
): ReadonlyMap<number, readonly string[]> {
	const windows = new Map<number, ReadonlySet<string>>();
	let window: Set<string> | undefined;
	let seen = new Set<string>();
	let before: ReadonlySet<string> = seen;
	let owner = '';
	let prepared: string | undefined;
	let others = new Set<string>();
	for (const text of trace.split('\n')) {
		const [, process, rest] = line.exec(text) ?? [];
		if (process === undefined || rest === undefined) {
			continue;
		}
		seen.add(process);
		const [, kind, job] = mark.exec(rest) ?? [];
		if (kind === 'P') {
			before = seen;
			seen = new Set(seen);
			prepared = job;
		} else if (kind === 'B') {
			window = new Set();
			windows.set(Number(job), window);
			owner = process;
			if (prepared !== job) {
				before = seen;
				seen = new Set(seen);
			}
			others = new Set();
		} else if (kind === 'E' || (process === owner && ended.test(rest))) {
			window = undefined;
		} else if (window !== undefined && (process === owner || !before.has(process)) && !others.has(process)) {
			const name = start.exec(rest)?.[1];
			if (name !== undefined) {
				window.add(named(name, nameOf));
			}
			if (becomesAnother.test(rest)) {
				others.add(process);
			}
		}
	}
	return new Map([...windows].map(([job, calls]) => [job, [...calls]]));
}

/** strace knows the newest calls by their number only. */
function named(name: string, nameOf: (number: number) => string | undefined): string {
	const number = untold.exec(name)?.[1];
	return (number === undefined ? undefined : nameOf(Number.parseInt(number, 16))) ?? name;
}
