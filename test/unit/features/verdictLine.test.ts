import { strict as assert } from 'node:assert';
import type { Catalog } from '../../../server/src/core/catalog/catalog.ts';
import type { ApiCall } from '../../../server/src/core/domain/apiCall.ts';
import type { KnownTarget, Target } from '../../../server/src/core/domain/target.ts';
import { verdictLine } from '../../../server/src/core/features/verdictLine.ts';
import type { Containment } from '../../../server/src/core/judgement/blocked.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { mainlineReleases } from '../../../server/src/core/kernels/mainline.ts';
import { resolveProfile } from '../../../server/src/core/profiles/profile.ts';
import { realCatalog } from '../../realCatalog.ts';

/** Docker's newest default profile, as it is assumed where nobody names one. */
function docker(catalog: Catalog): Containment {
	const profile = resolveProfile('docker', catalog);
	assert.equal(profile.kind, 'rules');
	return { profile, declared: false };
}

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

suite('verdict line', () => {
	const cases: readonly (readonly [name: string, call: ApiCall, targets: readonly string[], line: string])[] = [
		['absent', raw('memfd_create'), ['image centos:6'], '✗ Linux 3.17 — centos:6 ships with 2.6.32'],
		['absent on a host', raw('epoll_pwait2'), ['5.10'], '✗ Linux 5.11 — host 5.10 has 5.10'],
		[
			'absent on some',
			raw('epoll_pwait2'),
			['rhel7', '5.10', '6.1'],
			'✗ Linux 5.11 — host rhel7 has 3.10 (2 of 3 lack it)',
		],
		['present', raw('memfd_create'), ['image debian:12'], '✓ Linux 3.17 — debian:12 ships with 6.1'],
		['present on all', raw('memfd_create'), ['5.10', '6.1'], '✓ Linux 3.17 — all 2 targets have it'],
		['back-ported', raw('getrandom'), ['image centos:7'], '✓ Linux 3.17 — centos:7 has it back-ported to 3.10'],
		['left out', raw('io_uring_setup'), ['rhel9.0'], '✗ left out — the kernel of rhel9.0 has no io_uring_setup'],
		['removed', raw('_sysctl'), ['image debian:9'], '✗ gone since Linux 5.5 — hosts of debian:9 may run 7.3'],
		['never', raw('vserver'), ['6.1'], '✗ never part of Linux — vserver answers ENOSYS on 6.1'],
		['a sandbox', raw('openat2'), ['gvisor'], '✗ ENOSYS — host gvisor refuses openat2'],
		['a sandbox in part', raw('clone3'), ['gvisor'], '✓ in part — host gvisor does some of clone3'],
		[
			'a fallback',
			{ ...raw('os.urandom'), module: 'os', language: 'python' },
			['image centos:6'],
			'✓ falls back — getrandom is Linux 3.17; centos:6 ships with 2.6.32',
		],
		[
			'guarded',
			guarded('memfd_create', 'complete'),
			['image centos:6'],
			'✓ guarded — Linux 3.17; centos:6 ships with 2.6.32',
		],
		[
			'for another system',
			guarded('memfd_create', 'elsewhere'),
			['image centos:6'],
			'✓ not for Linux — this branch runs on another system',
		],
		['a profile', raw('mount'), ['image debian:12'], '⚠ EPERM — Docker 29.7.2 wants CAP_SYS_ADMIN for mount'],
		['a profile, guarded', guarded('mount', 'complete'), ['image debian:12'], '✓ Linux 1.0 — debian:12 ships with 6.1'],
		[
			'a profile on whose answer the library goes on',
			{ ...raw('pthread_create'), module: 'libc' },
			['image debian:12'],
			'✓ Linux 1.0 — debian:12 ships with 6.1',
		],
		['not on the architecture', raw('open'), ['arm64 6.1'], '? not on arm64 — open has no number there'],
		['no target', raw('memfd_create'), [], '? Linux 3.17 — no image and no host is declared here'],
	];
	for (const [name, call, targets, line] of cases) {
		test(name, async () => {
			const catalog = await realCatalog();
			const known = targets.map((one) => targetOf(one, catalog));
			assert.equal(verdictLine(call, known, docker(catalog), catalog), `**${line}**`);
		});
	}

	test('an unknown image says why, and is cut where its name is long', async () => {
		const catalog = await realCatalog();
		const id = 'registry.example.com/some/very/long/path/to/a/base:2024-01-01-with-more';
		assert.equal(
			verdictLine(raw('statx'), [unknown('corp/base:1')], docker(catalog), catalog),
			'**? Linux 4.11 — kernel unknown: corp/base:1 is not a listed image**',
		);
		const line = verdictLine(raw('statx'), [unknown(id)], docker(catalog), catalog);
		assert.equal(line.length, 80);
		assert.match(line, /^\*\*\? Linux 4\.11 — kernel unknown: registry\.example\.com.*…\*\*$/);
	});

	test('a known target decides where another is unknown', async () => {
		const catalog = await realCatalog();
		assert.equal(
			verdictLine(
				raw('statx'),
				[unknown('corp/base:1'), targetOf('image centos:7', catalog)],
				docker(catalog),
				catalog,
			),
			'**✗ Linux 4.11 — centos:7 ships with 3.10**',
		);
	});

	test('has 80 characters at most for every system call on every kernel that has a name', async function () {
		this.timeout(120_000);
		const catalog = await realCatalog();
		const distros = catalog
			.distros()
			.filter(({ kernel }) => kernel !== null)
			.map(({ id, version }) => `image ${id}:${version}`);
		const vendors = catalog.vendorKernels().map(({ id }) => id);
		const names = [...distros, ...vendors, ...mainlineReleases(catalog)];
		const targets = names.map((name) => targetOf(name, catalog));
		const containment = docker(catalog);
		assert.ok(targets.length > 250, `only ${targets.length} kernels`);
		const long: string[] = [];
		for (const { name } of catalog.syscalls()) {
			for (const target of targets) {
				const line = verdictLine(raw(name), [target], containment, catalog);
				if (line.length > 80 || line.includes('…') || !/^\*\*[✓✗⚠?] .+ — .+\*\*$/.test(line)) {
					long.push(`${name} on ${target.id}: ${line}`);
				}
			}
		}
		assert.deepEqual(long, []);
	});
});

function raw(api: string): ApiCall {
	return { language: 'c', api, module: 'syscall', range, arguments: [], guard: null };
}

function guarded(api: string, grade: 'complete' | 'elsewhere'): ApiCall {
	return { ...raw(api), guard: { kind: 'errno', grade, range } };
}

/** `image debian:12` is an image, `arm64 6.1` a host of that architecture, anything else a host of x86_64. */
function targetOf(text: string, catalog: Catalog): KnownTarget {
	const [, kind, id = text] = /^(image|arm64) (.*)$/.exec(text) ?? [];
	const kernel = resolveKernel(id, catalog);
	if (kernel.kind === 'unknown') {
		throw new Error(`${id} is no kernel`);
	}
	const newest = { id: catalog.newestRelease, release: catalog.newestRelease, vendor: null };
	return {
		kind: 'known',
		id,
		floor: kernel,
		ceiling: kind === 'image' ? newest : kernel,
		declaredHost: kind !== 'image',
		libc: null,
		interpreter: null,
		arch: kind === 'arm64' ? 'arm64' : 'x86_64',
		profile: 'docker',
		runtime: kernel.vendor === 'gvisor' ? 'gvisor' : null,
		declaredAt: { kind: 'setting' },
	};
}

function unknown(id: string): Target {
	return { kind: 'unknown', id, reason: 'unlisted-image', declaredAt: { kind: 'from' } };
}
