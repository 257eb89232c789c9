import { strict as assert } from 'node:assert';
import { resolveProfile } from '../../../server/src/core/profiles/profile.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('profile: names that people use', () => {
	const known: readonly (readonly [id: string, told: string])[] = [
		['docker', 'Docker 29.7.2'],
		['docker@20.10.9', 'Docker 20.10.9'],
		['docker@v20.10.9', 'Docker 20.10.9'],
		['docker@17.03.2-ce', 'Docker 17.03.2'],
		['docker@27', 'Docker 27'],
		['docker@29.9', 'Docker 29.9'],
		['podman', 'Podman 5.8.2'],
		['podman@4.4', 'Podman 4.4'],
		['containerd@1.7', 'containerd 1.7'],
		['none', 'none'],
		['unconfined', 'none'],
		['profiles/seccomp.json', 'file profiles/seccomp.json'],
	];
	for (const [id, told] of known) {
		test(id, async () => {
			const profile = resolveProfile(id, await realCatalog());
			const words =
				profile.kind === 'rules' ? profile.title : profile.kind === 'file' ? `file ${profile.path}` : profile.kind;
			assert.equal(words, told);
			assert.equal(profile.id, id);
		});
	}
});

suite('profile: names of none', () => {
	const unknown: readonly (readonly [id: string, suggestions: readonly string[]])[] = [
		['dokcer', ['docker']],
		['docker@99', ['docker@29.7.2']],
		['docker@30.0.1', ['docker@29.7.2']],
		['docker@1.13.1', ['docker@17.03.0']],
		['podman@0.57.0', ['podman@2.1.0']],
		['podman@12', ['podman@5.8.2']],
		['containerd@3', ['containerd@2.3.4']],
		['docker@', ['docker']],
		['docker@latest', ['docker']],
		['docker@20@10', ['docker']],
		['constructor', []],
		['', []],
	];
	for (const [id, suggestions] of unknown) {
		test(`'${id}'`, async () => {
			assert.deepEqual(resolveProfile(id, await realCatalog()), { kind: 'unknown', id, suggestions });
		});
	}
});
