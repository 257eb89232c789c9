import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { requireStrace } from '../proof/strace.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

/** The parts of the JSON form that these tests look at. */
interface Report {
	readonly version: number;
	readonly kernel: { readonly id: string } | null;
	readonly profile: string | null;
	readonly exit: { readonly status: number | null; readonly signal: string | null };
	readonly refused: readonly {
		readonly syscall: string;
		readonly errno: string | null;
		readonly count: number;
		readonly by: readonly { readonly program: string; readonly count: number }[];
	}[];
}

/** The parts of a seccomp profile that these tests look at. */
interface Seccomp {
	readonly defaultAction: string;
	readonly architectures: readonly string[];
	readonly syscalls: readonly {
		readonly names: readonly string[];
		readonly action: string;
		readonly errnoRet: number;
	}[];
}

suite('emulate', function () {
	this.timeout(60_000);
	let folder: string;
	suiteSetup(() => assert.ok(existsSync(cli), 'npm run build comes first'));
	setup(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'syscall-lens-test-'));
	});
	teardown(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	const run = (args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}) => {
		const env = { ...process.env, TMPDIR: folder, ...options.env };
		const { status, signal, stdout, stderr } = spawnSync(process.execPath, [cli, 'emulate', ...args], {
			encoding: 'utf8',
			...options,
			env,
		});
		return { status, signal, out: stdout, err: stderr };
	};
	const report = (args: readonly string[]): Report => {
		const file = path.join(folder, 'report.json');
		run(['--format', 'json', '--output', file, ...args]);
		return JSON.parse(readFileSync(file, 'utf8')) as Report;
	};
	const python = (code: string): readonly string[] => ['--', 'python3', '-c', code];
	const wantsRandom = 'import os\ntry: os.getrandom(1)\nexcept OSError as e: print(e.errno)\n';

	suite('a run', function () {
		suiteSetup(requireStrace);

		test('the call that the kernel lacks answers ENOSYS, and one that it has works', () => {
			assert.equal(run(['--kernel', '3.10', ...python(wantsRandom)]).out, '38\n');
			assert.equal(run(['--kernel', 'rhel7', ...python(wantsRandom)]).out, '');
		});

		test('a profile answers its own errno, before the kernel does', () => {
			const asks = 'import os\ntry: os.memfd_create("x")\nexcept OSError as e: print(e.errno)\n';
			writeFileSync(
				path.join(folder, 'seccomp.json'),
				JSON.stringify({
					defaultAction: 'SCMP_ACT_ALLOW',
					syscalls: [{ names: ['memfd_create'], action: 'SCMP_ACT_ERRNO', errnoRet: 13 }],
				}),
			);
			assert.equal(run(['--profile', path.join(folder, 'seccomp.json'), ...python(asks)]).out, '13\n');
			assert.equal(
				run(['--kernel', '3.10', '--profile', path.join(folder, 'seccomp.json'), ...python(asks)]).out,
				'13\n',
			);
		});

		test('standard input and output are the command’s own, the report goes to standard error', () => {
			const { out, err, status } = run(['--kernel', '3.10', '--', 'cat'], { input: 'through\n' });
			assert.deepEqual([out, status], ['through\n', 0]);
			assert.match(err, /cat as on 3\.10: exit status 0/);
		});

		test('the exit status is the command’s', () => {
			assert.equal(run(['--kernel', '5.10', '--', 'sh', '-c', 'exit 37']).status, 37);
		});

		test('the signal that ends the command ends us', () => {
			assert.equal(run(['--kernel', '5.10', '--', 'sh', '-c', 'kill -KILL $$']).signal, 'SIGKILL');
		});

		test('a signal to us reaches the command, which may clean up', async () => {
			const code = [
				'import signal, sys',
				'def stop(*_): print("cleaned", flush=True); sys.exit(3)',
				'signal.signal(signal.SIGTERM, stop)',
				'print("ready", flush=True)',
				'signal.pause()',
			].join('\n');
			const child = spawn(process.execPath, [cli, 'emulate', '--kernel', '5.10', ...python(code)], {
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			let out = '';
			child.stdout.on('data', (chunk: Buffer) => {
				out += chunk.toString();
				if (out === 'ready\n') {
					child.kill('SIGTERM');
				}
			});
			const status = await new Promise((resolve) => child.once('close', resolve));
			assert.deepEqual([out, status], ['ready\ncleaned\n', 3]);
		});

		test('arguments pass untouched by any shell', () => {
			const odd = ['$HOME', '`id`', 'a b', '*', '--kernel', ';', "'"];
			const { out } = run(['--kernel', '5.10', '--', 'printf', '%s\\n', ...odd]);
			assert.equal(out, `${odd.join('\n')}\n`);
		});

		test('the JSON form tells which call, how often and by whom', () => {
			const { version, kernel, profile, exit, refused } = report(['--kernel', '3.10', ...python(wantsRandom)]);
			assert.deepEqual([version, kernel?.id, profile, exit], [1, '3.10', null, { status: 0, signal: null }]);
			const random = refused.find(({ syscall }) => syscall === 'getrandom');
			assert.equal(random?.errno, 'ENOSYS');
			assert.ok(random.count >= 1);
			assert.equal(
				random.by.reduce((sum, { count }) => sum + count, 0),
				random.count,
			);
		});

		test('children are emulated too', () => {
			const { refused } = report([
				'--kernel',
				'3.10',
				'--',
				'sh',
				'-c',
				'true; python3 -c "import os; os.urandom(1)"; true',
			]);
			assert.ok(refused.some(({ syscall }) => syscall === 'getrandom'));
		});

		test('temporary files are gone afterwards', () => {
			run(['--kernel', '5.10', '--', 'true']);
			assert.deepEqual(readdirSync(folder), []);
		});
	});

	suite('a profile to print', () => {
		test('lets everything pass but what the kernel lacks', () => {
			const { out, err, status } = run(['--kernel', 'rhel7', '--print-profile']);
			const { defaultAction, architectures, syscalls } = JSON.parse(out) as Seccomp;
			assert.equal(status, 0);
			assert.equal(defaultAction, 'SCMP_ACT_ALLOW');
			assert.deepEqual(architectures, ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32']);
			assert.deepEqual(
				syscalls.map(({ action, errnoRet }) => [action, errnoRet]),
				[['SCMP_ACT_ERRNO', 38]],
			);
			assert.ok(syscalls[0]?.names.includes('statx'));
			assert.ok(!syscalls[0]?.names.includes('getrandom'), 'rhel7 has it as a back-port');
			assert.match(err, /libseccomp/);
		});

		test('gives a sandbox and a profile each their own errors', () => {
			const errnoOf = (args: readonly string[], name: string): number | undefined => {
				const { syscalls } = JSON.parse(run([...args, '--print-profile']).out) as Seccomp;
				return syscalls.find(({ names }) => names.includes(name))?.errnoRet;
			};
			assert.equal(errnoOf(['--profile', 'docker@20.10.9'], 'clone3'), 1);
			assert.equal(errnoOf(['--profile', 'docker@20.10.9'], 'read'), undefined);
			assert.equal(errnoOf(['--kernel', '5.10', '--profile', 'docker@20.10.9'], 'clone3'), 1);
			assert.equal(errnoOf(['--kernel', '4.4', '--profile', 'podman'], 'clone3'), 38);
		});

		test('for another architecture names that one', () => {
			const { out } = run(['--kernel', '5.4', '--arch', 'arm64', '--print-profile']);
			assert.deepEqual((JSON.parse(out) as Seccomp).architectures, ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM']);
		});
	});

	suite('wrong usage: one line, what to do, status 2', () => {
		const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
			[['--kernel', 'rehl7', '--', 'true'], /'rehl7' names no kernel\. Did you mean rhel7/],
			[['--profile', 'dokcer', '--', 'true'], /'dokcer' names no profile\. Did you mean docker\?/],
			[['--profile', 'no/such/seccomp.json', '--', 'true'], /seccomp\.json: no such file/],
			[['--kernel', 'rhel7'], /no command to run/],
			[['--', 'true'], /Name a kernel/],
			[['--kernel', 'rhel7', '--', 'no-such-program'], /no-such-program: no such program/],
			[['--kernel', 'rhel7', '--arch', 's390x', '--', 'true'], /this machine is x64/],
		];
		for (const [args, message] of wrong) {
			test(args.join(' '), () => assertRefused(run(args), message));
		}

		test('without strace it says how to get it', () => {
			symlinkSync('/bin/true', path.join(folder, 'true'));
			const refused = run(['--kernel', 'rhel7', '--', 'true'], { env: { PATH: folder } });
			assertRefused(refused, /strace is not installed: apt install strace/);
		});

		test('where tracing is not allowed it says what allows it', () => {
			const told =
				'#!/bin/sh\ncase "$*" in *-o*) echo "strace: ptrace(PTRACE_TRACEME, ...): Operation not permitted" >&2; exit 1;; esac\n';
			writeFileSync(path.join(folder, 'strace'), told, { mode: 0o755 });
			const PATH = `${folder}:${process.env.PATH ?? ''}`;
			assertRefused(run(['--kernel', 'rhel7', '--', 'true'], { env: { PATH } }), /--cap-add SYS_PTRACE/);
		});

		function assertRefused({ status, out, err }: ReturnType<typeof run>, message: RegExp): void {
			assert.match(err, message);
			assert.equal(err.trimEnd().split('\n').length, 1);
			assert.deepEqual([status, out], [2, '']);
		}
	});

	test('--help says what is not emulated', () => {
		const { out, status } = run(['--help']);
		assert.equal(status, 0);
		for (const limit of ['flags', 'arguments', 'vDSO', 'architecture']) {
			assert.match(out, new RegExp(limit));
		}
	});
});
