import { strict as assert } from 'node:assert';
import { availability } from '../../../server/src/core/kernels/availability.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import type { Architecture } from '../../../server/src/core/domain/target.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('availability', () => {
	/** `present mainline 3.17`, `absent newer 3.17`, with the errno where one is told. */
	async function told(syscall: string, id: string, arch: Architecture = 'x86_64'): Promise<string> {
		const catalog = await realCatalog();
		const kernel = resolveKernel(id, catalog);
		assert.notEqual(kernel.kind, 'unknown', id);
		const found = availability(syscall, kernel as Exclude<typeof kernel, { kind: 'unknown' }>, arch, catalog);
		const words =
			found.kind === 'present' ? [found.from, found.since] : [found.reason, found.since, found.removedIn, found.errno];
		return [found.kind, ...words].filter((word) => word !== undefined && word !== null).join(' ');
	}

	const cases: readonly (readonly [syscall: string, kernel: string, told: string, arch?: Architecture])[] = [
		['memfd_create', '2.6.32', 'absent newer 3.17'],
		['memfd_create', '3.16', 'absent newer 3.17'],
		['memfd_create', '3.17', 'present mainline 3.17'],
		['memfd_create', 'rhel7', 'present backport 3.17'],
		['statx', 'rhel7', 'absent newer 4.11'],
		['statx', 'rhel8', 'present mainline 4.11'],
		['membarrier', '4.2', 'absent newer 4.3'],
		['membarrier', '4.3', 'present mainline 4.3'],
		['pkey_alloc', '4.8', 'absent newer 4.9'],
		['_sysctl', '5.4', 'present mainline 2.0'],
		['_sysctl', '5.5', 'absent removed 2.0 5.5'],
		['_sysctl', 'rhel7', 'absent not-built 2.0'],
		['lookup_dcookie', '5.11', 'present mainline 2.6'],
		['lookup_dcookie', '5.12', 'absent removed 2.6 5.12'],
		['nfsservctl', '2.6.32', 'present mainline 2.2'],
		['nfsservctl', '3.1', 'absent removed 2.2 3.1'],
		['nfsservctl', '2.6.32', 'absent not-on-architecture 2.2', 'arm64'],
		['openat2', 'rhel8.6', 'absent newer 5.6'],
		['openat2', 'rhel8.7', 'present backport 5.6'],
		['close_range', 'rhel8', 'present backport 5.9'],
		['close_range', 'rhel8.3', 'absent newer 5.9'],
		['clone3', 'rhel8', 'absent newer 5.3'],
		['io_uring_setup', 'rhel8', 'absent not-built 5.1'],
		['io_uring_setup', 'rhel9.2', 'absent not-built 5.1'],
		['io_uring_setup', 'rhel9.3', 'present mainline 5.1'],
		['landlock_create_ruleset', 'rhel9.5', 'absent not-built 5.13'],
		['landlock_restrict_self', 'rhel9.5', 'absent not-built 5.13', 'arm64'],
		['landlock_create_ruleset', 'rhel9', 'present mainline 5.13'],
		['kexec_load', 'rhel10', 'absent not-built 2.6.13'],
		['fanotify_init', 'rhel6', 'absent newer 2.6.37'],
		['getcpu', 'rhel6', 'absent not-built 2.6.19'],
		['recvmmsg', 'rhel6', 'present backport 2.6.33'],
		['copy_file_range', 'gvisor', 'absent sandbox 4.5 ENOSYS'],
		['perf_event_open', 'gvisor', 'absent sandbox 2.6.31 ENODEV'],
		['kexec_load', 'gvisor', 'absent sandbox 2.6.13 EPERM'],
		['openat2', 'gvisor', 'absent sandbox 5.6 ENOSYS'],
		['clone3', 'gvisor', 'present partial 5.3'],
		['read', 'gvisor', 'present mainline 1.0'],
		['rseq', '4.18', 'absent newer 4.19', 'arm64'],
		['rseq', '4.19', 'present mainline 4.19', 'arm64'],
		['rseq', '4.18', 'present mainline 4.18'],
		['rseq', 'rhel8.2', 'present backport 4.19', 'arm64'],
		['open', '6.1', 'absent not-on-architecture 1.0', 'arm64'],
		['set_thread_area', '6.1', 'absent not-on-architecture 2.6'],
		['mbind', '6.1', 'absent not-built 2.6.6', 'arm'],
		['afs_syscall', '6.1', 'absent never'],
		['no_such_call', '6.1', 'absent never'],
	];
	for (const [syscall, kernel, expected, arch] of cases) {
		test(`${syscall} on ${kernel}${arch === undefined ? '' : ` ${arch}`}: ${expected}`, async () => {
			assert.equal(await told(syscall, kernel, arch), expected);
		});
	}
});
