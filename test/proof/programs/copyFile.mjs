// The runtime falls back by itself.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = mkdtempSync('/tmp/proof-');
writeFileSync(path.join(folder, 'a'), 'proof');
copyFileSync(path.join(folder, 'a'), path.join(folder, 'b'));
const copied = readFileSync(path.join(folder, 'b'), 'utf8');
rmSync(folder, { recursive: true });
if (copied !== 'proof') {
	process.exit(1);
}
