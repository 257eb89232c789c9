// Another program.
import { spawnSync } from 'node:child_process';

if (spawnSync('/bin/true').status !== 0) {
	process.exit(1);
}
