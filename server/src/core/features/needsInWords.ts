import type { Alternative, ApiRow } from '../catalog/apis.ts';

/** One thing that a library tries, and what it goes on with where that fails with one of the errnos. */
interface Attempt {
	readonly syscall: string;
	readonly fallbackOn: readonly string[];
	readonly next: readonly Attempt[];
}

/**
 * `→ \`getrandom(2)\` (on ENOSYS \`openat(2)\`, \`read(2)\`)`, and how that is known. Of several numbers that serve the
 * same (`openat`, `open`) only the first is named.
 */
export function needsInWords(row: ApiRow): string {
	const known = { measured: 'measured', static: "from the library's code", reasoned: 'by reasoning' }[row.known];
	const attempts = attemptsOf(row);
	const words = attempts.length === 0 ? 'needs no particular system call' : `→ ${attemptWords(attempts)}`;
	return `${words} _(${known})_`;
}

/** The syscalls that a library may try, each once, in that order. */
export function syscallsTried(row: ApiRow): readonly string[] {
	return [...new Set(named(attemptsOf(row)))];
}

function named(attempts: readonly Attempt[]): readonly string[] {
	return [...attempts.map(({ syscall }) => syscall), ...attempts.flatMap(({ next }) => named(next))];
}

function attemptsOf({ needs }: ApiRow): readonly Attempt[] {
	return merged(needs.flatMap((alternatives) => attempt(alternatives) ?? []));
}

/** Of alternatives without an errno between them, one is as good as the other. */
function attempt(alternatives: readonly Alternative[]): Attempt | undefined {
	const [first] = alternatives;
	if (first === undefined) {
		return undefined;
	}
	const last = alternatives.findIndex(({ fallbackOn }) => fallbackOn !== undefined);
	const next = last === -1 ? undefined : attempt(alternatives.slice(last + 1));
	return {
		syscall: first.syscall,
		fallbackOn: (last === -1 ? undefined : alternatives[last]?.fallbackOn) ?? [],
		next: next === undefined ? [] : [next],
	};
}

/** What is tried first for several needs is one attempt, and what it falls back to serves them all. */
function merged(attempts: readonly Attempt[]): readonly Attempt[] {
	const found = new Map<string, Attempt>();
	for (const one of attempts) {
		const other = found.get(one.syscall);
		found.set(
			one.syscall,
			other === undefined
				? one
				: {
						syscall: one.syscall,
						fallbackOn: [...new Set([...other.fallbackOn, ...one.fallbackOn])],
						next: merged([...other.next, ...one.next]),
					},
		);
	}
	return [...found.values()];
}

function attemptWords(attempts: readonly Attempt[]): string {
	return attempts
		.map(({ syscall, fallbackOn, next }) => {
			const name = `\`${syscall}(2)\``;
			return next.length === 0 ? name : `${name} (on ${fallbackOn.join(' or ')}: ${attemptWords(next)})`;
		})
		.join(', ');
}
