import type { ApiNames } from './language.ts';

/** The names, with a project's own functions and flags that probe for a system call. */
export function withProbes(names: ApiNames, probes: readonly string[]): ApiNames {
	if (probes.length === 0) {
		return names; // scanners skip the search for probes where there can be none
	}
	const known = new Set(probes);
	return {
		api: (language, name) => names.api(language, name),
		isSyscall: (name) => names.isSyscall(name),
		syscallByNumber: (number, arch) => names.syscallByNumber(number, arch),
		isProbe: (name) => isNamed(name, known),
	};
}

/** True for an expression that names a probe: `have_openat2`, `kernel.supports`, `caps->has_openat2`. */
export function namesProbe(expression: string, names: ApiNames): boolean {
	return names.isProbe?.(dottedEnd(expression)) ?? false;
}

/** `kernel.supports` goes by its whole name and by `supports`. */
function isNamed(name: string, known: ReadonlySet<string>): boolean {
	return known.has(name) || [...name.matchAll(/\./g)].some(({ index }) => known.has(name.slice(index + 1)));
}

/** The names and dots at the end of an expression: `kernel.supports` of `(await load()).kernel?.supports`. */
function dottedEnd(expression: string): string {
	const end = /[\w$]+(?:(?:\?\.|\.|->)#?[\w$]+)*$/.exec(expression.slice(-maximalLength).replace(/\s+/g, ''));
	return end?.[0].replace(/(?:\?\.|\.|->)#?/g, '.') ?? '';
}

/** Longer expressions aren't names. */
const maximalLength = 200;
