import { strict as assert } from 'node:assert';
import { tableText, type Column } from '../../../server/src/core/report/columns.ts';

suite('columns', () => {
	const columns: readonly Column[] = [
		{ title: 'number', right: true },
		{ title: 'call' },
		{ title: 'note' },
		{ title: 'what' },
	];
	const plain = { titles: (text: string) => text, width: undefined };
	const rows = [
		['1', 'write', '', 'Writes bytes to a descriptor'],
		['22', 'pipe', '', 'Makes a pipe'],
	];

	test('stand under their titles, and one without text is left out', () => {
		assert.deepEqual(tableText(columns, rows, plain).split('\n'), [
			'number  call   what',
			'     1  write  Writes bytes to a descriptor',
			'    22  pipe   Makes a pipe',
		]);
	});

	test('are cut at the width of a terminal, in the last one alone', () => {
		assert.deepEqual(tableText(columns, rows, { ...plain, width: 32 }).split('\n'), [
			'number  call   what',
			'     1  write  Writes bytes to…',
			'    22  pipe   Makes a pipe',
		]);
	});

	test('stay whole where a terminal is too narrow for words', () => {
		assert.match(tableText(columns, rows, { ...plain, width: 20 }), /Writes bytes to a descriptor$/m);
	});

	test('colours do not move them', () => {
		const red = (text: string): string => `<${text}>`;
		assert.equal(
			tableText(
				[{ title: 'a', colour: red }, { title: 'b' }],
				[
					['x', 'y'],
					['xyz', ''],
				],
				plain,
			),
			'a    b\n<x  >  y\n<xyz>',
		);
	});

	test('without rows are nothing', () => {
		assert.equal(tableText(columns, [], plain), '');
	});
});
