import assert from 'node:assert/strict';
import { kernelRelease } from '../../../server/src/core/domain/kernelRelease.ts';
import type { Architecture, Kernel, KnownTarget, Runtime } from '../../../server/src/core/domain/target.ts';
import type { Catalog, VendorKernel } from '../../../server/src/core/catalog/catalog.ts';
import { imageMessage } from '../../../server/src/core/judgement/messages.ts';
import { startupLack } from '../../../server/src/core/judgement/startup.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('startup', () => {
	let catalog: Catalog;
	suiteSetup(async () => {
		catalog = await realCatalog();
	});

	/** What is said of an image with this library and interpreter on a host. */
	function said(host: string, libc: string, interpreter = '', arch: Architecture = 'x86_64', facts = catalog): string {
		const kernel = resolveKernel(host, facts);
		assert.ok(kernel.kind === undefined, `${host} is no kernel`);
		const target = targetOf(kernel, runtime(libc), runtime(interpreter), arch);
		const lack = startupLack(target, facts);
		return lack === undefined ? '' : imageMessage(lack, target);
	}

	const tooOld = (version: string): string =>
		`glibc ${version} doesn't start before Linux 3.2; host rhel6 has 2.6.32. Use an older base image.`;

	const cases: readonly (readonly [title: string, call: Parameters<typeof said>, expected: string])[] = [
		['the first glibc that asks for Linux 3.2', ['rhel6', 'glibc 2.26'], tooOld('2.26')],
		['the last glibc that looks at the release', ['rhel6', 'glibc 2.35'], tooOld('2.35')],
		['a glibc that no longer looks', ['rhel6', 'glibc 2.36'], ''],
		['a glibc that is content with 2.6.32', ['rhel6', 'glibc 2.25'], ''],
		['a glibc without a version', ['rhel6', 'glibc'], ''],
		['a glibc on the very release that it asks for', ['3.2', 'glibc 2.31'], ''],
		['musl', ['rhel6', 'musl 1.2.3'], ''],
		['arm64, which asks for more', ['3.2', 'glibc 2.31', '', 'arm64'], armTooOld()],
		['an architecture of which nothing was read', ['rhel6', 'glibc 2.31', '', 'i386'], ''],
		['Node on a kernel without its calls', ['2.6.18', 'glibc 2.36', 'node 20'], nodeTooNew('20')],
		['the last Node that was measured', ['2.6.18', 'glibc 2.36', 'node 26.10.0'], nodeTooNew('26')],
		['a Node that was not measured', ['2.6.18', 'glibc 2.36', 'node 27'], ''],
		['a Node without a version', ['2.6.18', 'glibc 2.36', 'node'], ''],
		['Node without getrandom on an old kernel, where it asks for none', ['rhel6', 'glibc 2.36', 'node 20'], ''],
		['Node in gVisor', ['gvisor', 'glibc 2.36', 'node 24'], ''],
		['Python', ['2.6.18', 'glibc 2.36', 'python 3.11'], ''],
	];
	for (const [title, call, expected] of cases) {
		test(title, () => {
			const message = said(...call);
			assert.equal(message, expected);
			assert.ok(message.length <= 100, message);
		});
	}

	test('Node 20 to 24 need getrandom of a kernel that says it is 4.8 or newer', () => {
		const without = (release: string): Catalog => ({ ...catalog, vendorKernel: () => kernelWithoutGetrandom(release) });
		const on = (release: string, node: string): string => said('own', 'glibc 2.36', node, 'x86_64', without(release));
		const lacks = "node 24 doesn't start without getrandom; host own lacks it. Use another base image.";
		assert.equal(on('4.8', 'node 24'), lacks);
		assert.equal(on('4.7', 'node 24'), '');
		assert.equal(on('4.8', 'node 25'), '');
		assert.equal(on('4.8', 'node 18'), '');
	});
});

function armTooOld(): string {
	return "glibc 2.31 doesn't start before Linux 3.7; host 3.2 has 3.2. Use an older base image.";
}

function nodeTooNew(version: string): string {
	return `node ${version} needs epoll_create1 (Linux 2.6.27) to start; host 2.6.18 has 2.6.18. Use an older base.`;
}

function kernelWithoutGetrandom(release: string): VendorKernel {
	return {
		id: 'own',
		aliases: [],
		name: 'An own build',
		full: release,
		note: '',
		caveats: [],
		base: 'mainline',
		release: kernelRelease(release),
		architectures: { x86_64: { adds: [], lacks: { getrandom: { reason: 'configuration' } } } },
	};
}

function runtime(text: string): Runtime | null {
	const [name = '', version] = text.split(' ');
	return name === '' ? null : { name, version: version ?? null };
}

function targetOf(kernel: Kernel, libc: Runtime | null, interpreter: Runtime | null, arch: Architecture): KnownTarget {
	return {
		kind: 'known',
		id: kernel.id,
		floor: kernel,
		ceiling: kernel,
		declaredHost: true,
		libc,
		interpreter,
		arch,
		profile: 'none',
		runtime: null,
		declaredAt: { kind: 'setting' },
	};
}
