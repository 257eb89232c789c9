import { strict as assert } from 'node:assert';
import type { Catalog } from '../../../server/src/core/catalog/catalog.ts';
import type { Kernel } from '../../../server/src/core/domain/target.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { diffKernels, syscallsOf } from '../../../server/src/core/kernels/kernelTable.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('kernelTable', () => {
	test('RHEL 7 has fifteen calls more than its base, and one less', async () => {
		const catalog = await realCatalog();
		const { added, removed } = diffKernels(kernel('3.10', catalog), kernel('rhel7', catalog), 'x86_64', catalog);
		assert.deepEqual(added, [
			'bpf',
			'copy_file_range',
			'getrandom',
			'kexec_file_load',
			'membarrier',
			'memfd_create',
			'mlock2',
			'pkey_alloc',
			'pkey_free',
			'pkey_mprotect',
			'renameat2',
			'sched_getattr',
			'sched_setattr',
			'seccomp',
			'userfaultfd',
		]);
		assert.deepEqual(removed, ['_sysctl']);
	});

	test('from RHEL 6 to 7 two calls go', async () => {
		const catalog = await realCatalog();
		const { added, removed } = diffKernels(kernel('rhel6', catalog), kernel('rhel7', catalog), 'x86_64', catalog);
		assert.deepEqual(removed, ['_sysctl', 'nfsservctl']);
		assert.ok(['memfd_create', 'fanotify_init', 'kcmp', 'getcpu'].every((name) => added.includes(name)));
		assert.ok(!added.includes('recvmmsg'), 'RHEL 6 has it already');
	});

	test('back-ports of RHEL 8 add up from minor to minor', async () => {
		const catalog = await realCatalog();
		for (let minor = 1; minor <= 10; minor++) {
			const [before, after] = [kernel(`rhel8.${minor - 1}`, catalog), kernel(`rhel8.${minor}`, catalog)];
			assert.deepEqual(diffKernels(before, after, 'x86_64', catalog).removed, [], after.id);
		}
	});

	test('rows come by number, and each number once', async () => {
		const catalog = await realCatalog();
		for (const arch of ['x86_64', 'i386', 'arm64', 'riscv64'] as const) {
			const numbers = syscallsOf(kernel('7.3', catalog), arch, catalog).map(({ number }) => number);
			assert.deepEqual(
				numbers,
				[...new Set(numbers)].sort((a, b) => a - b),
			);
		}
	});

	test('a row tells its release and whence it is', async () => {
		const catalog = await realCatalog();
		const row = syscallsOf(kernel('rhel7', catalog), 'x86_64', catalog).find(({ name }) => name === 'getrandom');
		assert.deepEqual(row, { name: 'getrandom', number: 318, since: '3.17', from: 'backport' });
	});

	test('gVisor has the calls of its own table and no others', async () => {
		const catalog = await realCatalog();
		const rows = syscallsOf(kernel('gvisor', catalog), 'x86_64', catalog);
		assert.equal(rows.length, 224 + 64);
		assert.equal(rows.filter(({ from }) => from === 'partial').length, 64);
	});
});

function kernel(id: string, catalog: Catalog): Kernel {
	const found = resolveKernel(id, catalog);
	assert.ok(!('suggestions' in found), id);
	return found;
}
