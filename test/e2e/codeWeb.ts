/**
 * Looks like the `code` executable to @vscode/test-electron, but opens the same workbench from code-server in Chromium.
 * Understands a folder, `--extensionDevelopmentPath`, `--extensionTestsPath`, `--user-data-dir` and `--extensions-dir`;
 * ignores the rest. Environment: CODE_SERVER_ENTRY, CODE_SERVER_NODE, CHROMIUM, E2E_SHOTS (a folder), E2E_VERBOSE.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { ShotRequest } from './shotRequest.ts';
import { inWebview, openWorkbench, type Workbench } from './workbench.ts';

const limit = 180_000;
const started = performance.now();
const own = mkdtempSync(path.join(os.tmpdir(), 'code-web-'));
const shots = process.env['E2E_SHOTS'] ?? own;
const shotSocket = path.join(own, 'shot.sock');
let workbench: Workbench | undefined;
let ended = false;

process.on('SIGINT', () => void finish(130, 'interrupted'));
process.on('SIGTERM', () => void finish(143, 'terminated'));
setTimeout(() => void finish(124, `no answer within ${limit} ms`), limit).unref();
void main();

async function main(): Promise<void> {
	try {
		workbench = await openWorkbench({
			codeServer: {
				entry: process.env['CODE_SERVER_ENTRY'] ?? '',
				node: process.env['CODE_SERVER_NODE'] ?? process.execPath,
			},
			folder: process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.',
			userData: options('user-data-dir').at(-1) ?? path.join(own, 'data'),
			extensions: options('extensions-dir').at(-1) ?? path.join(own, 'extensions'),
			development: { extensions: options('extensionDevelopmentPath'), tests: options('extensionTestsPath').at(-1) },
			trust: true,
			env: { E2E_SHOT_SOCKET: shotSocket },
			onExit: (code) => void finish(code, 'the extension host ended'),
			note,
		});
		takeShotsFor(workbench.page);
		const lost = await workbench.lost;
		await finish(1, lost.message);
	} catch (error) {
		console.error(error);
		await finish(1, 'the workbench did not open');
	}
}

function options(name: string): string[] {
	const prefix = `--${name}=`;
	return process.argv
		.filter((argument) => argument.startsWith(prefix))
		.map((argument) => argument.slice(prefix.length));
}

/** The suite, in the extension host, asks for a picture: a line of JSON with a name and what must be seen on it. */
function takeShotsFor(page: Page): void {
	const server = createServer((connection) => {
		connection.once('data', (request) => {
			takeShot(page, JSON.parse(request.toString()) as ShotRequest).then(
				() => connection.end('ok'),
				(error: unknown) => connection.end(String(error)),
			);
		});
	});
	server.listen(shotSocket).unref();
}

async function takeShot(page: Page, { name, selector, webviewText }: ShotRequest): Promise<void> {
	const file = path.join(shots, `${name}.png`);
	try {
		if (selector !== undefined) {
			await page.locator(selector).first().waitFor({ timeout: 15_000 });
		}
		if (webviewText !== undefined) {
			await inWebview(page).getByText(webviewText).first().waitFor({ timeout: 15_000 });
		}
	} finally {
		await page.screenshot({ path: file, animations: 'disabled' });
	}
}

async function finish(code: number, why: string): Promise<void> {
	if (ended) {
		return;
	}
	ended = true;
	note(`${why}; exit ${code}`);
	if (code !== 0 && workbench) {
		await workbench.page.screenshot({ path: path.join(shots, 'at-failure.png') }).catch(() => undefined);
	}
	await workbench?.close().catch((error: unknown) => note(String(error)));
	rmSync(own, { recursive: true, force: true });
	process.exit(code);
}

function note(text: string): void {
	console.error(`[code-web ${((performance.now() - started) / 1000).toFixed(1)}s] ${text}`);
}
