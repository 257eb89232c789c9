import assert from 'node:assert/strict';
import { expandBraces } from '../../../server/src/core/images/bracePattern.ts';
import { TagTable } from '../../../server/src/core/images/tagTable.ts';

suite('brace patterns', () => {
	for (const [pattern, tags] of [
		['latest', ['latest']],
		['3{,-slim}', ['3', '3-slim']],
		['{a,b}{,-c}', ['a', 'a-c', 'b', 'b-c']],
		['3.7.{4..9}', ['3.7.4..9']],
		['{3.7.{4..9},3.8}{,-slim}', ['3.7.4..9', '3.7.4..9-slim', '3.8', '3.8-slim']],
	] as const) {
		test(pattern, () => {
			const parts = expandBraces(pattern).map((part) =>
				part.kind === 'tag' ? part.tag : `${part.before}${part.low}..${part.high}${part.after}`,
			);
			assert.deepEqual(parts, tags);
		});
	}
});

suite('tag tables', () => {
	const table = new TagTable<string>();
	table.add('3.7.{4..9}{,-slim} 3.8', 'buster');
	table.add('3.7.6', 'odd');

	for (const [tag, value] of [
		['3.7.4', 'buster'],
		['3.7.9-slim', 'buster'],
		['3.7.6', 'odd'],
		['3.8', 'buster'],
		['3.7.3', undefined],
		['3.7.10', undefined],
		['3.7.04', undefined],
		['3.7.4-alpine', undefined],
		['3.7', undefined],
	] as const) {
		test(`${tag} → ${value ?? 'nothing'}`, () => {
			assert.equal(table.get(tag), value);
		});
	}
});
