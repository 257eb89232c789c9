import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Api } from '../../../server/src/core/catalog/apis.ts';
import type { ApiNames } from '../../../server/src/core/languages/language.ts';
import { node } from '../../../server/src/core/languages/node/node.ts';
import { assertAnnotated, checkFixture, fixtureFiles, scanText } from './scanFixture.ts';

const folder = path.resolve(import.meta.dirname, '../../../server/data/apis/node');

interface ApiGroup {
	readonly module: string;
	readonly group: string;
	readonly apis: Readonly<Record<string, { readonly everyday?: true }>>;
}

/** The names of the facts, read where the catalog's compiler reads them. */
function readNames(): ApiNames {
	const apis = new Map<string, Api>();
	for (const file of readdirSync(folder)) {
		const { module, group, apis: rows } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ApiGroup;
		for (const [name, { everyday }] of Object.entries(rows)) {
			if (!everyday) {
				apis.set(name, { name, module, group, rows: [] });
			}
		}
	}
	return {
		api: (_language, name) => apis.get(name),
		isSyscall: () => false,
		syscallByNumber: () => undefined,
	};
}

const names = readNames();

suite('node fixtures', () => {
	for (const file of fixtureFiles('node')) {
		test(path.basename(file), async () => {
			await checkFixture(node, file, names);
		});
	}
});

suite('node', () => {
	for (const [what, text] of [
		['an empty file', ''],
		[
			'Flow',
			"// @flow\nimport type { A } from 'fs';\nconst x = (y: any);\nfs.copyFile<T>(a);\nopaque type T = ?{| a: 1 |};",
		],
		['unclosed brackets', "const fs = require('fs'\nfs.copyFile(\nclass A { m( { fs.open("],
		['binary text', "\u0000\u0001require('fs')\uFFFD.copyFile(((\u0000"],
		[
			'circles',
			'const a = b, b = a; a.copyFile(); let c = c.d; c.open(); class A { x = this.x; y() { this.x.close() } }',
		],
		['endless members', `const fs = require('fs'); fs${'.promises'.repeat(3000)}.copyFile()`],
		['endless nesting', `${'('.repeat(2000)}require('fs')${')'.repeat(2000)}.copyFile()`],
		['endless parameters', `import fs from 'fs'; ${'(fs) => '.repeat(2000)} fs.open()`],
	] as const) {
		for (const file of ['a.js', 'a.ts', 'a.tsx']) {
			test(`survives ${what} in ${file}`, async () => {
				assert.ok(Array.isArray(await scanText(node, file, text, names)));
			});
		}
	}

	test('counts characters in UTF-16 units', async () => {
		const text = "import fs from 'fs'\n'😀é'; fs.fsync(1)\n//     ^^^^^^^^ fs.fsync";
		assertAnnotated(text, await scanText(node, 'a.js', text, names));
	});

	test('finds nothing in declarations', async () => {
		const text =
			"/// <reference types='node' />\nimport * as fs from 'fs';\nexport declare function open(fs: typeof fs.open): void;";
		assert.deepEqual(await scanText(node, 'a.d.ts', text, names), []);
	});

	test('reads a minified line in time that grows with its length', async () => {
		const bundle = (count: number): string =>
			`var fs=require("fs");${'function a(e,t){if(e)return t(e);var n=fs.openSync(e);try{n.x(t)}catch(e){}}'.repeat(count)}`;
		const time = async (text: string): Promise<number> => {
			const start = performance.now();
			assert.ok((await scanText(node, 'a.js', text, names)).length > 0);
			return performance.now() - start;
		};
		await time(bundle(500));
		const [short, long] = [await time(bundle(1000)), await time(bundle(8000))];
		assert.ok(long < 8 * 4 * short, `${long.toFixed(0)} ms for eight times the text of ${short.toFixed(0)} ms`);
	});

	test('ranges of guards', async () => {
		const text =
			"const fs = require('fs')\nif (process.platform === 'win32') fs.mkdirSync('a')\ntry { fs.rmSync('a') } catch (e) { }";
		const found = (await scanText(node, 'a.js', text, names)).map(({ guard }) => guard?.range);
		assert.deepEqual(found, [
			{ start: { line: 1, character: 4 }, end: { line: 1, character: 32 } },
			{ start: { line: 2, character: 30 }, end: { line: 2, character: 31 } },
		]);
	});
});
