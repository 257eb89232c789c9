import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundled } from './bundle.ts';
import { setUpCodeServer } from './codeServer.ts';
import { hostReleases, root, type HostName } from './hosts.ts';
import type { SuiteResult, TestRow } from './suiteResult.ts';

/** Runs the suite inside VS Code, on a copy of the example; answers every test that ran. Throws when none did. */
export async function runSuite(host: HostName, shots: string): Promise<readonly TestRow[]> {
	const work = mkdtempSync(path.join(os.tmpdir(), 'e2e-'));
	try {
		const result = path.join(work, 'result.json');
		const folder = path.join(work, 'example');
		cpSync(path.join(root, 'test/example'), folder, { recursive: true });
		mkdirSync(path.join(work, 'tmp'));
		const { executable, env } = await executableOf(host);
		await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: process.env['E2E_EXTENSION'] ?? root,
			extensionTestsPath: bundled.suite,
			launchArgs: [
				folder,
				`--user-data-dir=${path.join(work, 'data')}`,
				`--extensions-dir=${path.join(work, 'ext')}`,
				'--disable-extensions',
			],
			// A run leaves sockets in the temporary folder; they go with ours.
			extensionTestsEnv: { ...env, E2E_RESULT: result, E2E_SHOTS: shots, TMPDIR: path.join(work, 'tmp') },
		}).catch((error: unknown) => console.error(String(error)));
		// Nothing is believed but the file that the suite wrote: no file, or no test in it, is a failure.
		if (!existsSync(result)) {
			throw new Error('the suite wrote no result');
		}
		const { tests, node } = JSON.parse(readFileSync(result, 'utf8')) as SuiteResult;
		if (tests.length === 0) {
			throw new Error('the suite has no tests');
		}
		console.log(`The extension host ran on Node ${node}.`);
		return tests;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** A desktop VS Code where one can be downloaded and shown, else code-server's workbench in Chromium. */
async function executableOf(host: HostName): Promise<{ executable: string; env: Readonly<Record<string, string>> }> {
	const version = hostReleases[host].vscode;
	if (process.env['E2E_DESKTOP'] !== '0' && hasScreen() && (await canDownload())) {
		console.log(`Desktop VS Code ${version}`);
		const executable = await downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test') });
		return { executable, env: {} };
	}
	console.log(`VS Code ${version} from code-server ${hostReleases[host].codeServer}, in Chromium`);
	const { entry, node } = setUpCodeServer(host);
	return { executable: bundled.codeWeb, env: { CODE_SERVER_ENTRY: entry, CODE_SERVER_NODE: node } };
}

function hasScreen(): boolean {
	return process.platform !== 'linux' || process.env['DISPLAY'] !== undefined;
}

async function canDownload(): Promise<boolean> {
	const address = 'https://update.code.visualstudio.com/api/releases/stable';
	return fetch(address, { signal: AbortSignal.timeout(5000) }).then(
		(response) => response.ok,
		() => false,
	);
}
