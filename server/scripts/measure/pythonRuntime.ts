import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBench, type CallNumbers } from './bench.ts';
import type { Case } from './cases.ts';
import { glibcVersion } from './cLibraries.ts';
import type { MeasuredRuntime } from './runtime.ts';

const harness = path.join(import.meta.dirname, 'harness');

/** What fixtures.py imports, as a source would write it. */
const imports = `import asyncio, concurrent.futures, ctypes, ctypes.util, datetime, dbm.dumb, faulthandler, fcntl, filecmp, gc, getpass
import glob, grp, gzip, hashlib, http.client, http.server, importlib, io, json, linecache, logging, mmap, multiprocessing
import multiprocessing.connection, multiprocessing.shared_memory, os, pathlib, platform, pty, pwd, queue, random, resource
import secrets, select, selectors, shutil, signal, socket, socketserver, sqlite3, ssl, stat, subprocess, sys, syslog
import tarfile, tempfile, termios, threading, time, tty, uuid, zipfile
libc = ctypes.CDLL(None, use_errno=True)`;

/** Makes the harness of an interpreter. */
export function pythonRuntime(
	interpreter: string,
	cases: readonly Case[],
	folder: string,
	numbers: CallNumbers,
): MeasuredRuntime {
	const version = /Python ([\d.]+)/.exec(spawnSync(interpreter, ['--version'], { encoding: 'utf8' }).stdout)?.[1];
	if (version === undefined) {
		throw new Error(`${interpreter} is no Python`);
	}
	const own = path.join(folder, `python-${version}`);
	mkdirSync(own, { recursive: true });
	for (const name of ['harness.py', 'fixtures.py']) {
		copyFileSync(path.join(harness, name), path.join(own, name));
	}
	const file = path.join(own, 'cases.json');
	writeFileSync(file, JSON.stringify(cases.map(({ setUp, call, succeeds = '' }) => [setUp, call, succeeds])));
	return {
		name: 'python',
		version,
		runtimes: { libc: { name: 'glibc', version: glibcVersion() ?? null }, interpreter: { name: 'python', version } },
		cases,
		wrapping: { file: 'case.py', head: imports, tail: '' },
		absent: new Set(),
		bench: createBench(
			{ command: [interpreter, path.join(own, 'harness.py'), file], environment: { PYTHONDONTWRITEBYTECODE: '1' } },
			numbers,
		),
	};
}
