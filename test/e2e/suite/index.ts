import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SuiteResult, TestRow } from '../suiteResult.ts';

/**
 * Runs every `*.test.cjs` beside this file. Loaded inside the extension host, by a desktop VS Code and by the
 * workbench of code-server alike. The result file is the one channel that doesn't depend on how a host forwards output.
 */
export async function run(): Promise<void> {
	// Imported late: mocha is an ES module, which older hosts can't `require`.
	const { default: Mocha } = await import('mocha');
	const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 30_000, grep: process.env['E2E_GREP'] ?? '' });
	for (const file of readdirSync(__dirname).sort()) {
		if (file.endsWith('.test.cjs')) {
			mocha.addFile(path.join(__dirname, file));
		}
	}
	await mocha.loadFilesAsync();
	const tests: TestRow[] = [];
	await new Promise<void>((resolve) => {
		const runner = mocha.run(() => resolve());
		runner.on('pass', (test) => tests.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }));
		runner.on('fail', (test, error: Error) =>
			tests.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0, error: error.stack ?? error.message }),
		);
		runner.on('pending', (test) => tests.push({ title: test.fullTitle(), milliseconds: 0, error: 'skipped' }));
	});
	const result: SuiteResult = { node: process.version, tests };
	writeFileSync(process.env['E2E_RESULT'] ?? '', JSON.stringify(result));
	const failed = tests.filter((test) => test.error !== undefined);
	if (failed.length > 0) {
		throw new Error(`${failed.length} of ${tests.length} tests failed`);
	}
}
