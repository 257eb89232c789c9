import { strict as assert } from 'node:assert';
import { statedReleases } from '../../../server/scripts/update/history.ts';
import { compareSignatures } from '../../../server/scripts/update/signatureChanges.ts';
import { isSame, readDeclaration, readParameter, readSynopsis } from '../../../server/scripts/update/synopsis.ts';
import type { Libc, SyscallFile } from '../../../server/src/core/catalog/generated.ts';
import { page } from './manualFolder.ts';

const libc: Libc = {
	headers: ['sys/paint.h'],
	returns: 'int',
	parameters: [
		{ type: 'int', name: 'wall' },
		{ type: 'const char *', name: 'colour' },
	],
};
const synopsis = [
	'.SH SYNOPSIS',
	'.nf',
	'.B #include <sys/paint.h>',
	'.P',
	'.BI "int paint(int " w ", const char *" c );',
	'.fi',
];

suite('updating signatures', () => {
	const parameters: readonly (readonly [text: string, type: string, name: string | undefined])[] = [
		['int fd', 'int', 'fd'],
		['const char *_Nullable restrict path', 'const char *restrict', 'path'],
		['int fds[2]', 'int[2]', 'fds'],
		['char *const argv[]', 'char *const[]', 'argv'],
		['void buf[.count]', 'void *', 'buf'],
		['char buf[restrict size]', 'char *restrict', 'buf'],
		['int (*fn)(void *)', 'typeof(int (void *)) *', 'fn'],
		['struct paint', 'struct paint', undefined],
		['unsigned long', 'unsigned long', undefined],
		['size_t', 'size_t', undefined],
		['...', '...', undefined],
	];
	for (const [text, type, name] of parameters) {
		test(`reads the parameter ${text}`, () => {
			assert.deepEqual(readParameter(text), name === undefined ? { type } : { type, name });
		});
	}

	test('reads a declaration, and the call behind syscall()', () => {
		assert.deepEqual(readDeclaration('void *paint(void)'), {
			name: 'paint',
			returns: 'void *',
			parameters: [],
			isRaw: false,
		});
		assert.deepEqual(readDeclaration('long syscall(SYS_paint, int wall)'), {
			name: 'paint',
			returns: 'long',
			parameters: [{ type: 'int', name: 'wall' }],
			isRaw: true,
		});
		assert.equal(readDeclaration('typedef int paint_t'), undefined);
	});

	test('reads a synopsis: each declaration with the headers above it', () => {
		const { page: read } = page('paint', '2', [
			'.SH SYNOPSIS',
			'.nf',
			'.BR "#include <fcntl.h>" "  /* Definition of " PAINT_* " */"',
			'.B #include <sys/paint.h>',
			'.P',
			'.BI "[[noreturn]] void dry(int " wall );',
			'.BI "ssize_t paint(size_t " n ;',
			'.BI "              int " wall ", void " buf [ n "], size_t " n );',
			'.P',
			'.B #include <unistd.h>',
			'.BI "int syscall(SYS_sand, int " wall );',
			'.fi',
		]);
		const found = readSynopsis(read).map(({ name, headers, parameters: list }) => [name, headers, list.length]);
		assert.deepEqual(found, [
			['dry', ['fcntl.h', 'sys/paint.h'], 1],
			['paint', ['fcntl.h', 'sys/paint.h'], 3],
			['sand', ['unistd.h'], 1],
		]);
	});

	const declarations: readonly (readonly [ours: string, theirs: string, same: boolean])[] = [
		['int paint(int a, unsigned b)', 'int paint(int x, unsigned int y)', true],
		['int paint(int a[2], char *restrict b)', 'int paint(int *a, char *b)', true],
		['int paint(int a, ...)', 'int paint(int a)', true],
		['int paint(int a, ...)', 'int paint(int a, long b, char *c)', true],
		['int paint(int a)', 'int paint(int a, long b)', false],
		['int paint(int a)', 'int paint(long a)', false],
		['int paint(int a)', 'long paint(int a)', false],
		['int paint(const char *a)', 'int paint(char *a)', false],
	];
	for (const [ours, theirs, same] of declarations) {
		test(`${ours} is ${same ? '' : 'not '}${theirs}`, () => {
			const [left, right] = [readDeclaration(ours), readDeclaration(theirs)];
			assert.ok(left !== undefined && right !== undefined);
			assert.equal(isSame(left, right), same);
		});
	}

	const histories: readonly (readonly [lines: readonly string[], stated: Record<string, object>])[] = [
		[['.SH HISTORY', 'Linux 5.1, glibc 2.30.'], { paint: { linux: '5.1', glibc: '2.30' } }],
		[
			['.SH HISTORY', '.TP', '.BR paint ()', 'glibc 2.30.', '.TP', '.BR sand ()', 'Linux 9.9.'],
			{ paint: { glibc: '2.30' } },
		],
		[
			['.SH VERSIONS', '.BR paint ()', 'was added in Linux 5.1;', 'library support was added in glibc 2.30.'],
			{ paint: { linux: '5.1', glibc: '2.30' } },
		],
		[['.SH VERSIONS', 'The flag PAINT_RED was added in Linux 5.9.'], { paint: {} }],
		[['.SH HISTORY', 'POSIX.1-2001.', '.SS The library', 'glibc 2.99.'], { paint: {} }],
	];
	for (const [lines, stated] of histories) {
		test(`takes from ${lines.slice(1).join(' ')}`, () => {
			assert.deepEqual(Object.fromEntries(statedReleases(page('paint', '2', lines).page)), stated);
		});
	}

	test('writes the prototype of a call that has none, with its page and release', () => {
		const { changed } = compareSignatures(
			[page('paint', '2', [...synopsis, '.SH HISTORY', 'Linux 7.1, glibc 2.50.'])],
			[file()],
		);
		assert.deepEqual(changed[0]?.libc, {
			headers: ['sys/paint.h'],
			returns: 'int',
			parameters: [
				{ type: 'int', name: 'w' },
				{ type: 'const char *', name: 'c' },
			],
		});
		assert.deepEqual(changed[0].sources.at(-1), {
			source: 'Linux man-pages 7.1, paint(2)',
			says: 'prototype, headers',
		});
	});

	test('leaves the functions of the libraries to a person, who can look into musl too', () => {
		const pages = [page('paint', '2', [...synopsis, '.SH HISTORY', 'Linux 7.1, glibc 2.50.'])];
		const { unclear } = compareSignatures(pages, [file({ wrappers: undefined })]);
		assert.match(unclear[0] ?? '', /glibc 2\.50, but not of musl/);
	});

	test('is silent where other names of parameters are all that differs', () => {
		const news = compareSignatures([page('paint', '2', synopsis)], [file({ libc })]);
		assert.deepEqual(news, { changed: [], conflicts: [], unclear: [], superseded: 0 });
	});

	test('an older manual overrules nothing', () => {
		const pages = [page('paint', '2', [...synopsis, '.SH HISTORY', 'Linux 7.0, glibc 2.49.'], '6.03')];
		const news = compareSignatures(pages, [file({ libc, sources: [read] })]);
		assert.deepEqual(news, { changed: [], conflicts: [], unclear: [], superseded: 2 });
	});

	const disagreements: readonly (readonly [why: RegExp, ours: Partial<SyscallFile>, history: string])[] = [
		[/has int \(int, const char \*\).*has int \(\)/, { libc: { ...libc, parameters: [] } }, 'Linux 7.1.'],
		[/has sys\/paint.h.*has unistd.h/, { libc: { ...libc, headers: ['unistd.h'] } }, 'Linux 7.1.'],
		[/has a function of libc/, { libc, wrappers: { glibc: false, musl: false } }, 'Linux 7.1.'],
		[/has Linux 7.0.*has 7.1/, { libc }, 'Linux 7.0.'],
		[/has glibc 2.49.*has glibc 2.50/, { libc }, 'Linux 7.1, glibc 2.49.'],
	];
	for (const [why, ours, history] of disagreements) {
		test(`stops: ${why.source}`, () => {
			const pages = [page('paint', '2', [...synopsis, '.SH HISTORY', history])];
			const { conflicts, changed } = compareSignatures(pages, [file({ ...ours, sources: [read] })]);
			assert.equal(conflicts.length, 1);
			assert.match(conflicts[0] ?? '', why);
			assert.deepEqual(changed, []);
		});
	}

	test('a release that the note names is settled', () => {
		const pages = [page('paint', '2', [...synopsis, '.SH HISTORY', 'Linux 7.0.'])];
		const { conflicts } = compareSignatures(pages, [
			file({ libc, note: 'The manual says 7.0, which did not build it.' }),
		]);
		assert.deepEqual(conflicts, []);
	});

	test('a development release is the stable one that it became', () => {
		const pages = [page('paint', '2', [...synopsis, '.SH HISTORY', 'Linux 2.5.46.'])];
		assert.deepEqual(compareSignatures(pages, [file({ libc, since: '2.6' })]).conflicts, []);
	});

	test('stops at several declarations, and where there is none', () => {
		const twice = [...synopsis.slice(0, -1), '.BI "int paint(long " w );', '.fi'];
		assert.match(compareSignatures([page('paint', '2', twice)], [file()]).unclear[0] ?? '', /in several ways/);
		assert.match(compareSignatures([page('paint', '2', [])], [file()]).unclear[0] ?? '', /declares no paint/);
	});
});

const read = { source: 'Debian manpages-dev 6.20-2, paint(2)', says: 'prototype, headers' };

function file(more: Partial<SyscallFile> = {}): SyscallFile {
	return {
		$schema: '../schemas/syscall.schema.json',
		name: 'paint',
		since: '7.1',
		status: 'implemented',
		architectures: { x86_64: { number: 900 } },
		kconfig: null,
		wrappers: { glibc: { since: '2.50' }, musl: false },
		sources: [{ source: 'a table', says: 'numbers' }],
		...more,
	};
}
