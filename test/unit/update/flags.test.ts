import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataFile } from '../../../server/scripts/catalog/dataFiles.ts';
import { datedConstants, readTag } from '../../../server/scripts/update/datedConstants.ts';
import { compareFlags } from '../../../server/scripts/update/flagChanges.ts';
import { flagsText } from '../../../server/scripts/update/flagsText.ts';
import type { LinuxPage } from '../../../server/scripts/update/linuxManual.ts';
import type { FlagRow, FlagsFile } from '../../../server/src/core/catalog/generated.ts';
import { page } from './manualFolder.ts';

const paint: readonly FlagRow[] = [
	{ constant: 'PAINT_RED', kind: 'flag', since: '3.1', basis: ['manual'] },
	{ constant: 'PAINT_BLUE', kind: 'flag', since: '4.0', basis: ['manual'] },
];

suite('updating flags', () => {
	const tags: readonly (readonly [tag: string, found: Record<string, string>])[] = [
		['PAINT_RED (since Linux 3.1)', { PAINT_RED: '3.1' }],
		['PAINT_RED (int; since Linux 2.6.24)', { PAINT_RED: '2.6.24' }],
		['PAINT_RED (struct paint *) (since Linux-4.2, but see below)', { PAINT_RED: '4.2' }],
		['PAINT_RED (void (*)(int); since Linux 5.1)', { PAINT_RED: '5.1' }],
		['__PAINT_RED (Linux 2.4 onward)', { __PAINT_RED: '2.4' }],
		['PAINT_RED, PAINT_BLUE (since Linux 5.0)', { PAINT_RED: '5.0', PAINT_BLUE: '5.0' }],
		['PAINT_RED (since Linux 3.1), PAINT_BLUE (since Linux 4.0)', { PAINT_RED: '3.1', PAINT_BLUE: '4.0' }],
		['EPOLLPAINT (since Linux 4.5)', { EPOLLPAINT: '4.5' }],
		['PAINT_RED (Linux 2.0 to Linux 2.5.15)', {}],
		['PAINT_RED (functional since Linux 2.6.28)', {}],
		['PAINT_* (since Linux 3.1)', {}],
		['EBADF (since Linux 3.1)', {}],
		['paint_colour (since Linux 3.1)', {}],
	];
	for (const [tag, found] of tags) {
		test(`reads ${tag}`, () => {
			assert.deepEqual(Object.fromEntries(readTag(tag).map(({ constant, since }) => [constant, since])), found);
		});
	}

	test('reads tags wherever they are but under ERRORS, and a date that begins the text', () => {
		const { page: read } = page('paint', '2', [
			'.SH DESCRIPTION',
			'.TP',
			'.BR PAINT_RED " (since Linux 3.1)"',
			'Red.',
			'.TP',
			'.B PAINT_BLUE',
			'(since Linux 4.0)',
			'Blue.',
			'.SH ERRORS',
			'.TP',
			'.BR PAINT_DRY " (since Linux 4.4)"',
			'Dry.',
		]);
		assert.deepEqual(datedConstants(read), [
			{ constant: 'PAINT_RED', since: '3.1' },
			{ constant: 'PAINT_BLUE', since: '4.0' },
		]);
	});

	test('the history of a page for constants dates them, that of a call does not', () => {
		const history = ['.SH HISTORY', 'Linux 6.3.', '.TP', '.B PAINT_GET', 'Linux 6.4 (on two machines).'];
		assert.deepEqual(datedConstants(page('PAINT_SET', '2const', history).page), [
			{ constant: 'PAINT_SET', since: '6.3' },
			{ constant: 'PAINT_GET', since: '6.4' },
		]);
		assert.deepEqual(datedConstants(page('PAINT_SET', '2', history).page), []);
	});

	test('a new constant joins its family, with the page as a source', () => {
		const { changed, added, conflicts, unplaced } = compare([says('PAINT_GREEN', '7.1')], [file('paint', paint)]);
		assert.deepEqual([added, conflicts, unplaced], [['PAINT_GREEN (7.1) into flags/paint.json'], [], []]);
		assert.deepEqual(changed[0]?.value.flags, [
			...paint,
			{ constant: 'PAINT_GREEN', kind: 'flag', since: '7.1', basis: ['manual'] },
		]);
		assert.equal(changed[0].value.sources.manual?.source, 'A manual 6.20-2: paint(2); Linux man-pages 7.1: paint(2)');
	});

	test('what is added twice is added once', () => {
		const { changed, added } = compare(
			[says('PAINT_GREEN', '7.1'), { ...says('PAINT_GREEN', '7.1'), name: 'brush(2)' }],
			[file('paint', paint)],
		);
		assert.deepEqual([added.length, changed[0]?.value.flags.length], [1, 3]);
	});

	test('the calls of the family are those of the new constant', () => {
		const rows = paint.map((row): FlagRow => ({ ...row, syscalls: ['brush'] }));
		const { changed } = compare([says('PAINT_GREEN', '7.1')], [file('paint', rows, ['paint', 'brush'])]);
		assert.deepEqual(changed[0]?.value.flags.at(-1)?.syscalls, ['brush']);
	});

	const silent: readonly (readonly [why: string, row: Partial<FlagRow>])[] = [
		['what we have', { since: '7.1' }],
		['a disagreement that the note settles', { since: '7.0', note: 'The manual says 7.1; headers of 7.0 have it.' }],
	];
	for (const [why, row] of silent) {
		test(`is silent at ${why}`, () => {
			const rows: readonly FlagRow[] = [
				{ constant: 'PAINT_GREEN', kind: 'flag', since: '7.1', basis: ['manual'], ...row },
			];
			const news = compare([says('PAINT_GREEN', '7.1')], [file('paint', rows)]);
			assert.deepEqual(news, { changed: [], added: [], conflicts: [], unplaced: [], superseded: 0 });
		});
	}

	test('stops at another release, and not where the page is no newer than the one that was read', () => {
		const known = [file('paint', paint)];
		const newer = compare([says('PAINT_RED', '3.2')], known);
		assert.deepEqual(newer.conflicts, ['PAINT_RED: 3.2 says paint(2) of 7.1, 3.1 flags/paint.json']);
		const older = compare([{ ...says('PAINT_RED', '3.2'), release: '6.20' }], known);
		assert.deepEqual([older.conflicts, older.superseded], [[], 1]);
	});

	test('stops where no family is, where it is of several kinds, and where several files have it', () => {
		const mixed = paint.map((row, i): FlagRow => ({ ...row, kind: i === 0 ? 'value' : 'flag' }));
		const stray = compare([says('SAND_DRY', '7.1')], [file('paint', paint)]);
		assert.deepEqual(stray.unplaced, ['SAND_DRY: 7.1 says paint(2) of 7.1; is it one for flags/paint.json?']);
		assert.equal(compare([says('PAINT_GREEN', '7.1')], [file('paint', mixed)]).unplaced.length, 1);
		assert.equal(
			compare([says('PAINT_GREEN', '7.1')], [file('paint', paint), file('paint-more', paint)]).unplaced.length,
			1,
		);
		assert.equal(compare([says('PAINT_GREEN', '7.1')], []).unplaced.length, 1);
	});

	test('passes over what no call takes', () => {
		const attribute = { ...says('STATX_ATTR_PAINTED', '7.1'), name: 'statx(2)' };
		assert.deepEqual(compare([attribute], []).unplaced, []);
	});

	test('writes every file of ours as it is', () => {
		const folder = path.resolve(import.meta.dirname, '../../../server/data/flags');
		for (const name of readdirSync(folder)) {
			const text = readFileSync(path.join(folder, name), 'utf8');
			assert.equal(flagsText(JSON.parse(text) as FlagsFile), text, name);
		}
	});
});

function compare(pages: readonly LinuxPage[], files: readonly DataFile<FlagsFile>[]) {
	return compareFlags(pages, files);
}

function says(constant: string, since: string): LinuxPage {
	return page('paint', '2', ['.SH DESCRIPTION', '.TP', `.BR ${constant} " (since Linux ${since})"`, 'A colour.']);
}

function file(name: string, rows: readonly FlagRow[], syscalls: readonly string[] = ['paint']): DataFile<FlagsFile> {
	const value = {
		$schema: '../schemas/flags.schema.json',
		syscalls,
		flags: rows,
		sources: { manual: { source: 'A manual 6.20-2: paint(2)', says: 'the release beside the constant' } },
	};
	return { path: `flags/${name}.json`, name, value: value as unknown as FlagsFile };
}
