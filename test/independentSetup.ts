/**
 * Installs what the facts are held against: libseccomp's table of numbers and the kernel's headers, from Debian.
 * Exits with 1 when that can't be done and `CI` is true, else says so.
 */
import { ensureDebianPackages } from './e2e/debian.ts';
import { Unavailable } from './e2e/unavailable.ts';

try {
	ensureDebianPackages(['seccomp', 'linux-libc-dev']);
	console.log('The independent tables of numbers are at hand.');
} catch (error) {
	if (!(error instanceof Unavailable)) {
		throw error;
	}
	console.error(`THE NUMBERS CANNOT BE HELD AGAINST INDEPENDENT TABLES: ${error.message}`);
	process.exitCode = process.env.CI === 'true' ? 1 : 0;
}
