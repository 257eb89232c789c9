import assert from 'node:assert/strict';
import path from 'node:path';
import { compileApis, type ApisOf } from '../../../server/scripts/catalog/apis.ts';
import type { ApiRow, LanguageId } from '../../../server/src/core/catalog/apis.ts';
import type { Argument } from '../../../server/src/core/domain/apiCall.ts';
import { kernelRelease } from '../../../server/src/core/domain/kernelRelease.ts';
import type { Kernel } from '../../../server/src/core/domain/target.ts';
import { rawSyscallRow, rowFor, type Runtimes } from '../../../server/src/core/judgement/needs.ts';

const zero: Argument = { kind: 'number', value: 0 };
const other: Argument = { kind: 'other' };
const flags = (...names: string[]): Argument => ({ kind: 'flags', names, rest: false });
const glibc = (version: string | null): Runtimes => ({ libc: { name: 'glibc', version }, interpreter: null });
const musl = (version: string | null): Runtimes => ({ libc: { name: 'musl', version }, interpreter: null });
const python = (version: string): Runtimes => ({ libc: null, interpreter: { name: 'python', version } });
const node = (version: string): Runtimes => ({ libc: null, interpreter: { name: 'node', version } });
const mainline = (release: string): Kernel => ({ id: release, release: kernelRelease(release), vendor: null });

/** `a|b, c`: any of a and b, and c. */
function written(row: ApiRow): string {
	return row.needs.map((clause) => clause.map(({ syscall }) => syscall).join('|')).join(', ');
}

suite('needs', () => {
	let apis: ApisOf;

	suiteSetup(async () => {
		apis = await compileApis(path.resolve(import.meta.dirname, '../../../server/data'));
	});

	function needs(
		[language, name]: readonly [LanguageId, string],
		positional: readonly Argument[] | undefined,
		runtimes?: Runtimes,
		keywords?: Readonly<Record<string, Argument>>,
	): string {
		const api = apis[language][name];
		assert.ok(api, `${name} is not in the map`);
		return written(rowFor(api, { arguments: positional, ...(keywords === undefined ? {} : { keywords }) }, runtimes));
	}

	const four = [other, other, other, other];
	const byArgument: readonly (readonly [LanguageId, string, readonly Argument[] | undefined, string])[] = [
		['c', 'renameat2', [...four, zero], 'renameat'],
		['c', 'renameat2', [...four, flags('RENAME_NOREPLACE')], 'renameat2'],
		['c', 'renameat2', [...four, other], 'renameat2'],
		['c', 'renameat2', undefined, 'renameat2'],
		['c', 'mlock2', [other, other, zero], 'mlock'],
		['c', 'mlock2', [other, other, flags('MLOCK_ONFAULT')], 'mlock2'],
		['c', 'preadv2', [...four, zero], 'preadv2|preadv'],
		['c', 'preadv2', [...four, flags('RWF_NOWAIT')], 'preadv2'],
		['c', 'pkey_mprotect', [other, other, other, { kind: 'number', value: -1 }], 'mprotect'],
		['c', 'pkey_mprotect', [other, other, other, zero], 'pkey_mprotect'],
		['c', 'faccessat', [other, other, other, flags('AT_EMPTY_PATH', 'AT_EACCESS')], 'faccessat2'],
		['c', 'faccessat', [other, other, other, zero], 'faccessat2|faccessat'],
		['python', 'os.preadv', [other, other, other], 'preadv2|preadv'],
		['python', 'os.preadv', [other, other, other, zero], 'preadv2|preadv'],
		['python', 'os.preadv', [other, other, other, flags('os.RWF_NOWAIT')], 'preadv2'],
		['python', 'os.preadv', undefined, 'preadv2'],
	];
	for (const [language, name, positional, expected] of byArgument) {
		test(`${name} with ${JSON.stringify(positional?.at(-1))} needs ${expected}`, () => {
			assert.equal(needs([language, name], positional), expected);
		});
	}

	const byRuntime: readonly (readonly [LanguageId, string, Runtimes | undefined, string])[] = [
		['c', 'getrlimit', glibc('2.12'), 'getrlimit'],
		['c', 'getrlimit', glibc('2.25'), 'prlimit64'],
		['c', 'getrlimit', glibc(null), 'prlimit64'],
		['c', 'getrlimit', musl('1.2.3'), 'prlimit64|getrlimit'],
		['c', 'getrlimit', musl(null), 'prlimit64|getrlimit'],
		['c', 'getrlimit', undefined, 'prlimit64'],
		['c', 'getrlimit', { libc: null, interpreter: null }, 'prlimit64'],
		['c', 'pthread_create', glibc('2.31'), 'clone'],
		['c', 'pthread_create', glibc('2.36'), 'clone3|clone'],
		['c', 'pthread_create', musl('1.2.5'), 'clone'],
		['c', 'copy_file_range', glibc('2.28'), ''],
		['c', 'copy_file_range', glibc('2.12'), 'copy_file_range'],
		['c', 'copy_file_range', glibc('2.31'), 'copy_file_range'],
		['python', 'ssl.RAND_bytes', python('3.6'), ''],
		['python', 'ssl.RAND_bytes', python('3.10'), 'getrandom'],
		['python', 'ssl.RAND_bytes', { ...python('3.10'), floor: mainline('4.19') }, 'getrandom'],
		[
			'python',
			'ssl.RAND_bytes',
			{ ...python('3.10'), floor: mainline('3.16') },
			'getrandom|openat|open, getrandom|read',
		],
		['python', 'threading.Thread.start', { ...python('3.9'), libc: { name: 'glibc', version: '2.31' } }, 'clone'],
		['node', 'crypto.randomBytes', node('22.1.0'), ''],
		['node', 'crypto.randomBytes', node('26.10.0'), 'getrandom'],
		['node', 'crypto.randomBytes', { ...node('26.10.0'), floor: mainline('3.10') }, ''],
	];
	for (const [language, name, runtimes, expected] of byRuntime) {
		const { libc, interpreter, floor } = runtimes ?? {};
		const shown = [libc, interpreter, floor && { name: 'Linux', version: floor.release }].map((part) =>
			part ? `${part.name} ${part.version ?? '?'}` : '?',
		);
		test(`${name} on ${shown.join(', ')} needs ${expected || 'nothing'}`, () => {
			assert.equal(needs([language, name], [], runtimes), expected);
		});
	}

	test('a keyword counts like its position, and its absence is neither', () => {
		const dup2 = ['python', 'os.dup2'] as const;
		assert.equal(needs(dup2, [other, other]), 'dup2');
		assert.equal(needs(dup2, [other, other, flags('False')]), 'dup3|dup2, dup3|ioctl');
		assert.equal(needs(dup2, [other, other], undefined, { inheritable: flags('False') }), 'dup3|dup2, dup3|ioctl');
		const access = ['python', 'os.access'] as const;
		assert.equal(needs(access, [other, other], undefined, { effective_ids: flags('True') }), 'faccessat2|faccessat');
		const one: Argument = { kind: 'number', value: 1 }; // as Python's scanner reads True
		assert.equal(needs(access, [other, other], undefined, { effective_ids: one }), 'faccessat2|faccessat');
		assert.equal(needs(access, [other, other], undefined, { effective_ids: zero }), 'access');
		assert.equal(needs(access, [other, other], undefined, { effective_ids: other }), 'access');
	});

	test('a raw syscall needs itself, whatever a library would do', () => {
		assert.equal(written(rawSyscallRow('statx')), 'statx');
	});
});
