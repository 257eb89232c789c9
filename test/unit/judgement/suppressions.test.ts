import assert from 'node:assert/strict';
import { findSuppressions } from '../../../server/src/core/judgement/suppressions.ts';

const subjects = ['openat2', 'absent-syscall', 'fs.copyFile'];
const find = (text: string): string[] =>
	[...findSuppressions(text, (word) => subjects.includes(word))].map(
		({ line, range, subjects: names }) =>
			`${line ?? 'file'} [${names.join(' ')}] ${range.start.line}:${range.start.character}-${range.end.character}`,
	);

suite('suppressions', () => {
	for (const [text, ...expected] of [
		['call(); // syscall-lens-ignore-line', '0 [] 0:11-35'],
		['\n\n# syscall-lens-ignore-next-line openat2\ncall()', '3 [openat2] 2:2-39'],
		['/* syscall-lens-ignore-file absent-syscall: old hosts only */', 'file [absent-syscall] 0:3-58'],
		['// syscall-lens-ignore-line openat2, fs.copyFile -- because openat2', '0 [openat2 fs.copyFile] 0:3-67'],
		['// syscall-lens-ignore-line for the time being', '0 [] 0:3-46'],
		['a\r\n// syscall-lens-ignore-line\r\nb', '1 [] 1:3-27'],
		['puts("syscall-lens-ignore-line");'],
		['// syscall-lens-ignore-lines'],
	] as const) {
		test(JSON.stringify(text), () => assert.deepEqual(find(text), expected));
	}
});
