// Asks for the size on the way.
import { readFile } from 'node:fs/promises';

if ((await readFile('/proc/self/status', 'utf8')) === '') {
	process.exit(1);
}
