// A thread of its own.
import { Worker } from 'node:worker_threads';

const worker = new Worker('', { eval: true });
worker.on('error', () => process.exit(1));
worker.on('exit', (status) => process.exit(status));
