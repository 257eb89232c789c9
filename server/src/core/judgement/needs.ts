import type { Api, ApiRow, Condition, RuntimeRange } from '../catalog/apis.ts';
import type { ApiCall, Argument } from '../domain/apiCall.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import type { Architecture, Kernel, Runtime } from '../domain/target.ts';

/** What is under a call, as far as the target knows it. */
export interface Runtimes {
	readonly libc: Runtime | null;
	readonly interpreter: Runtime | null;
	/** The oldest kernel: some libraries ask its release before they choose a way. Absent: the newest. */
	readonly floor?: Kernel;
	/** Absent: x86_64, of which the measured rows speak. */
	readonly arch?: Architecture;
}

/**
 * The row of an Api that holds for a call. Its conditions hold only where the argument is a constant; a name that is
 * used without a call has no arguments and gets the general row. Where the libc or interpreter is unknown, the newest
 * glibc or interpreter is taken: new libraries fall back where old ones had nothing to fall back from.
 */
export function rowFor(api: Api, call: Pick<ApiCall, 'arguments' | 'keywords'>, runtimes?: Runtimes): ApiRow {
	const under = withoutOlderLibc(api, runtimes);
	const row =
		api.rows.find((row) => fitsCall(row, call) && fitsRuntime(row, under) && fitsKernel(row, under)) ?? api.rows.at(-1);
	if (row === undefined) {
		throw new Error(`${api.name} has no rows`);
	}
	return row;
}

/** A libc older than the function does not make the call: what does was linked in from elsewhere, and is taken for new. */
function withoutOlderLibc(api: Api, runtimes: Runtimes | undefined): Runtimes | undefined {
	const { name, version } = runtimes?.libc ?? { name: '', version: null };
	const since = api.since?.[name];
	const older = since !== undefined && version !== null && compareReleases(version, since) < 0;
	return older && runtimes !== undefined ? { ...runtimes, libc: null } : runtimes;
}

/** The row of `syscall(SYS_x, …)`: nothing stands between the program and the kernel. */
export function rawSyscallRow(name: string): ApiRow {
	return { needs: [[{ syscall: name }]], uses: [], known: 'measured' };
}

function fitsCall({ when }: ApiRow, call: Pick<ApiCall, 'arguments' | 'keywords'>): boolean {
	return when === undefined || (call.arguments !== undefined && when.every((condition) => holds(condition, call)));
}

function holds(condition: Condition, call: Pick<ApiCall, 'arguments' | 'keywords'>): boolean {
	const argument = argumentOf(condition, call);
	if (condition.is !== undefined && !isKind(argument, condition.is)) {
		return false;
	}
	if (condition.equals !== undefined && !isNumber(argument, condition.equals)) {
		return false;
	}
	return condition.has === undefined || hasFlag(argument, condition.has);
}

function argumentOf(
	{ argument, position }: Condition,
	call: Pick<ApiCall, 'arguments' | 'keywords'>,
): Argument | undefined {
	if (typeof argument === 'number') {
		return call.arguments?.[argument];
	}
	return call.keywords?.[argument] ?? (position === undefined ? undefined : call.arguments?.[position]);
}

function isKind(argument: Argument | undefined, kind: NonNullable<Condition['is']>): boolean {
	switch (kind) {
		case 'missing':
			return argument === undefined;
		case 'zero':
			return isNumber(argument, 0);
		case 'null':
			return argument?.kind === 'null';
		case 'true':
			return hasFlag(argument, ['True', 'true']) || isNumber(argument, 1); // Python's booleans are numbers
		case 'false':
			return hasFlag(argument, ['False', 'false']) || isNumber(argument, 0);
	}
}

function isNumber(argument: Argument | undefined, value: number): boolean {
	return argument?.kind === 'number' && argument.value === value;
}

/** Languages write a constant with what holds it: `os.RWF_NOWAIT`, `fs.constants.COPYFILE_EXCL`. */
function hasFlag(argument: Argument | undefined, flags: readonly string[]): boolean {
	return (
		argument?.kind === 'flags' && argument.names.some((name) => flags.includes(name.slice(name.lastIndexOf('.') + 1)))
	);
}

function fitsRuntime({ runtimes: ranges }: ApiRow, runtimes: Runtimes | undefined): boolean {
	const arch = runtimes?.arch ?? 'x86_64';
	return (
		ranges === undefined ||
		ranges.some((range) => (range.arch ?? arch) === arch && inRange(range, runtimeOf(range, runtimes)))
	);
}

function fitsKernel({ kernelBefore }: ApiRow, runtimes: Runtimes | undefined): boolean {
	const release = runtimes?.floor?.release;
	return kernelBefore === undefined || (release !== undefined && compareReleases(release, kernelBefore) < 0);
}

/** The runtime of the target that a range speaks of; an unknown one is taken for the newest. */
function runtimeOf({ name }: RuntimeRange, runtimes: Runtimes | undefined): Runtime {
	const isLibc = name === 'glibc' || name === 'musl';
	const known = isLibc ? runtimes?.libc : runtimes?.interpreter;
	return known ?? { name: isLibc ? 'glibc' : name, version: null };
}

/** Whether a runtime is of a range. An unknown version is the newest, and so only of a range without an end. */
export function inRange({ name, from, before }: RuntimeRange, runtime: Runtime): boolean {
	if (runtime.name !== name) {
		return false;
	}
	if (runtime.version === null) {
		return before === undefined;
	}
	return (
		(from === undefined || compareReleases(runtime.version, from) >= 0) &&
		(before === undefined || compareReleases(runtime.version, before) < 0)
	);
}
