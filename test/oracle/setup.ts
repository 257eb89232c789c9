/**
 * Makes the native tree-sitter loadable for the oracle's tests: its prebuilt binary wants a newer C++ library than
 * Debian 12 has, so there it is compiled. Exits with 1 when that can't be done and `CI` is true, else says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** True when the native binding loads in a fresh process. */
function loads(): boolean {
	return spawnSync(process.execPath, ['-e', "require('tree-sitter')"], { stdio: 'ignore' }).status === 0;
}

/** Node's own headers, where this installation carries them; otherwise node-gyp fetches them. */
function headers(): Record<string, string> {
	const prefix = path.resolve(path.dirname(process.execPath), '..');
	return existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

function installCompiler(): void {
	if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('g++', ['--version']).status !== 0) {
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'g++', 'make', 'python3'], {
			stdio: 'inherit',
		});
	}
}

if (!loads()) {
	console.log('Compiling the native tree-sitter for the oracle …');
	installCompiler();
	spawnSync('npm', ['rebuild', 'tree-sitter', '--ignore-scripts=false'], {
		stdio: 'inherit',
		env: { ...process.env, ...headers() },
	});
}
if (loads()) {
	console.log('The native tree-sitter loads: the oracle runs.');
} else {
	console.error(
		'THE ORACLE CANNOT RUN: the native tree-sitter neither loads nor compiles here (needs g++, make, python3).',
	);
	process.exitCode = process.env.CI === 'true' ? 1 : 0;
}
