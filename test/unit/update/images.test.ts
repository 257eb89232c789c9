import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BlockReleases, type LibraryDay } from '../../../server/scripts/update/blockRelease.ts';
import { followImage, type Following } from '../../../server/scripts/update/imageChanges.ts';
import { formatImage, newImage, withSource, type ImageFile } from '../../../server/scripts/update/imageFile.ts';
import { stopAtUnsettled } from '../../../server/scripts/update/imageStops.ts';
import { parseLibrary } from '../../../server/scripts/update/library.ts';
import { openCheckout, repositoryName } from '../../../server/scripts/update/libraryDays.ts';
import { editPatterns, patternsOf, tagsOf } from '../../../server/scripts/update/tagPatterns.ts';
import type { ImageCatalog } from '../../../server/src/core/images/imageCatalog.ts';
import { dataFolder } from '../images/realImages.ts';

const imagesFolder = path.join(dataFolder, 'images');

const catalog: ImageCatalog = {
	snapshot: '2025-01-01',
	images: {
		own: { releases: [], names: [{ tag: '^(?<v>\\d+)$', release: 'own-{v}' }] },
		odd: { releases: [], suffixes: false },
	},
	rules: [],
	suffixes: {
		codenames: { bookworm: 'debian-12', trixie: 'debian-13', groovy: 'ubuntu-20.10' },
		patterns: [
			{ tag: 'alpine(?<v>3\\.\\d+)', release: 'alpine-{v}' },
			{ tag: 'windows', release: 'windows' },
		],
	},
	moving: [],
};

/** A day of the library whose files are given as texts. */
function libraryDay(day: string, files: Readonly<Record<string, string>>): LibraryDay {
	return { day, blocks: (image) => parseLibrary(files[image] ?? '') };
}

function block(tags: string, directory = 'd', shared = ''): string {
	return `GitRepo: https://example.org/o/r.git\n\nTags: ${tags}\n${shared === '' ? '' : `SharedTags: ${shared}\n`}Directory: ${directory}\n`;
}

function following(dockerfiles: Readonly<Record<string, string>> = {}, rest: Partial<Following> = {}): Following {
	const releases = new BlockReleases({
		catalog,
		dockerfile: ({ directory }) => dockerfiles[directory],
		resolve: (reference) => (reference === 'corp/base:1' ? 'rhel-9' : undefined),
	});
	return { releases, ...rest };
}

function file(releases: ImageFile['releases'] = [], rest: Partial<ImageFile> = {}): ImageFile {
	return { ...newImage('app'), history: { from: '2024-01-01', to: '2025-01-01' }, releases, ...rest };
}

/** Follows the image `app` through days, each with the text of its file. */
function follow(
	before: ImageFile,
	days: Readonly<Record<string, string>>,
	options = following(),
): ReturnType<typeof followImage> {
	return followImage(
		before,
		Object.entries(days).map(([day, text]) => libraryDay(day, { app: text })),
		options,
	);
}

suite('updating images', () => {
	test('writes the files of the repository as they are written', () => {
		for (const name of readdirSync(imagesFolder)) {
			const text = readFileSync(path.join(imagesFolder, name), 'utf8');
			const again = formatImage(JSON.parse(text) as ImageFile);
			assert.deepEqual(JSON.parse(again), JSON.parse(text), name);
			assert.equal(again.split('\n').length, text.split('\n').length, name);
		}
	});

	test('reads a file of the library', () => {
		const text = [
			'# a comment',
			'Maintainers: Somebody <a@example.org>,',
			'             Another <b@example.org>',
			'GitRepo: https://example.org/o/r.git',
			'GitCommit: aaa',
			'',
			'Tags: 1.2, 1,',
			' latest',
			'SharedTags: any',
			'Directory: 1/x',
			'',
			'# another',
			'Tags: 2',
			'GitCommit: bbb',
			'amd64-Directory: 2/amd',
			'File: Other',
		].join('\n');
		const repository = 'https://example.org/o/r.git';
		assert.deepEqual(parseLibrary(text), [
			{
				tags: ['1.2', '1', 'latest'],
				shared: ['any'],
				repository,
				commit: 'aaa',
				directory: '1/x',
				file: 'Dockerfile',
			},
			{ tags: ['2'], shared: [], repository, commit: 'bbb', directory: '2/amd', file: 'Other' },
		]);
		assert.equal(repositoryName(repository), 'o/r');
	});

	test('lists new tags that their own form does not tell', () => {
		const { file: after, changed } = follow(file(), { '2025-02-01': block('1.1-trixie, 1-trixie, 1.1, 1') });
		assert.ok(changed);
		assert.deepEqual(after.history, { from: '2024-01-01', to: '2025-02-01' });
		assert.deepEqual(after.releases, [{ release: 'debian-13', tags: ['{1,1.1}'] }]);
	});

	test('dates the move of a tag', () => {
		const { file: after, news } = follow(file([{ release: 'debian-12', tags: ['{1,1.{0..1}}'] }]), {
			'2025-02-01': block('1.1-bookworm, 1.1, 1'),
			'2025-03-01': block('1.2-trixie, 1.2, 1'),
		});
		assert.deepEqual(after.releases, [
			{ release: 'debian-12', tags: ['1.{0..1}'] },
			{ release: 'debian-13', tags: ['1.2'] },
			{ first: 'debian-12', then: { '2025-03-01': 'debian-13' }, tags: ['1'] },
		]);
		assert.deepEqual(news, ['app:1 is debian-13 from 2025-03-01 on, no longer debian-12']);
	});

	test('a shared tag is what it is on Linux', () => {
		const text = `${block('1-trixie', 'a', '1, latest')}\n${block('1-windows', 'b', '1')}`;
		assert.deepEqual(follow(file(), { '2025-02-01': text }).file.releases, [
			{ release: 'debian-13', tags: ['{1,latest}'] },
		]);
	});

	for (const [what, directory, dockerfile, release] of [
		['the folder', '1/trixie', undefined, 'debian-13'],
		['the last stage of the Dockerfile', 'd', 'FROM other:1 AS build\nFROM corp/base:1', 'rhel-9'],
		['an image of the library on that day', 'd', 'FROM other:1', 'alpine-3.20'],
		['a Dockerfile that begins with nothing', 'd', 'FROM scratch', 'scratch'],
	] as const) {
		test(`${what} tells what tags do not`, () => {
			const files = { app: block('1', directory), other: block('1, 1-alpine3.20') };
			const options = following(dockerfile === undefined ? {} : { [directory]: dockerfile });
			const { file: after, untold } = followImage(file(), [libraryDay('2025-02-01', files)], options);
			assert.deepEqual(untold, []);
			assert.deepEqual(after.releases, [{ release, tags: ['1'] }]);
		});
	}

	test('a base that moved later moves the image too', () => {
		const before = file([{ release: 'alpine-3.19', tags: ['1'] }]);
		const last = libraryDay('2025-04-01', { app: block('1'), other: block('1, 1-alpine3.20') });
		const { file: after } = followImage(before, [], following({ d: 'FROM other:1' }, { last }));
		assert.deepEqual(after.releases, [{ first: 'alpine-3.19', then: { '2025-04-01': 'alpine-3.20' }, tags: ['1'] }]);
		assert.equal(followImage(before, [], following({}, { last })).changed, false);
	});

	test('stops at what nothing tells, and writes it as not known where that is wanted', () => {
		const before = file([{ release: 'debian-12', tags: ['1'] }]);
		const days = { '2025-02-01': block('1, 2', 'plain') };
		const stopped = follow(before, days);
		assert.throws(() => {
			stopAtUnsettled([stopped], { dataFolder, unknown: false });
		}, /app:1 \(plain\)[^]*git clone --filter=blob:none https:\/\/example\.org\/o\/r\.git FOLDER\/o\/r/);
		const unknown = follow(before, days, following({}, { unknown: true }));
		stopAtUnsettled([unknown], { dataFolder, unknown: true });
		assert.deepEqual(unknown.file.releases, [{ first: 'debian-12', then: { '2025-02-01': null }, tags: ['1'] }]);
	});

	test('stops at a release without facts', () => {
		const followed = follow(file(), { '2025-02-01': block('1-alpine3.99, 1') });
		assert.throws(() => {
			stopAtUnsettled([followed], { dataFolder, unknown: false });
		}, /distros\/alpine-3\.99\.json/);
	});

	test('stops where the library contradicts itself or what was read before', () => {
		const both = follow(file(), { '2025-02-01': block('1-bookworm, 1-trixie') });
		assert.throws(() => {
			stopAtUnsettled([both], { dataFolder, unknown: true });
		}, /debian-12 or debian-13/);
		const before = follow(file([{ release: 'debian-12', tags: ['1'] }]), { '2024-06-01': block('1-trixie, 1') });
		assert.deepEqual(before.conflicts, ['app:1 on 2024-06-01: debian-13, in our data debian-12']);
	});

	test('fills in days that were read before, from the day on which it can tell', () => {
		const { file: after } = follow(file(), {
			'2024-06-01': block('1-bookworm, 1'),
			'2024-07-01': block('1-trixie, 1, 2'),
		});
		assert.deepEqual(after.releases, [
			{ release: 'debian-13', tags: ['2'] },
			{ first: null, then: { '2024-06-01': 'debian-12', '2024-07-01': 'debian-13' }, tags: ['1'] },
		]);
		assert.equal(after.history.to, '2025-01-01');
	});

	test('a word that means something else in the image tells nothing', () => {
		const texts = { odd: block('1-trixie', 'trixie'), groovy: block('1', 'groovy-1/jdk') };
		for (const name of ['odd', 'groovy']) {
			const { file: after } = followImage({ ...newImage(name) }, [libraryDay('2025-02-01', texts)], following());
			assert.deepEqual(after.releases, [], name);
		}
	});

	test('follows the versions behind tags without one', () => {
		const interpreter: ImageFile['interpreter'] = {
			name: 'python',
			version: '^(?<version>\\d+(?:\\.\\d+)+)',
			floating: [{ tag: '^3(?=$|-)|^(?!\\d)', first: '3.13' }],
			snapshot: { '3.13': '3.13.0' },
			removed: { '2024-02-01': ['back'] },
		};
		const { file: after, conflicts } = follow(file([], { interpreter }), {
			'2025-02-01': block('3.13.1-trixie, 3.13-trixie, 3-trixie, 3, old'),
			'2025-03-01': block('3.14.0-trixie, 3.14-trixie, 3-trixie, 3, back'),
		});
		assert.deepEqual(conflicts, []);
		assert.deepEqual(after.interpreter, {
			...interpreter,
			floating: [{ tag: '^3(?=$|-)|^(?!\\d)', first: '3.13', then: { '2025-03-01': '3.14' } }],
			snapshot: { '3.14': '3.14.0' },
			removed: { '2025-03-01': ['old'] },
		});
	});

	test('a word that needs a row of its own is a conflict', () => {
		const interpreter = {
			name: 'node',
			version: '^(?<version>\\d+(?:\\.\\d+)*)',
			floating: [{ tag: '^(?!\\d)', first: '25' }],
		};
		const text = `${block('26.1-trixie, 26, latest')}\n${block('24.3-trixie, 24, lithium')}`;
		assert.match(follow(file([], { interpreter }), { '2025-02-01': text }).conflicts.join(), /lithium is node 24/);
	});

	test('names the commit once, whatever the number of updates', () => {
		const first = withSource(file([], { history: { from: '2024-01-01', to: '2025-02-01' } }), 'aaaaaaaa', '2025-01-01');
		const second = withSource(
			{ ...first, history: { from: '2024-01-01', to: '2025-03-01' } },
			'bbbbbbbb',
			'2025-02-01',
		);
		assert.equal(second.sources.length, 1);
		assert.match(second.sources[0]?.says ?? '', /from 2025-01-01 to 2025-03-01;/);
		assert.match(second.sources[0]?.url ?? '', /bbbbbbbb/);
	});
});

suite('patterns of tags', () => {
	for (const [tags, patterns] of [
		['1 2 3', ['{1..3}']],
		['3.7.4 3.7.5 3.8 3.7.4-slim 3.7.5-slim 3.8-slim', ['{3.7.{4..5},3.8}{,-slim}']],
		['1 1-slim 2', ['{1..2}', '1-slim']],
		['alpine latest', ['{alpine,latest}']],
		['8-jdk11-alpine 8-jdk12-alpine', ['8-jdk{11..12}-alpine']],
		['x-20250101 x-20250131 x-20250101-slim x-20250131-slim', ['x-{20250101..20250131}{,-slim}']],
		['1.09 1.10', ['{1.09,1.10}']],
	] as const) {
		test(`${tags} → ${patterns.join(' ')}`, () => {
			assert.deepEqual(patternsOf(tags.split(' ')), patterns);
		});
	}

	test('say the same tags as the files of the repository', () => {
		for (const name of readdirSync(imagesFolder).filter((one) => one !== 'debian.json')) {
			const { releases } = JSON.parse(readFileSync(path.join(imagesFolder, name), 'utf8')) as ImageFile;
			for (const row of releases) {
				const tags = tagsOf(row.tags);
				assert.deepEqual(tagsOf(patternsOf(tags)), tags, name);
			}
		}
	});

	test('leave lines alone that have nothing to do with an edit', () => {
		const patterns = ['{3.7.{4..9},3.8.0}{,-slim}', 'b{-x,-y}', 'latest'];
		const edited = editPatterns(patterns, { added: ['3.8.1', '3.8.1-slim'], removed: new Set(['latest']) });
		assert.deepEqual(edited, ['b{-x,-y}', '{3.7.{4..9},3.8.{0..1}}{,-slim}']);
	});
});

suite('a checkout of the library', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'library-'));
	const git = (day: string, ...args: readonly string[]): void => {
		const env = { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` };
		const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
		execFileSync('git', ['-C', folder, ...identity, ...args], { env, stdio: 'ignore' });
	};
	const commit = (day: string, files: Readonly<Record<string, string>>): void => {
		for (const [name, text] of Object.entries(files)) {
			writeFileSync(path.join(folder, 'library', name), text);
		}
		git(day, 'add', '.');
		git(day, 'commit', '-m', day);
	};

	suiteSetup(() => {
		mkdirSync(path.join(folder, 'library'));
		git('2025-01-01', 'init');
		commit('2025-01-01', { app: block('1-bookworm, 1'), other: block('x') });
		commit('2025-02-01', { other: block('y') });
		commit('2025-03-01', { app: block('2') });
		commit('2025-03-01', { app: block('2-trixie, 1') });
		commit('2025-04-01', { other: block('z') });
	});
	suiteTeardown(() => {
		rmSync(folder, { recursive: true });
	});

	test('gives the state before, and the last one of each later day', () => {
		const checkout = openCheckout(folder, '9999-12-31');
		assert.deepEqual(checkout.images, ['app', 'other']);
		const days = checkout.days('app', '2025-02-15').map(({ day, blocks }) => [day, blocks('app')[0]?.tags.join(' ')]);
		assert.deepEqual(days, [
			['2025-01-01', '1-bookworm 1'],
			['2025-03-01', '2-trixie 1'],
		]);
		assert.equal(checkout.last.day, '2025-04-01');
	});

	test('as of a day, later commits are not there', () => {
		const { last, days } = openCheckout(folder, '2025-02-20');
		assert.equal(last.day, '2025-02-01');
		assert.equal(days('app', '2024-01-01').length, 1);
		assert.deepEqual(openCheckout(folder, '2020-01-01').images, []);
	});

	test('a folder that is none has no images', () => {
		assert.deepEqual(openCheckout(path.join(folder, 'nosuch'), '9999-12-31').images, []);
	});
});
