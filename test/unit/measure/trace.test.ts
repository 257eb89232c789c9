import assert from 'node:assert/strict';
import { windowsOf } from '../../../server/scripts/measure/trace.ts';

const nameOf = (number: number): string | undefined => (number === 451 ? 'cachestat' : undefined);

function windows(...lines: readonly string[]): Readonly<Record<string, readonly string[]>> {
	return Object.fromEntries(windowsOf(lines.join('\n'), nameOf));
}

suite('windows of a trace', () => {
	test('a job has the calls between its marks, each once', () => {
		assert.deepEqual(
			windows(
				'10 openat(AT_FDCWD, "f", O_RDONLY) = 3',
				'10 write(-77, "B 0.", 4) = -1 EBADF',
				'10 read(3, "h", 1) = 1',
				'10 read(3, "e", 1) = 1',
				'10 write(-77, "E 0.", 4) = -1 EBADF',
				'10 close(3) = 0',
				'11 write(-77, "B 1.", 4) = -1 EBADF',
				'11 fsync(3) = 0',
			),
			{ 0: ['read'], 1: ['fsync'] },
		);
	});

	test('processes born in the window count, older ones do not', () => {
		assert.deepEqual(
			windows(
				'9 wait4(10, NULL, 0, NULL <unfinished ...>',
				'10 write(-77, "B 0.", 4) = -1 EBADF',
				'10 clone(flags=SIGCHLD) = 11',
				'9 getppid() = 1',
				'11 setsid() = 11',
				'10 write(-77, "E 0.", 4) = -1 EBADF',
			),
			{ 0: ['clone', 'setsid'] },
		);
	});

	test('what another program does is its own matter', () => {
		assert.deepEqual(
			windows(
				'10 write(-77, "B 0.", 4) = -1 EBADF',
				'11 dup2(3, 1) = 1',
				'11 execve("/no", ["x"], NULL) = -1 ENOENT',
				'11 execve("/bin/true", ["true"], NULL) = 0',
				'11 brk(NULL) = 0x5',
				'10 wait4(11, NULL, 0, NULL) = 11',
			),
			{ 0: ['dup2', 'execve', 'wait4'] },
		);
	});

	test('a window ends with its process', () => {
		assert.deepEqual(
			windows(
				'10 write(-77, "B 0.", 4) = -1 EBADF',
				'10 exit_group(0) = ?',
				'10 +++ exited with 0 +++',
				'12 mkdir("1", 0700) = 0',
			),
			{ 0: ['exit_group'] },
		);
	});

	test('threads that were made ready belong to their job', () => {
		assert.deepEqual(
			windows(
				'9 getpid() = 9',
				'10 write(-77, "P 0.", 4) = -1 EBADF',
				'11 futex(0x1, FUTEX_WAIT) = 0',
				'10 write(-77, "B 0.", 4) = -1 EBADF',
				'11 statx(AT_FDCWD, "f") = 0',
				'9 getpid() = 9',
			),
			{ 0: ['statx'] },
		);
	});

	test('a call that strace does not know has its name from our table', () => {
		assert.deepEqual(windows('10 write(-77, "B 0.", 4) = -1 EBADF', '10 syscall_0x1c3(0x3) = 0'), { 0: ['cachestat'] });
	});
});
