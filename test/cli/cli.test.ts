import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.cjs');
const example = path.resolve(import.meta.dirname, '../example');

interface Run {
	readonly status: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line into a pipe, as a continuous integration does: what it prints there has no colours. */
function run(args: readonly string[], cwd = example): Run {
	const env = { ...process.env, CI: 'true' };
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8', env });
	return { status, out: stdout, err: stderr };
}

/** The parts of the JSON forms that these tests look at. */
interface CheckOutput {
	readonly version: number;
	readonly targets: readonly { readonly id: string; readonly floor: string; readonly vendor: string | null }[];
	readonly findings: readonly {
		readonly path: string;
		readonly code: string;
		readonly severity: string;
		readonly syscall: string;
	}[];
	readonly summary: { readonly files: number; readonly warning: number; readonly error: number };
}

suite('command line', () => {
	let folder: string;
	suiteSetup(() => assert.ok(existsSync(cli), 'npm run build comes first'));
	setup(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'syscall-lens-'));
	});
	teardown(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	const write = (name: string, text: string | Buffer): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	};

	test('check finds, in the form of its JSON, and says so by its exit status', () => {
		write('Dockerfile', 'FROM python:3.9-slim-buster\n');
		write('src/a.py', 'import os\nos.pidfd_open(1)\n');
		const { status, out } = run(['check', '--format', 'json'], folder);
		const found = JSON.parse(out) as CheckOutput;
		assert.equal(status, 1);
		assert.deepEqual(
			found.targets.map(({ id, floor, vendor }) => ({ id, floor, vendor })),
			[{ id: 'debian:10', floor: '4.19', vendor: null }],
		);
		assert.deepEqual(
			found.findings.map(({ path: file, code, severity, syscall }) => ({ file, code, severity, syscall })),
			[{ file: 'src/a.py', code: 'absent-syscall', severity: 'warning', syscall: 'pidfd_open' }],
		);
		assert.equal(run(['check', '--fail-on', 'error'], folder).status, 0);
		assert.equal(run(['check', '--fail-on', 'error', '--host', 'rhel8'], folder).status, 1);
		assert.equal(run(['check', '--image', 'debian:12'], folder).status, 0);
	});

	test('check shows the line and a caret under the call', () => {
		write('Dockerfile', 'FROM debian:10\n');
		write('a.py', 'import os\n\tx = os.pidfd_open(1)\n');
		const { out } = run(['check'], folder);
		assert.match(out, /^a\.py:2:6: warning: pidfd_open needs Linux 5\.3; debian:10 ships with 4\.19\./m);
		assert.match(out, /^ {2}2 \| {2}x = os\.pidfd_open\(1\)\n {4}\| {6}\^{13}$/m);
	});

	test('image gives the form that other tools rely on', () => {
		const { out } = run(['image', 'python:3.9-slim-buster', '--format', 'json']);
		assert.deepEqual(JSON.parse(out), {
			version: 1,
			reference: { registry: 'docker.io', repository: 'library/python', tag: '3.9-slim-buster', digest: null },
			distro: { id: 'debian', version: '10', codename: 'buster' },
			kernel: { release: '4.19', vendor: null },
			libc: { name: 'glibc', version: '2.28' },
			interpreter: { name: 'python', version: '3.9' },
			endOfLife: '2024-06-30',
			unknown: null,
		});
	});

	test('dockerfile lists stages with their parents', () => {
		write('Dockerfile', 'ARG V=12\nFROM debian:${V} AS base\nFROM base\nFROM scratch\n');
		const { out } = run(['dockerfile', 'Dockerfile', '--format', 'json'], folder);
		const { stages, final } = JSON.parse(out) as {
			final: number;
			stages: readonly {
				name: string | null;
				line: number;
				parent: number | null;
				image: { distro: { version: string } | null; unknown: string | null };
			}[];
		};
		assert.deepEqual(
			stages.map(({ name, line, parent, image }) => [name, line, parent, image.distro?.version ?? image.unknown]),
			[
				['base', 1, null, '12'],
				[null, 2, 0, '12'],
				[null, 3, null, 'scratch'],
			],
		);
		assert.equal(final, 2);
	});

	test('kernel rhel7 is 3.10 and fifteen back-ports', () => {
		const { out } = run(['kernel', 'rhel7', '--format', 'json']);
		const { kernel, syscalls } = JSON.parse(out) as {
			kernel: object;
			syscalls: readonly { name: string; from: string }[];
		};
		assert.deepEqual(kernel, { id: 'rhel7', release: '3.10', vendor: 'rhel7' });
		assert.equal(syscalls.filter(({ from }) => from === 'backport').length, 15);
		assert.ok(!syscalls.some(({ name }) => name === 'statx'));
	});

	test('explain says what stands behind an API', () => {
		const { out } = run(['explain', 'python:os.urandom', '--format', 'json']);
		const { needs, markdown } = JSON.parse(out) as { needs: readonly (readonly string[])[]; markdown: string };
		assert.ok(needs.some((alternatives) => alternatives.includes('getrandom') && alternatives.length > 1));
		assert.match(markdown, /getrandom\(2\)/);
	});

	suite('wrong usage: one line, what to do, status 2', () => {
		for (const [args, message] of [
			[['check', '--host', 'rehl7'], /'rehl7' names no kernel\. Did you mean rhel7/],
			[['check', '--profile', 'dokcer'], /'dokcer' names no profile\. Did you mean docker\?/],
			[['check', 'no/such/folder'], /no\/such\/folder: no such file or folder/],
			[['kernel', '99.1'], /'99\.1' names no kernel/],
			[['explain', 'nosuchcall'], /'nosuchcall' is no system call/],
			[['dockerfile', 'nowhere'], /nowhere: no such file/],
			[['chekc'], /unknown command 'chekc'/],
			[['check', '--fail-on', 'sometimes'], /--fail-on/],
		] as const) {
			test(args.join(' '), () => {
				const { status, err, out } = run(args);
				assert.equal(status, 2);
				assert.match(err, message);
				assert.equal(err.trimEnd().split('\n').length, 1);
				assert.equal(out, '');
			});
		}
	});

	test('bad input is told or passed over, never a crash', () => {
		write('Dockerfile', 'FROM debian:10\n');
		write('binary.c', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]));
		write('big.c', '');
		truncateSync(path.join(folder, 'big.c'), 20 * 1024 * 1024);
		write('broken.py', 'def (((\n  os.pidfd_open(\n"""');
		write('latin.c', Buffer.from([0x2f, 0x2f, 0xe9, 0xff, 0x0a]));
		write('sub/Dockerfile', 'FROM\nFROM ${\nRUN <<EOF\n');
		write('sub/a.c', 'int main(void) { return 0; }');
		write('secret.c', 'int x;');
		chmodSync(path.join(folder, 'secret.c'), 0);
		const { status, out, err } = run(['check'], folder);
		assert.equal(err, '');
		assert.ok(status === 0 || status === 1);
		assert.match(out, /binary\.c: not checked, binary/);
		assert.match(out, /big\.c: not checked, too large/);
	});

	test('--help tells of every command', () => {
		const { status, out } = run(['--help']);
		assert.equal(status, 0);
		for (const command of ['check', 'calls', 'image', 'dockerfile', 'explain', 'kernel', 'diff', 'emulate', 'lsp']) {
			assert.match(out, new RegExp(`^ {2}${command} `, 'm'));
			assert.equal(run([command, '--help']).status, 0);
		}
	});
});
