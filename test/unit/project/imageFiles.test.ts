import assert from 'node:assert/strict';
import { governingImageFiles, isImageFile } from '../../../server/src/core/project/imageFiles.ts';
import { upward } from '../../../server/src/core/project/upward.ts';
import { MemoryHost } from '../../memoryHost.ts';

suite('image files', () => {
	for (const name of [
		'Dockerfile',
		'dockerfile',
		'Dockerfile.alpine',
		'Dockerfile-dev',
		'app.Dockerfile',
		'Containerfile',
		'web.dockerfile',
	]) {
		test(`${name} is one`, () => assert.equal(isImageFile(name), true));
	}
	for (const name of [
		'Dockerfile.dockerignore',
		'Dockerfile.j2',
		'Dockerfile.md',
		'dockerfile.py',
		'MyDockerfile',
		'Dockerfiles',
	]) {
		test(`${name} is none`, () => assert.equal(isImageFile(name), false));
	}

	test('all of the nearest folder upwards govern', async () => {
		const host = new MemoryHost({
			Dockerfile: '',
			'app/Dockerfile': '',
			'app/Dockerfile.alpine': '',
			'app/src/deep/a.c': '',
		});
		const found = await governingImageFiles(upward(host.path('app/src/deep'), host.root, host));
		assert.deepEqual(found, [host.path('app/Dockerfile'), host.path('app/Dockerfile.alpine')]);
	});

	test('without a root the search ends at the repository', async () => {
		const host = new MemoryHost({ Dockerfile: '', 'repo/.git/HEAD': '', 'repo/src/a.c': '' });
		assert.deepEqual(await governingImageFiles(upward(host.path('repo/src'), undefined, host)), []);
	});
});
