/**
 * The extension in a real VS Code: the suite inside the extension host, and a newcomer's first minutes with the `.vsix`.
 * `--part suite|newcomer` and `--host node20|newest` run a part; everything by default. `npm run build` comes first.
 * E2E_GREP picks tests, E2E_VERBOSE shows the logs, E2E_DESKTOP=0 never asks for a desktop VS Code.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { hostNames, hostReleases, root, type HostName } from './hosts.ts';
import { runNewcomer } from './newcomer.ts';
import { runSuite } from './suiteRun.ts';
import type { TestRow } from './suiteResult.ts';
import { Unavailable } from './unavailable.ts';

const parts = { suite: runSuite, newcomer: runNewcomer };
type PartName = keyof typeof parts;

interface Counts {
	readonly passed: number;
	readonly failed: number;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { part: { type: 'string' }, host: { type: 'string' } } });
	const partNames = choose(Object.keys(parts) as PartName[], values.part, '--part');
	const hosts = choose(hostNames, values.host, '--host');
	await bundle();
	let passed = 0;
	let failed = 0;
	for (const host of hosts) {
		for (const part of partNames) {
			console.log(`\n== ${part} on VS Code ${hostReleases[host].vscode} ==`);
			const counts = await runPart(part, host);
			passed += counts.passed;
			failed += counts.failed;
		}
	}
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}

async function runPart(part: PartName, host: HostName): Promise<Counts> {
	const shots = path.join(root, 'out/shots', `${part}-${host}`);
	rmSync(shots, { recursive: true, force: true });
	mkdirSync(shots, { recursive: true });
	const started = performance.now();
	let tests: readonly TestRow[];
	try {
		tests = await parts[part](host, shots);
	} catch (error) {
		if (error instanceof Unavailable && process.env['CI'] !== 'true') {
			console.error(`\n!!! NOT RUN: ${part} on ${host}. ${error.message}\n!!! With CI=true this is a failure.\n`);
			return { passed: 0, failed: 0 };
		}
		console.error(`FAIL ${part} on ${host}: ${error instanceof Error ? error.message : String(error)}`);
		return { passed: 0, failed: 1 };
	}
	for (const { title, milliseconds, error } of tests) {
		console.log(
			`${error === undefined ? 'ok  ' : 'FAIL'} ${title} (${milliseconds} ms)${error === undefined ? '' : `\n${error}`}`,
		);
	}
	const failed = tests.filter(({ error }) => error !== undefined).length;
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(
		`${tests.length - failed} passed, ${failed} failed, ${seconds} s; pictures in ${path.relative(root, shots)}`,
	);
	return { passed: tests.length - failed, failed };
}

function choose<T extends string>(all: readonly T[], wanted: string | undefined, option: string): readonly T[] {
	const chosen = all.filter((name) => wanted === undefined || name === wanted);
	if (chosen.length === 0) {
		throw new Error(`${option} is one of ${all.join(', ')}`);
	}
	return chosen;
}

void main();
