import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../server/src/core/languages/languages.ts';
import { fixtureFiles, scanText } from '../unit/languages/scanFixture.ts';
import { realCatalog } from '../realCatalog.ts';
import { loadNative, parseNatively } from './nativeParser.ts';

/** The oracle: the native tree-sitter parses every fixture a second time and must lead to the same calls. */
suite('oracle', () => {
	const binding = loadNative();
	if (binding instanceof Error) {
		test('the native tree-sitter loads', function () {
			console.error(
				`\n    THE ORACLE DOES NOT RUN: ${binding.message}\n    npx tsx test/oracle/setup.ts compiles it.\n`,
			);
			assert.notEqual(process.env.CI, 'true', 'with CI=true the oracle must run');
			this.skip();
		});
		return;
	}
	for (const language of languages) {
		for (const file of fixtureFiles(language.id)) {
			test(`${language.id}/${path.basename(file)}`, async () => {
				const text = readFileSync(file, 'utf8');
				const catalog = await realCatalog();
				const source = await parseNatively(binding, language, file, text);
				assert.deepEqual(language.scan(source, catalog), await scanText(language, file, text, catalog));
			});
		}
	}
});
