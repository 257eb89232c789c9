import assert from 'node:assert/strict';
import { readCases } from '../../../server/scripts/measure/cases.ts';

suite('case files', () => {
	test('each marked line of a paragraph is a case, and the others prepare it', () => {
		const text = `// Files.

int fd = file();
read(fd, bytes, 8);                                     //: r == 8
fsync(fd);                                              //:

getpid();                                               //:
`;
		assert.deepEqual(
			[...readCases('c', 'files.c', text)].map(({ line, setUp, call, succeeds }) => ({ line, setUp, call, succeeds })),
			[
				{ line: 4, setUp: 'int fd = file();', call: 'read(fd, bytes, 8)', succeeds: 'r == 8' },
				{ line: 5, setUp: 'int fd = file();', call: 'fsync(fd)', succeeds: undefined },
				{ line: 7, setUp: '', call: 'getpid()', succeeds: undefined },
			],
		);
	});

	test('a mark may name the Api, with a condition or without', () => {
		const text = `os.fork() or end()   #: of os.fork
walk(".")            #: of os.walk, len(r) == 3
`;
		assert.deepEqual(
			[...readCases('python', 'os.py', text)].map(({ api, succeeds }) => [api, succeeds]),
			[
				['os.fork', undefined],
				['os.walk', 'len(r) == 3'],
			],
		);
	});

	test('a set-up keeps its indentation', () => {
		const [one] = readCases('python', 'a.py', 'def f():\n    return 1\nf()  #:\n');
		assert.equal(one?.setUp, 'def f():\n    return 1');
	});
});
