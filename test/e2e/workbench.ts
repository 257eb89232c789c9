import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import type { CodeServer } from './codeServer.ts';

/** What is opened, and with which profile. All folders are the caller's, who removes them. */
export interface WorkbenchOptions {
	readonly codeServer: CodeServer;
	/** The folder of the workspace. */
	readonly folder: string;
	readonly userData: string;
	readonly extensions: string;
	/** Settings of the profile, on top of those that keep a new profile quiet. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Extensions run from their source folder, and the suite run in their host. */
	readonly development?: { readonly extensions: readonly string[]; readonly tests: string | undefined };
	/** False leaves the folder untrusted: Restricted Mode, without being asked. */
	readonly trust: boolean;
	readonly env?: Readonly<Record<string, string>>;
	/** Called when the suite in the extension host has ended. */
	readonly onExit?: (code: number) => void;
	readonly note: (text: string) => void;
}

/** A VS Code workbench: code-server's, shown in a headless Chromium. */
export interface Workbench {
	readonly page: Page;
	/** Settles when the server or the browser goes away by itself, which it never should. */
	readonly lost: Promise<Error>;
	close(): Promise<void>;
}

/** Settings that keep a fresh profile from showing anything but the workbench. */
const quietSettings = {
	'chat.disableAIFeatures': true,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.enableExperiments': false,
	'telemetry.telemetryLevel': 'off',
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'git.enabled': false,
	'security.workspace.trust.startupPrompt': 'never',
	'editor.hover.delay': 100,
};

/** Starts the server and the browser, and opens the folder; answers when the workbench is drawn. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	writeSettings(options);
	const server = startServer(options);
	const serverExit = new Promise<Error>((resolve) => {
		server.once('exit', (code) => resolve(new Error(`code-server ended with ${code ?? 'a signal'}`)));
	});
	let browser: Browser | undefined;
	const close = async () => {
		await browser?.close();
		await endServer(server, serverExit);
	};
	try {
		const origin = await Promise.race([listening(server), serverExit.then((error) => Promise.reject(error))]);
		options.note(`code-server at ${origin}`);
		browser = await chromium.launch({
			executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
			args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
		});
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		const pageLost = new Promise<Error>((resolve) => {
			page.once('crash', () => resolve(new Error('the page crashed')));
			browser?.once('disconnected', () => resolve(new Error('the browser went away')));
		});
		await preparePage(page, options);
		await page.goto(address(origin, options));
		await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
		options.note('the workbench is drawn');
		return { page, lost: Promise.race([serverExit, pageLost]), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** The document inside the shown webview, which is two frames deep. */
export function inWebview(page: Page): FrameLocator {
	return page.frameLocator('iframe.webview').frameLocator('#active-frame');
}

function writeSettings({ userData, settings }: WorkbenchOptions): void {
	const file = path.join(userData, 'User/settings.json');
	if (!existsSync(file)) {
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }));
	}
}

function startServer({ codeServer, userData, extensions, development, trust, env }: WorkbenchOptions): ChildProcess {
	const config = path.join(userData, 'config.yaml');
	writeFileSync(config, '');
	const args = ['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--config', config];
	args.push('--user-data-dir', userData, '--extensions-dir', extensions);
	args.push('--session-socket', path.join(userData, 's.sock'), '--ignore-last-opened');
	args.push('--disable-telemetry', '--disable-update-check');
	if (trust) {
		args.push('--disable-workspace-trust');
	}
	args.push('--disable-getting-started-override');
	if (development && needsSmokeTestDriver(codeServer)) {
		args.push('--vscode-option', 'enable-smoke-test-driver');
	}
	return spawn(codeServer.node, [codeServer.entry, ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		env: { ...process.env, ...env },
	});
}

/** Newer workbenches ignore the development payload, silently, unless this is on; older ones don't know the option. */
function needsSmokeTestDriver({ entry }: CodeServer): boolean {
	return readFileSync(path.join(path.dirname(entry), 'cli.js'), 'utf8').includes('vscode-option');
}

function listening(server: ChildProcess): Promise<string> {
	return new Promise((resolve) => {
		let log = '';
		const read = (chunk: Buffer) => {
			log += chunk.toString();
			const origin = /listening on (http:\/\/[\d.]+:\d+)/.exec(log)?.[1];
			if (origin) {
				resolve(origin);
			}
			if (process.env['E2E_VERBOSE']) {
				process.stderr.write(chunk);
			}
		};
		server.stdout?.on('data', read);
		server.stderr?.on('data', read);
	});
}

async function endServer(server: ChildProcess, ended: Promise<unknown>): Promise<void> {
	if (server.exitCode !== null || server.pid === undefined) {
		return;
	}
	server.kill('SIGTERM');
	const inTime = await Promise.race([
		ended.then(() => true),
		new Promise<false>((resolve) => setTimeout(resolve, 3000, false)),
	]);
	if (!inTime) {
		process.kill(-server.pid, 'SIGKILL');
	}
}

async function preparePage(page: Page, { onExit, note }: WorkbenchOptions): Promise<void> {
	await page.route(
		(url) => url.hostname !== '127.0.0.1' && !url.hostname.endsWith('.localhost'),
		(route) => route.abort(), // nothing outside this machine is asked for
	);
	page.on('pageerror', (error) => note(`page error: ${String(error).slice(0, 300)}`));
	if (process.env['E2E_VERBOSE']) {
		page.on('console', (message) => note(`[page ${message.type()}] ${message.text().slice(0, 300)}`));
	}
	// The two functions by which a workbench under test speaks to whoever drives it; results come by a file.
	await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
		if (process.env['E2E_VERBOSE']) {
			console.log(...args);
		}
	});
	await page.exposeFunction('codeAutomationExit', (code: number) => onExit?.(code));
}

function address(origin: string, { folder, development }: WorkbenchOptions): string {
	const remote = (place: string) => `vscode-remote://${new URL(origin).host}${encodeURI(path.resolve(place))}`;
	const payload: (readonly [string, string])[] = [
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
	];
	for (const extension of development?.extensions ?? []) {
		payload.push(['extensionDevelopmentPath', remote(extension)]);
	}
	if (development?.tests) {
		payload.push(['extensionTestsPath', remote(development.tests)], ['enableProposedApi', '']);
	}
	const query = new URLSearchParams({ folder: path.resolve(folder), payload: JSON.stringify(payload) });
	return `${origin}/?${query.toString()}`;
}
