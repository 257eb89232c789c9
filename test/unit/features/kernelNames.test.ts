import { strict as assert } from 'node:assert';
import type { NamedKernel } from '../../../server/src/core/features/kernelNames.ts';
import { kernelNames } from '../../../server/src/core/features/kernelNames.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('kernelNames', () => {
	test('every name that is offered is a kernel', async () => {
		const catalog = await realCatalog();
		const names = kernelNames([], catalog).flatMap(({ kernels }) => kernels.map(({ id }) => id));
		assert.ok(names.length > 200);
		assert.deepEqual(
			names.filter((id) => resolveKernel(id, catalog).kind === 'unknown'),
			[],
		);
	});

	test('vendors stand in the order of their releases, the sandbox last', async () => {
		const vendors = (await group('vendors')).map(({ id }) => id);
		assert.deepEqual(vendors.slice(0, 3), ['rhel6', 'rhel7', 'rhel8.0']);
		assert.ok(vendors.indexOf('rhel8.9') < vendors.indexOf('rhel8.10'));
		assert.deepEqual(vendors.slice(-2), ['rhel10.0', 'gvisor']);
	});

	test('a distribution tells its code name and what it ships with', async () => {
		const distros = new Map((await group('distributions')).map(({ id, description }) => [id, description]));
		assert.equal(distros.get('debian:12'), 'bookworm, ships with Linux 6.1');
		assert.equal(distros.get('centos:7'), 'ships with Linux 3.10 + rhel7 back-ports');
	});

	test('mainline releases stand newest first, with what they brought', async () => {
		const catalog = await realCatalog();
		const mainline = await group('mainline');
		assert.equal(mainline[0]?.id, catalog.newestRelease);
		assert.deepEqual(
			mainline.find(({ id }) => id === '5.11'),
			{ id: '5.11', description: 'adds epoll_pwait2' },
		);
		assert.equal(mainline.find(({ id }) => id === '4.10')?.description, 'no new call');
	});

	async function group(title: string): Promise<readonly NamedKernel[]> {
		return kernelNames([], await realCatalog()).find((one) => one.title === title)?.kernels ?? [];
	}
});
