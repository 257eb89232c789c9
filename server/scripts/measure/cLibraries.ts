import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { CLibrary } from './cRuntime.ts';

const more = ['-lpthread', '-lrt', '-ldl', '-lutil', '-lresolv'];

/** The version of the machine's glibc. */
export function glibcVersion(): string | undefined {
	return /([\d.]+)\s*$/m.exec(output('ldd', '--version').split('\n')[0] ?? '')?.[1];
}

/** The glibc of this machine; throws where there is no compiler. */
export function glibc(): CLibrary {
	const version = glibcVersion();
	if (version === undefined || output('gcc', '--version') === '') {
		throw new Error('needs gcc and glibc: apt-get install gcc libc6-dev');
	}
	return { name: 'glibc', version, compiler: ['gcc'], libraries: more };
}

const muslHeaders = '/usr/include/x86_64-linux-musl';

/** Debian's musl, which is installed where that is allowed; throws where it isn't. */
export function musl(): CLibrary {
	if (!existsSync(muslHeaders)) {
		install(['musl-dev', 'musl-tools']);
	}
	const version = /^Version ([\d.]+)/m.exec(output('/lib/ld-musl-x86_64.so.1'))?.[1];
	if (version === undefined || !existsSync(muslHeaders)) {
		throw new Error('needs musl: apt-get install musl-dev musl-tools');
	}
	// the kernel's own headers, which musl has not got
	const headers = ['-idirafter', '/usr/include/x86_64-linux-gnu', '-idirafter', '/usr/include'];
	return { name: 'musl', version, compiler: ['musl-gcc', '-static', ...headers], libraries: [] };
}

function install(packages: readonly string[]): void {
	if (process.getuid?.() === 0) {
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit' });
	}
}

function output(command: string, ...arguments_: readonly string[]): string {
	const { stdout, stderr } = spawnSync(command, arguments_, { encoding: 'utf8' });
	return `${(stdout as string | null) ?? ''}${(stderr as string | null) ?? ''}`;
}
