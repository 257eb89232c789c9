import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Api, LanguageId } from '../../../server/src/core/catalog/apis.ts';
import type { ApiNames } from '../../../server/src/core/languages/language.ts';
import { python } from '../../../server/src/core/languages/python/python.ts';
import { assertAnnotated, checkFixture, fixtureFiles, scanText } from './scanFixture.ts';

const data = path.resolve(import.meta.dirname, '../../../server/data');

/** The names of the facts, read where the catalog's compiler reads them. */
function readNames(): ApiNames {
	const apis = new Map<string, Api>();
	for (const language of ['c', 'python'] satisfies LanguageId[]) {
		for (const file of readdirSync(path.join(data, 'apis', language))) {
			const group = JSON.parse(readFileSync(path.join(data, 'apis', language, file), 'utf8')) as ApiGroup;
			for (const [name, { everyday }] of Object.entries(group.apis)) {
				if (!everyday) {
					apis.set(`${language} ${name}`, { name, module: group.module, group: group.group, rows: [] });
				}
			}
		}
	}
	const syscalls = new Map<string, SyscallFile>();
	for (const file of readdirSync(path.join(data, 'syscalls'))) {
		syscalls.set(
			path.basename(file, '.json'),
			JSON.parse(readFileSync(path.join(data, 'syscalls', file), 'utf8')) as SyscallFile,
		);
	}
	const byNumber = new Map([...syscalls].map(([name, { architectures }]) => [architectures['x86_64']?.number, name]));
	return {
		api: (language, name) => apis.get(`${language} ${name}`),
		isSyscall: (name) => syscalls.has(name),
		syscallByNumber: (number) => byNumber.get(number),
	};
}

interface ApiGroup {
	readonly module: string;
	readonly group: string;
	readonly apis: Readonly<Record<string, { readonly everyday?: true }>>;
}

interface SyscallFile {
	readonly architectures: Readonly<Partial<Record<string, { readonly number?: number }>>>;
}

const names = readNames();

suite('python fixtures', () => {
	for (const file of fixtureFiles('python')) {
		test(path.basename(file), async () => {
			await checkFixture(python, file, names);
		});
	}
});

suite('python', () => {
	for (const [what, text] of [
		['an empty file', ''],
		['Python 2', 'import os\nprint "x", os.getpid()\nexec "y" in z\nraise E, "text"\n'],
		['unclosed brackets', 'import os\nfoo(os.open(\nclass A(\n  def f(self, \n'],
		['binary text', '\u0000\u0001import os\uFFFD = \u0000(((\nos.open('],
		['circles', 'a = b\nb = a\na.x()\nclass A(A): pass\nA().open()\ndef f(): return f()\nf().x()\n'],
		['endless attributes', `import os\nx = os${'.a'.repeat(3000)}()\n`],
	] as const) {
		test(`survives ${what}`, async () => {
			assert.ok(Array.isArray(await scanText(python, 'a.py', text, names)));
		});
	}

	test('counts characters in UTF-16 units', async () => {
		const text = 'import os\n"😀é"; os.memfd_create("x")\n#      ^^^^^^^^^^^^^^^ os.memfd_create';
		assertAnnotated(text, await scanText(python, 'a.py', text, names));
	});

	test('reads keyword arguments', async () => {
		const [call] = await scanText(
			python,
			'a.py',
			'import os\nos.open("f", flags=os.O_TMPFILE | 2, dir_fd=None)',
			names,
		);
		assert.deepEqual(call?.keywords, {
			flags: { kind: 'flags', names: ['O_TMPFILE'], rest: true },
			dir_fd: { kind: 'null' },
		});
	});
});
