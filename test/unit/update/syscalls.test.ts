import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stopped } from '../../../server/scripts/update/instruct.ts';
import { compareTables, withNumbers } from '../../../server/scripts/update/syscallChanges.ts';
import { findNew } from '../../../server/scripts/update/syscalls.ts';
import { parseHeader, parseTable, readTables, unknownHeaders } from '../../../server/scripts/update/tables.ts';
import type { SyscallFile } from '../../../server/src/core/catalog/generated.ts';
import type { Architecture } from '../../../server/src/core/domain/target.ts';

const read: SyscallFile = {
	$schema: '../schemas/syscall.schema.json',
	name: 'read',
	since: '1.0',
	status: 'implemented',
	architectures: { x86_64: { number: 0 }, arm64: { number: 63 } },
	sources: [{ source: 'a table', says: 'numbers' }],
};

suite('updating system calls', () => {
	test('our data has every number of this machine’s headers', async function () {
		const found = await findNew('/usr/include').catch((error: unknown) => {
			assert.ok(error instanceof Stopped && process.env['CI'] !== 'true', String(error));
			console.error(`NOT TRIED: ${error.message}`);
			return this.skip();
		});
		assert.deepEqual([[...found.calls.keys()], [...found.numbers.keys()], found.conflicts], [[], [], []]);
	});

	test('reads a header', () => {
		const text = [
			'#ifndef _ASM_UNISTD_64_H',
			'#define __NR_read 0',
			'#define __NR_write (__NR_SYSCALL_BASE + 1) /* base is 0 */',
			'#define __NR3264_fcntl 25',
			'# define __NR_fcntl __NR3264_fcntl',
			'#define __NR_x32_only (__X32_SYSCALL_BIT + 512)',
			'#define __NR_syscalls 462',
			'#define __ARM_NR_cacheflush (__ARM_NR_BASE+2)',
		].join('\n');
		assert.deepEqual(Object.fromEntries(parseHeader(text)), { read: 0, write: 1, fcntl: 25 });
	});

	test('reads the rows of a table that belong to an architecture', () => {
		const text = '# numbers\n0\tcommon\tread\tsys_read\n 1 64 write sys_write # late\n512 x32 rt_sigaction compat\n';
		assert.deepEqual(Object.fromEntries(parseTable(text, ['common', '64'])), { read: 0, write: 1 });
	});

	test('reads a kernel tree, where arm64 and riscv64 share a table', async () => {
		await inFolder(
			{
				'arch/x86/entry/syscalls/syscall_64.tbl': '0 common read sys_read\n',
				'scripts/syscall.tbl':
					'63 common read sys_read\n258 riscv riscv_hwprobe sys_riscv_hwprobe\n38 renameat renameat sys\n',
			},
			(folder) => {
				const tables = readTables(folder).map(({ arch, numbers }) => [arch, [...numbers.keys()]]);
				assert.deepEqual(tables, [
					['x86_64', ['read']],
					['arm64', ['read', 'renameat']],
					['riscv64', ['read', 'riscv_hwprobe']],
				]);
			},
		);
	});

	test('stops at headers of an architecture that it does not know', async () => {
		const files = {
			'x86_64-linux-gnu/asm/unistd_64.h': '#define __NR_read 0\n',
			'loongarch64-linux-gnu/asm/unistd_64.h': '#define __NR_read 63\n',
		};
		await inFolder(files, async (folder) => {
			assert.deepEqual(unknownHeaders(folder), ['loongarch64-linux-gnu/asm/unistd_64.h']);
			await assert.rejects(findNew(folder), /that we do not know.*\n.*loongarch64/);
		});
	});

	test('stops where there is no table', async () => {
		await inFolder({}, (folder) => assert.rejects(findNew(folder), /install linux-libc-dev/));
	});

	test('a new call becomes a file, in the order of the architectures', () => {
		const { calls, numbers } = compare([
			['arm64', { read: 63, mseal2: 500 }],
			['x86_64', { read: 0, mseal2: 500 }],
		]);
		assert.deepEqual(
			[...withNumbers({ calls, numbers, release: '7.4', source: 'headers of 7.4' })],
			[
				{
					$schema: '../schemas/syscall.schema.json',
					name: 'mseal2',
					since: '7.4',
					status: 'implemented',
					architectures: { x86_64: { number: 500 }, arm64: { number: 500 } },
					sources: [{ source: 'headers of 7.4', says: 'new in 7.4 on arm64, x86_64' }],
				},
			],
		);
	});

	test('a number on one more architecture goes into the file, with its own release', () => {
		const { calls, numbers } = compare([['i386', { read: 3 }]]);
		const [file] = withNumbers({ calls, numbers, release: '7.4', source: 'headers of 7.4' });
		assert.deepEqual(Object.keys(file?.architectures ?? {}), ['x86_64', 'i386', 'arm64']);
		assert.deepEqual(file?.architectures.i386, { number: 3, since: '7.4' });
		assert.equal(file.sources.length, 2);
	});

	const conflicts: readonly (readonly [theirs: Record<string, number>, conflict: string])[] = [
		[{ read: 5 }, 'a.h: read is 5, in syscalls/read.json 0'],
		[{ read_all: 0 }, 'a.h: 0 is read_all, in our data read. Was it renamed?'],
	];
	for (const [theirs, conflict] of conflicts) {
		test(`nothing is written where ${conflict}`, () => {
			const found = compare([['x86_64', theirs]]);
			assert.deepEqual([found.calls.size, found.numbers.size, found.conflicts], [0, 0, [conflict]]);
		});
	}
});

function compare(tables: readonly (readonly [Architecture, Record<string, number>])[]) {
	return compareTables(
		tables.map(([arch, numbers]) => ({ arch, file: 'a.h', numbers: new Map(Object.entries(numbers)) })),
		[read],
	);
}

/** Gives a folder with these files, and takes it away afterwards. */
async function inFolder(
	files: Readonly<Record<string, string>>,
	use: (folder: string) => void | Promise<void>,
): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'lens-tables-'));
	try {
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
			writeFileSync(path.join(folder, name), text);
		}
		await use(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
