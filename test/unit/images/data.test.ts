import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { readDataFiles } from '../../../server/scripts/catalog/dataFiles.ts';
import { expandBraces } from '../../../server/src/core/images/bracePattern.ts';
import type { ImageCatalog } from '../../../server/src/core/images/imageCatalog.ts';
import { dataFolder, realImages } from './realImages.ts';

suite('image data', () => {
	let catalog: ImageCatalog;

	suiteSetup(async () => {
		catalog = await realImages();
	});

	test('every pattern is a regular expression', () => {
		const images = Object.values(catalog.images);
		const patterns = [
			...catalog.rules.flatMap(({ match, minor, interpreterTag, tags }) => [
				match,
				minor ?? '',
				interpreterTag ?? '',
				...(tags ?? []).map(({ tag }) => tag),
			]),
			...catalog.suffixes.patterns.map(({ tag }) => tag),
			...images.flatMap(({ names, interpreter }) => [
				interpreter?.version ?? '',
				...(names ?? []).map(({ tag }) => tag),
				...(interpreter?.floating ?? []).map(({ tag }) => tag),
			]),
		];
		for (const pattern of patterns) {
			assert.doesNotThrow(() => new RegExp(pattern), pattern);
		}
	});

	test('each tag of an image is told once', () => {
		for (const [name, { releases }] of Object.entries(catalog.images)) {
			const seen = new Set<string>();
			for (const part of releases.flatMap(([, tags]) => tags.split(' ').flatMap(expandBraces))) {
				const key = part.kind === 'tag' ? part.tag : `${part.before}{${part.low}..${part.high}}${part.after}`;
				assert.ok(!seen.has(key), `${name}:${key}`);
				seen.add(key);
			}
		}
	});

	test('days of moves come in order', () => {
		for (const [name, { releases }] of Object.entries(catalog.images)) {
			for (const [moves] of releases) {
				const days = Array.isArray(moves) ? (moves.slice(1) as [string, unknown][]).map(([day]) => day) : [];
				assert.deepEqual(days, [...new Set(days)].sort(), name);
			}
		}
	});

	test('every file can be reviewed, and the bundle stays small', async () => {
		for (const { path: file } of await readDataFiles(dataFolder, 'images')) {
			assert.ok(statSync(path.join(dataFolder, file)).size < 100_000, file);
		}
		assert.ok(JSON.stringify(catalog).length < 600_000);
	});
});
