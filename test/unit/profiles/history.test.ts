import { strict as assert } from 'node:assert';
import type { EngineName } from '../../../server/src/core/catalog/profiles.ts';
import { profileMarkdown, profileRows, verdictWords } from '../../../server/src/core/features/profileMarkdown.ts';
import { profileHistory } from '../../../server/src/core/profiles/history.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('profile history', () => {
	const cases: readonly (readonly [engine: EngineName, syscall: string, ...changes: string[]])[] = [
		['docker', 'clone3', '17.03.0 refused with EPERM', '20.10.10 refused with ENOSYS without CAP_SYS_ADMIN'],
		['docker', 'statx', '17.03.0 refused with EPERM', '18.04.0 allowed'],
		['docker', 'io_uring_setup', '17.03.0 refused with EPERM', '20.10.0 allowed', '25.0.0 refused with EPERM'],
		['docker', 'close_range', '17.03.0 refused with EPERM', '20.10.4 allowed'],
		[
			'docker',
			'cachestat',
			'17.03.0 refused with EPERM',
			'20.10.4 refused with ENOSYS',
			'23.0.10 allowed',
			'24.0.0 refused with ENOSYS',
			'25.0.3 allowed',
		],
		['podman', 'keyctl', '2.1.0 refused with EPERM', '3.1.0 allowed'],
		['podman', 'kexec_load', '2.1.0 refused with EPERM'],
		['podman', 'chroot', '2.1.0 allowed', '4.4.0 refused with EPERM without CAP_SYS_CHROOT', '4.4.3 allowed'],
		['containerd', 'ptrace', '1.0.0 refused with EPERM without CAP_SYS_PTRACE', '1.6.7 allowed on Linux 4.8 or newer'],
		['containerd', 'read', '1.0.0 allowed'],
	];
	for (const [engine, syscall, ...changes] of cases) {
		test(`${engine} ${syscall}`, async () => {
			const history = profileHistory(engine, syscall, 'x86_64', await realCatalog());
			assert.deepEqual(
				history.map(({ since, verdict }) => `${since} ${verdictWords(verdict)}`),
				changes,
			);
		});
	}
});

suite('profile Markdown', () => {
	test('tells each engine and the last change', async () => {
		assert.equal(
			profileMarkdown('clone3', await realCatalog()),
			[
				'| container profile | answer | before |',
				'|---|---|---|',
				'| Docker 29.7.2 | refused with ENOSYS without CAP_SYS_ADMIN, since 20.10.10 | refused with EPERM |',
				'| Podman 5.8.2 | allowed, since 3.3.0 | refused with EPERM |',
				'| containerd 2.3.4 | refused with ENOSYS without CAP_SYS_ADMIN, since 1.5.6 | from 1.5.0 on refused with EPERM |',
			].join('\n'),
		);
	});

	test('says of what was always allowed that it is', async () => {
		for (const name of ['read', 'getrandom']) {
			assert.equal(
				profileMarkdown(name, await realCatalog()),
				[
					'| container profile | answer | before |',
					'|---|---|---|',
					'| Docker 29.7.2 | allowed |  |',
					'| Podman 5.8.2 | allowed |  |',
					'| containerd 2.3.4 | allowed |  |',
				].join('\n'),
			);
		}
	});

	test('in a table with other things, engines that agree share a row', async () => {
		assert.deepEqual(profileRows(['read'], await realCatalog()), [
			['Docker 29.7.2, Podman 5.8.2, containerd 2.3.4', '✓ allowed'],
		]);
	});

	test('of several calls, names those that are not simply allowed', async () => {
		assert.deepEqual(profileRows(['clone3', 'execve'], await realCatalog()), [
			['Docker 29.7.2, containerd 2.3.4', '✗ `clone3` refused with ENOSYS without CAP_SYS_ADMIN'],
			['Podman 5.8.2', '✓ allowed'],
		]);
	});

	test('is silent about what is no call', async () => {
		for (const name of ['no_such_call', 'constructor']) {
			assert.equal(profileMarkdown(name, await realCatalog()), '', name);
		}
	});

	test('is silent about an architecture that has no such call', async () => {
		assert.equal(profileMarkdown('arch_prctl', await realCatalog(), 'arm64'), '');
	});
});
