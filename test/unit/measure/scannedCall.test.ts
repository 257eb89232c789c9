import assert from 'node:assert/strict';
import { grammarAssets } from '../../../server/scripts/grammarAssets.ts';
import type { Case } from '../../../server/scripts/measure/cases.ts';
import { scannedCall, type Wrapping } from '../../../server/scripts/measure/scannedCall.ts';
import type { ApiCall } from '../../../server/src/core/domain/apiCall.ts';
import { rowOfCall } from '../../../server/src/core/judgement/callRow.ts';
import { createParsers } from '../../../server/src/core/syntax/wasmParser.ts';
import { realCatalog } from '../../realCatalog.ts';

const parserOf = createParsers(grammarAssets);
const c: Wrapping = { file: 'case.c', head: 'void measured(void)\n{', tail: ';\n}' };
const python: Wrapping = { file: 'case.py', head: 'import os, pathlib', tail: '' };

async function scan(wrapping: Wrapping, parts: Partial<Case> & Pick<Case, 'call'>): Promise<ApiCall | string> {
	const language = wrapping === c ? 'c' : 'python';
	return scannedCall({ language, file: '', line: 1, setUp: '', ...parts }, wrapping, await realCatalog(), parserOf);
}

suite('the call of a case', () => {
	test('is the one that the scanner finds in its line, with its arguments', async () => {
		const call = await scan(c, { setUp: 'int fd = open("f", O_RDONLY);', call: 'preadv2(fd, &v, 1, 0, RWF_NOWAIT)' });
		assert.ok(typeof call === 'object');
		assert.equal(call.api, 'preadv2');
		assert.deepEqual(call.arguments?.at(-1), { kind: 'flags', names: ['RWF_NOWAIT'], rest: false });
	});

	test('is known by what its set-up made', async () => {
		const call = await scan(python, { setUp: 'p = pathlib.Path("f")', call: 'p.stat()' });
		assert.ok(typeof call === 'object');
		assert.equal(call.api, 'pathlib.Path.stat');
	});

	test('is the named one of several', async () => {
		const text = '({ pid_t id = fork(); if (id == 0) _exit(0); id; })';
		assert.equal(await scan(c, { call: text }), 'the scanner finds fork, _exit in it');
		const call = await scan(c, { call: text, api: 'fork' });
		assert.ok(typeof call === 'object');
		assert.equal(call.api, 'fork');
	});

	test('of an everyday function is there without the scanner', async () => {
		const call = await scan(c, { call: 'malloc(8)', api: 'malloc' });
		assert.ok(typeof call === 'object');
		assert.equal(call.api, 'malloc');
		assert.equal(await scan(c, { call: 'malloc(8)' }), 'the scanner finds none in it');
	});

	test("has the row that a boolean asks for: Python's True is a number to the scanner", async () => {
		const needs = async (argument: string): Promise<readonly (string | undefined)[]> => {
			const call = await scan(python, { call: `os.access("f", os.R_OK${argument})` });
			assert.ok(typeof call === 'object');
			return rowOfCall(call, await realCatalog()).needs.map(([first]) => first?.syscall);
		};
		assert.deepEqual(await needs(''), ['access']);
		assert.deepEqual(await needs(', effective_ids=True'), ['faccessat2']);
	});
});
