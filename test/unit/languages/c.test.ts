import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { grammarAssets } from '../../../server/scripts/grammarAssets.ts';
import { evaluate, parseDirectiveCondition } from '../../../server/src/core/languages/c/directiveCondition.ts';
import { c } from '../../../server/src/core/languages/c/c.ts';
import { createParsers } from '../../../server/src/core/syntax/wasmParser.ts';
import { realCatalog } from '../../realCatalog.ts';
import { checkFixture, fixtureFiles, scanText } from './scanFixture.ts';

suite('C fixtures', () => {
	for (const file of fixtureFiles('c')) {
		test(path.basename(file), async () => checkFixture(c, file, await realCatalog()));
	}
});

suite('C scanner', () => {
	test('takes any beginning of a file', async () => {
		const names = await realCatalog();
		for (const file of fixtureFiles('c')) {
			const text = readFileSync(file, 'utf8');
			for (let end = 0; end < text.length; end += 397) {
				await scanText(c, file, text.slice(0, end), names);
			}
		}
	});

	test('takes conditions of any length', async () => {
		const condition = `getrandom(0, 0, 0) < 0 ${'&& x '.repeat(8000)}`;
		const parentheses = `${'('.repeat(8000)}getrandom(0, 0, 0)${')'.repeat(8000)}`;
		const text = `int f(void) { if (${condition}) return 1; return ${parentheses}; }`;
		assert.equal((await scanText(c, 'a.c', text, await realCatalog())).length, 2);
	});

	test('counts characters as UTF-16 does', async () => {
		const [call] = await scanText(c, 'a.c', 'int f(void) { puts("𝒳é"); return getpid(); }', await realCatalog());
		assert.equal(call?.api, 'puts');
		const calls = await scanText(c, 'a.c', 'int f(void) { /* 𝒳é */ return getpid(); }', await realCatalog());
		assert.deepEqual(
			calls.map(({ range }) => range.start.character),
			['int f(void) { /* 𝒳é */ return '.length],
		);
	});

	test('gives the same with Windows line ends', async () => {
		const names = await realCatalog();
		for (const file of fixtureFiles('c')) {
			const text = readFileSync(file, 'utf8');
			const ofLines = await scanText(c, file, text, names);
			assert.deepEqual(await scanText(c, file, text.replaceAll('\n', '\r\n'), names), ofLines);
		}
	});
});

suite('queries', () => {
	test('a misspelt capture fails at load', async () => {
		const misspelt = { ...c, queries: { ...c.queries, references: ['refrence'] } };
		await assert.rejects(
			createParsers(grammarAssets)(misspelt, 'a.c'),
			/unknown capture @reference; the scanner knows @refrence/,
		);
	});
});

suite('conditions of directives', () => {
	const known = new Map([
		['ON', 1],
		['OFF', 0],
		['FIVE', 5],
	]);
	for (const [text, value] of [
		['1', 1],
		['0x10UL == 16', 1],
		['defined(ON) && !defined OFF', 1],
		['defined(X) && OFF', 0],
		['X || FIVE > 4', 1],
		['X || OFF', undefined],
		['!(FIVE - 1 == 4)', 0],
		['1 + 2 < 3 || 0', 0],
		['X ? 1 : 0', undefined],
		['', undefined],
		['((', undefined],
	] as const) {
		test(text, () => {
			assert.equal(
				evaluate(parseDirectiveCondition(text), ({ name }) => known.get(name)),
				value,
			);
		});
	}
});
