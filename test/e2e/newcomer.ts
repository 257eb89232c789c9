import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { setUpCodeServer } from './codeServer.ts';
import { root, type HostName } from './hosts.ts';
import type { TestRow } from './suiteResult.ts';
import { inWebview, openWorkbench } from './workbench.ts';

/** One thing a newcomer does, and what he must see then. */
interface Step {
	readonly title: string;
	readonly act: (page: Page) => Promise<unknown>;
	/** The name of the picture that is taken when it is done. */
	readonly shot?: string;
}

const steps: readonly Step[] = [
	{ title: 'opens the example in Restricted Mode', act: seeRestrictedMode },
	{ title: 'opens a C file and sees squiggles', act: openJob },
	{ title: 'reads why by pointing at one', act: pointAtCall, shot: 'hover' },
	{ title: 'sees in the status bar what the file is held against', act: openStatus, shot: 'status-item' },
	{ title: 'points at the FROM line', act: pointAtFrom, shot: 'from-hover' },
	{ title: 'checks the workspace from the command palette', act: runCommand, shot: 'palette' },
	{ title: 'reads the report', act: readReport, shot: 'report' },
	{ title: 'finds the same in the Problems view', act: openProblems, shot: 'problems' },
];

/** What a newcomer does with the packaged extension: a fresh profile, the `.vsix` installed, no development mode. */
export async function runNewcomer(host: HostName, shots: string): Promise<readonly TestRow[]> {
	const codeServer = setUpCodeServer(host);
	const work = mkdtempSync(path.join(os.tmpdir(), 'newcomer-'));
	const place = { userData: path.join(work, 'data'), extensions: path.join(work, 'ext') };
	const folder = path.join(work, 'example');
	cpSync(path.join(root, 'test/example'), folder, { recursive: true });
	installExtension([codeServer.node, codeServer.entry], place);
	const workbench = await openWorkbench({ codeServer, folder, ...place, trust: false, note: console.log });
	try {
		return await walk(steps, workbench.page, shots);
	} finally {
		await workbench.close();
		rmSync(work, { recursive: true, force: true });
	}
}

/** Takes one step after the other; the first that fails is the last. */
async function walk(all: readonly Step[], page: Page, shots: string): Promise<readonly TestRow[]> {
	const rows: TestRow[] = [];
	page.setDefaultTimeout(20_000);
	for (const { title, act, shot } of all) {
		const started = performance.now();
		const row = { title: `newcomer ${title}`, milliseconds: 0 };
		try {
			await act(page);
		} catch (error) {
			await page.screenshot({ path: path.join(shots, 'at-failure.png') });
			return [...rows, { ...row, error: error instanceof Error ? error.message : String(error) }];
		}
		rows.push({ ...row, milliseconds: Math.round(performance.now() - started) });
		if (shot !== undefined) {
			await page.screenshot({ path: path.join(shots, `${shot}.png`), animations: 'disabled' });
		}
	}
	return rows;
}

function installExtension(
	[node, entry]: readonly [string, string],
	{ userData, extensions }: { readonly userData: string; readonly extensions: string },
): void {
	const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
	const vsix = path.join(root, `out/syscall-lens-${version}.vsix`);
	if (!existsSync(vsix)) {
		throw new Error(`${path.relative(root, vsix)} is missing; run 'npm run package' first`);
	}
	const args = [entry, '--install-extension', vsix, '--extensions-dir', extensions, '--user-data-dir', userData];
	execFileSync(node, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Nobody said that the folder is trusted: everything that follows works all the same. */
async function seeRestrictedMode(page: Page): Promise<void> {
	await page.locator('[id="status.workspaceTrust"]', { hasText: 'Restricted Mode' }).waitFor();
}

async function openJob(page: Page): Promise<void> {
	await page.getByRole('treeitem', { name: 'runner', exact: true }).click();
	await page.getByRole('treeitem', { name: 'src', exact: true }).click();
	await page.getByRole('treeitem', { name: 'job.c', exact: true }).dblclick();
	await page.locator('.squiggly-warning').nth(2).waitFor();
}

async function pointAtCall(page: Page): Promise<void> {
	await pointAt(page, 'close_range');
	await page.locator('.monaco-hover', { hasText: 'Linux 5.9' }).first().waitFor();
}

async function openStatus(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	await page.locator('[id="status.languageStatus"]').click();
	await page.locator('.hover-language-status', { hasText: 'runner/Dockerfile:7' }).first().waitFor();
}

async function pointAtFrom(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.getByRole('treeitem', { name: 'Dockerfile', exact: true }).first().dblclick();
	await page.getByRole('tab', { name: /Dockerfile/ }).waitFor();
	await pointAt(page, 'centos');
	await page.locator('.monaco-hover', { hasText: '3.10' }).first().waitFor();
}

async function runCommand(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	await page.keyboard.press('F1');
	await page.locator('.quick-input-widget input').first().fill('>Syscall Lens: Check');
	await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Check Workspace Compatibility' }).waitFor();
}

async function readReport(page: Page): Promise<void> {
	await page.keyboard.press('Enter');
	await inWebview(page).getByText('epoll_pwait2').first().waitFor();
}

async function openProblems(page: Page): Promise<void> {
	await page.keyboard.press('Control+Shift+M');
	await page.locator('.markers-panel .monaco-list-row', { hasText: 'files.c' }).waitFor();
}

/** Rests the mouse on a word of the editor. */
async function pointAt(page: Page, word: string): Promise<void> {
	await page.locator('.view-line span span', { hasText: word }).first().hover();
}
