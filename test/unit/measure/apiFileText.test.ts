import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiFile } from '../../../server/scripts/catalog/apis.ts';
import { apiFileText } from '../../../server/scripts/measure/apiFileText.ts';

const folder = path.resolve(import.meta.dirname, '../../../server/data/apis');

suite('the text of an API map', () => {
	for (const language of ['c', 'python', 'node']) {
		test(`is that of all files of ${language}, so that writing results back changes nothing else`, () => {
			for (const name of readdirSync(path.join(folder, language))) {
				const text = readFileSync(path.join(folder, language, name), 'utf8');
				assert.equal(apiFileText(JSON.parse(text) as ApiFile), text, name);
			}
		});
	}
});
