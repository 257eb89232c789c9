/**
 * Installs what the facts are held against, from Debian: libseccomp's table of numbers, the kernel's headers, and strace with
 * the libraries and the interpreter that are measured.
 * Exits with 1 when that can't be done and `CI` is true, else says so.
 */
import { ensureDebianPackages } from './e2e/debian.ts';
import { Unavailable } from './e2e/unavailable.ts';

try {
	ensureDebianPackages([
		...['seccomp', 'linux-libc-dev'],
		...['strace', 'gcc', 'g++', 'libc6-dev', 'musl-dev', 'musl-tools', 'python3'],
	]);
	console.log('The independent tables of numbers, strace and what it measures are at hand.');
} catch (error) {
	if (!(error instanceof Unavailable)) {
		throw error;
	}
	console.error(`THE FACTS CANNOT ALL BE HELD AGAINST WHAT IS MEASURED: ${error.message}`);
	process.exitCode = process.env.CI === 'true' ? 1 : 0;
}
