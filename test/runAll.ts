/**
 * `npm test`: everything, in order, stopping at the first step that fails. Installs what it needs on the way: the
 * oracle's compiler, strace, musl and the editors under test. Its last line says `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** One step: what is run, and how its output tells the number of its tests. */
interface Step {
	readonly title: string;
	readonly command: readonly [tool: string, ...args: string[]];
	readonly count?: (output: string) => Counts;
	/** The exit status by which it says that this machine can't: a failure with CI=true alone. */
	readonly unable?: number;
}

interface Counts {
	readonly passed: number;
	readonly failed: number;
}

const root = path.resolve(import.meta.dirname, '..');

const steps: readonly Step[] = [
	{ title: 'Types, lint, format, data', command: ['npm', 'run', '--silent', 'check'] },
	...(existsSync(path.join(root, 'test/oracle/setup.ts'))
		? [{ title: 'Native tree-sitter, the oracle', command: ['tsx', 'test/oracle/setup.ts'] } as const]
		: []),
	{ title: 'What the facts are held against', command: ['tsx', 'test/independentSetup.ts'] },
	// The package is built first: what the tests run is what is shipped.
	{ title: 'Build and package', command: ['npm', 'run', '--silent', 'package'] },
	{ title: 'Unit and server tests', command: ['mocha', '--no-color'], count: countMocha },
	{
		title: 'API maps, measured again',
		command: ['tsx', 'server/scripts/measure/measure.ts'],
		count: countMeasured,
		unable: 2,
	},
	{
		title: 'Real VS Code: the suite and a newcomer, on both versions',
		command: ['tsx', 'test/e2e/run.ts'],
		count: countE2e,
	},
];

async function main(): Promise<void> {
	let passed = 0;
	let failed = 0;
	for (const [index, step] of steps.entries()) {
		console.log(`\n=== ${index + 1}/${steps.length} ${step.title} ===\n`);
		const started = performance.now();
		const { status: exit, output } = await run(step.command);
		const isUnable = exit !== 0 && exit === step.unable && process.env['CI'] !== 'true';
		if (isUnable) {
			console.error(`\n!!! NOT ALL RUN: ${step.title}. Its last words say why. With CI=true this is a failure.\n`);
		}
		const status = isUnable ? 0 : exit;
		const counts = step.count?.(output) ?? { passed: 0, failed: 0 };
		passed += counts.passed;
		// A step that fails without a failed test, such as a type error, counts as one.
		failed += status === 0 ? counts.failed : Math.max(1, counts.failed);
		console.log(
			`\n--- ${step.title}: ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
		);
		if (failed > 0) {
			break;
		}
	}
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}

/** Runs a tool of this project, showing its output as it comes. */
function run([tool, ...args]: Step['command']): Promise<{ readonly status: number; readonly output: string }> {
	const bin = path.join(root, 'node_modules/.bin');
	const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
	const child = spawn(tool, args, {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	let output = '';
	const pass = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
		output += chunk.toString();
		to.write(chunk);
	};
	child.stdout.on('data', pass(process.stdout));
	child.stderr.on('data', pass(process.stderr));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ status: code ?? 1, output }));
	});
}

function countMocha(output: string): Counts {
	const number = (word: string) => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
	return { passed: number('passing'), failed: number('failing') };
}

/** Each row that was held against what was seen counts as a test. */
function countMeasured(output: string): Counts {
	const rows = [...output.matchAll(/(\d+) agree, (\d+) disagree/g)];
	const sum = (group: number): number => rows.reduce((all, row) => all + Number(row[group]), 0);
	return { passed: sum(1), failed: sum(2) };
}

function countE2e(output: string): Counts {
	const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
	return { passed: Number(passed ?? 0), failed: Number(failed ?? 1) };
}

void main();
