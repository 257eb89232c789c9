import { strict as assert } from 'node:assert';
import { createStraceLog } from '../../../server/src/core/emulation/straceLog.ts';

function read(text: string) {
	const log = createStraceLog();
	text.split('\n').forEach((line) => log.line(line));
	return log.calls();
}

suite('strace log', () => {
	test('a refused call with its program and its place', () => {
		const calls = read(
			[
				'42<python3> getrandom(0x7f21, 0x8, 0x1) = -1 ENOSYS (Function not implemented) (INJECTED)',
				' > /usr/lib/x86_64-linux-gnu/libc.so.6(getrandom+0x10) [0x3f190]',
				' > /opt/my app/main(main+0x52) [0x11ab]',
				' > /opt/stripped() [0x11ff]',
			].join('\n'),
		);
		assert.deepEqual(calls, [
			{
				call: 'getrandom',
				refused: true,
				pid: 42,
				program: 'python3',
				stack: ['getrandom (libc.so.6)', 'main (main)', 'stripped'],
				count: 1,
			},
		]);
	});

	test('a program whose name looks like a call', () => {
		const [call] = read('7<a> b(c> statx(0x1) = -1 ENOSYS (Function not implemented) (INJECTED)');
		assert.deepEqual([call?.program, call?.call], ['a> b(c', 'statx']);
	});

	test('without names of programs; a call that strace has no name for, and that passed', () => {
		const [call] = read('7 syscall_0x1c3(0x1, 0x2, 0, 0, 0, 0) = -1 EFAULT (Bad address)');
		assert.deepEqual(call, { call: 451, refused: false, pid: 7, program: '', stack: [], count: 1 });
	});

	test('a call that another program interrupts counts once', () => {
		const calls = read(
			[
				'7 clone3(0x1, 0x58 <unfinished ...>',
				'8 statx(0x1) = 0',
				'7 <... clone3 resumed>) = -1 ENOSYS (Function not implemented) (INJECTED)',
			].join('\n'),
		);
		assert.deepEqual(
			calls.map(({ call, pid, refused, count }) => [call, pid, refused, count]),
			[
				['statx', 8, false, 1],
				['clone3', 7, true, 1],
			],
		);
	});

	test('equal calls are counted, other lines passed over', () => {
		const line = '7 statx(0x1) = -1 ENOSYS (Function not implemented) (INJECTED)';
		const calls = read([line, '7 +++ exited with 0 +++', line, '', 'strace: odd'].join('\n'));
		assert.deepEqual(
			calls.map(({ count }) => count),
			[2],
		);
	});
});
