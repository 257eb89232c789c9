import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBench, type CallNumbers } from './bench.ts';
import type { Case } from './cases.ts';
import type { MeasuredRuntime } from './runtime.ts';

const harness = path.join(import.meta.dirname, 'harness');

const wrapping = { file: 'case.c', head: 'void measured(void)\n{', tail: ';\n}' };

/** A C library of this machine, and how programs are made for it. */
export interface CLibrary {
	readonly name: 'glibc' | 'musl';
	readonly version: string;
	readonly compiler: readonly string[];
	readonly libraries: readonly string[];
}

/** Makes the harness of a C library with all cases that it has the functions for. */
export function cRuntime(
	library: CLibrary,
	cases: readonly Case[],
	folder: string,
	numbers: CallNumbers,
): MeasuredRuntime {
	mkdirSync(folder, { recursive: true });
	const absent = new Set<number>();
	const program = path.join(folder, 'harness');
	for (let failed = compile(library, cases, absent, program); failed.length > 0;) {
		failed.forEach((number) => absent.add(number));
		failed = compile(library, cases, absent, program);
	}
	return {
		name: library.name,
		version: library.version,
		runtimes: { libc: { name: library.name, version: library.version }, interpreter: null },
		cases,
		wrapping,
		absent,
		bench: createBench({ command: [program] }, numbers),
	};
}

/** Compiles and links without the absent cases; gives those that this library can't have. */
function compile(
	{ compiler, libraries }: CLibrary,
	cases: readonly Case[],
	absent: ReadonlySet<number>,
	program: string,
): readonly number[] {
	const folder = path.dirname(program);
	writeFileSync(path.join(folder, 'functions.inc'), functionsOf(cases, absent));
	for (const name of ['harness.c', 'fixtures.h']) {
		copyFileSync(path.join(harness, name), path.join(folder, name));
	}
	const flags = ['-g', '-O0', '-w', '-fno-builtin', '-fmax-errors=0', '-Werror=implicit-function-declaration'];
	const [command = 'gcc', ...own] = compiler;
	const arguments_ = [...flags, ...own, '-o', program, path.join(folder, 'harness.c'), ...libraries];
	const { status, stderr, error } = spawnSync(command, arguments_, { encoding: 'utf8', cwd: folder });
	if (error !== undefined) {
		throw error;
	}
	const failed = [...stderr.matchAll(/case_(\d+):\d+(?::\d+)?: (?:error: |undefined reference)/g)];
	if (status !== 0 && failed.length === 0) {
		throw new Error(`${command} can't make the harness:\n${stderr}`);
	}
	return status === 0 ? [] : [...new Set(failed.map(([, number]) => Number(number)))];
}

/** A function for each case; its lines are told apart in messages by a file name of their own. */
function functionsOf(cases: readonly Case[], absent: ReadonlySet<number>): string {
	const present = cases.map((one, number) => ({ one, number })).filter(({ number }) => !absent.has(number));
	const functions = present.map(({ one, number }) => `#line 1 "case_${number}"\n${functionOf(one, number)}`);
	const table = cases.map((_, number) => (absent.has(number) ? '0' : `case_${number}`));
	return `${functions.join('\n')}\n#line 1 "functions"\nstatic case_function functions[] = {${table.join(', ')}};\n`;
}

/** A window ends with the call, or (`ends 0`, `ends SIGABRT`) with the process. */
function functionOf({ setUp, call, succeeds = 'r >= 0' }: Case, number: number): string {
	const status = /^ends (\w+)$/.exec(succeeds)?.[1];
	const measured =
		status !== undefined
			? `begin_until(${status}); ${call}; end(-1, errno, 0);`
			: succeeds === 'void'
				? `begin(); ${call}; end(0, errno, 1);`
				: `begin(); long r = (long)(${call}); int e = errno; end(r, e, ${succeeds});`;
	return `static void case_${number}(void) { ${setUp}\n${measured} }`;
}
