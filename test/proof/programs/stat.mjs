// The runtime falls back by itself.
import { statSync } from 'node:fs';

if (!statSync('/').isDirectory()) {
	process.exit(1);
}
