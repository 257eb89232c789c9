import { spawnSync } from 'node:child_process';
import { Unavailable } from './unavailable.ts';

/** Installs the packages that are missing, with apt-get. Throws, and says what to do, where that can't be done. */
export function ensureDebianPackages(names: readonly string[]): void {
	const missing = names.filter((name) => !isInstalled(name));
	if (missing.length === 0) {
		return;
	}
	const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
		throw new Unavailable(`These Debian packages are missing: ${missing.join(' ')}. As root: ${install.join(' ')}`);
	}
	console.log(`Installing ${missing.join(' ')} …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const run = (args: readonly string[]) =>
		spawnSync(args[0] ?? '', args.slice(1), { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
	// Package lists of a fresh machine are empty or old: then the first try fails.
	if (!run(install)) {
		run(['apt-get', 'update']);
		if (!run(install)) {
			throw new Unavailable(`apt-get could not install ${missing.join(' ')}`);
		}
	}
}

function isInstalled(name: string): boolean {
	const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
	return (stdout as string | null)?.includes('ok installed') ?? false;
}
