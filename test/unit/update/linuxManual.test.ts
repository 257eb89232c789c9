import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { manualFolder, readLinuxManual } from '../../../server/scripts/update/linuxManual.ts';
import { inManual, pagesOf, pageText } from './manualFolder.ts';

suite('reading the Linux manual for updates', () => {
	test('takes calls, constants and the pages that are wanted, and no other package’s', async () => {
		assert.deepEqual(
			await pagesOf({
				'man2/open.2': pageText('open', '2', []),
				'man2/creat.2': '.so man2/open.2\n',
				'man2const/PR_SET_MOOD.2const': pageText('PR_SET_MOOD', '2const', []),
				'man2/other.2': pageText('other', '2', [], 'Other tools 1.0'),
				'man7/tcp.7': pageText('tcp', '7', []),
				'man7/udp.7': pageText('udp', '7', []),
			}),
			['open(2)', 'PR_SET_MOOD(2const)', 'tcp(7)'],
		);
	});

	test('an alias by link is no page of its own', async () => {
		await inManual({ 'man2/open.2': pageText('open', '2', []) }, async (folder) => {
			symlinkSync('open.2', path.join(folder, 'man2/aaa.2'));
			const pages = await readLinuxManual(folder, () => true);
			assert.deepEqual(
				pages.map(({ name, release }) => [name, release]),
				[['open(2)', '7.1']],
			);
		});
	});

	const stops: readonly (readonly [why: RegExp, files: Record<string, string>])[] = [
		[
			/which is no release|needs its release/,
			{ 'man2/open.2': pageText('open', '2', [], 'Linux man-pages (unreleased)') },
		],
		[/no page of the Linux man-pages project/, { 'man2/open.2': pageText('open', '2', [], 'Other tools 1.0') }],
	];
	for (const [why, files] of stops) {
		test(`stops: ${why.source}`, async () => {
			await inManual(files, (folder) =>
				assert.rejects(
					readLinuxManual(folder, () => true),
					why,
				),
			);
		});
	}

	test('stops where there is no manual', async () => {
		await inManual({ 'man3/printf.3': '' }, (folder) => assert.rejects(manualFolder(folder), /install manpages-dev/));
	});
});
