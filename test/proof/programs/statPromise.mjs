// The same through promises, on a thread of the pool.
import { stat } from 'node:fs/promises';

if (!(await stat('/')).isDirectory()) {
	process.exit(1);
}
