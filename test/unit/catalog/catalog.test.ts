import { strict as assert } from 'node:assert';
import type { SyscallPage } from '../../../server/src/core/catalog/pages.ts';
import { compiledAsset, realCatalog } from '../../realCatalog.ts';

suite('catalog', () => {
	test('holds every syscall, kernel and release of the sources', async () => {
		const catalog = await realCatalog();
		assert.equal(catalog.syscalls().length, 538);
		assert.equal(catalog.distros().length, 182);
		assert.equal(catalog.vendorKernels().length, 22);
		assert.equal(catalog.newestRelease, '7.3');
	});

	test('knows a syscall by name and by number', async () => {
		const catalog = await realCatalog();
		assert.equal(catalog.syscall('memfd_create')?.numbers.x86_64, 319);
		assert.equal(catalog.syscallByNumber(319), 'memfd_create');
		assert.equal(catalog.syscallByNumber(279, 'arm64'), 'memfd_create');
		assert.equal(catalog.syscallByNumber(279, 'toString'), undefined);
		assert.ok(!catalog.isSyscall('constructor'));
	});

	test('writes a prototype as a header would', async () => {
		const { prototype, wrappers } = await page('memfd_create');
		assert.deepEqual(prototype, {
			text: 'int memfd_create(const char *name, unsigned int flags)',
			headers: ['sys/mman.h'],
			defines: ['_GNU_SOURCE'],
		});
		assert.deepEqual(wrappers, { glibc: { since: '2.27' }, musl: { since: '1.1.20' } });
	});

	test('knows which function of a library makes a call', async () => {
		const { wrappers } = await page('eventfd2');
		assert.deepEqual(wrappers, {
			glibc: { since: '2.9', function: 'eventfd' },
			musl: { since: '0.7.10', function: 'eventfd' },
		});
		assert.deepEqual((await page('clone3')).wrappers, { glibc: false, musl: false });
	});

	test('finds an Api by its canonical name only', async () => {
		const catalog = await realCatalog();
		assert.equal(catalog.api('c', 'memfd_create')?.name, 'memfd_create');
		assert.equal(catalog.api('python', 'constructor'), undefined);
	});

	test('knows everyday Apis, without offering them to scanners', async () => {
		const catalog = await realCatalog();
		for (const [language, name] of [
			['c', 'malloc'],
			['python', 'print'],
			['node', 'setTimeout'],
		] as const) {
			assert.equal(catalog.knownApi(language, name)?.everyday, true);
			assert.equal(catalog.api(language, name), undefined);
			assert.ok(!catalog.apiNames(language).includes(name));
		}
		assert.ok(catalog.apiNames('c').includes('memfd_create'));
	});

	test('finds a release by distribution and version', async () => {
		const bookworm = (await realCatalog()).distro('debian', '12');
		assert.deepEqual(
			[bookworm?.codename, bookworm?.kernel?.release, bookworm?.libc.version],
			['bookworm', '6.1', '2.36'],
		);
	});

	test('gives a release the kernel of the one it is like', async () => {
		const catalog = await realCatalog();
		const distroless = catalog.distroRow('distroless-debian12');
		assert.deepEqual([distroless?.like, distroless?.kernel?.release], ['debian-12', '6.1']);
		assert.equal(catalog.distro('rocky', '9')?.kernel?.vendor, 'rhel9');
	});

	test('says why a release has no kernel', async () => {
		const catalog = await realCatalog();
		for (const [row, reason] of [
			['scratch', 'scratch'],
			['wolfi', 'no-kernel'],
			['arch', 'rolling'],
			['azurelinux-4.0', 'not-found'],
		] as const) {
			const release = catalog.distroRow(row);
			assert.deepEqual([release?.kernel, release?.noKernel], [null, reason]);
		}
	});

	test('an alias of a kernel names the newest minor release', async () => {
		const catalog = await realCatalog();
		assert.deepEqual(
			['rhel6', 'rhel7', 'rhel8', 'rhel9', 'rhel10'].map((id) => catalog.vendorKernel(id)?.name.split(' ').at(-1)),
			['6.10', '7.9', '8.10', '9.6', '10.0'],
		);
	});
});

async function page(name: string): Promise<SyscallPage> {
	const pages = JSON.parse(new TextDecoder().decode(await compiledAsset('pages.json'))) as Record<string, SyscallPage>;
	return pages[name] ?? assert.fail(`no page of ${name}`);
}
