// The runtime falls back to the device.
import { randomBytes } from 'node:crypto';

if (randomBytes(16).length !== 16) {
	process.exit(1);
}
