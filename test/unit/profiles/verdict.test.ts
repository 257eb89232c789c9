import { strict as assert } from 'node:assert';
import type { Architecture } from '../../../server/src/core/domain/target.ts';
import { capabilitiesOf } from '../../../server/src/core/profiles/capabilities.ts';
import { resolveProfile, type RuleProfile } from '../../../server/src/core/profiles/profile.ts';
import { profileVerdict, type Circumstances } from '../../../server/src/core/profiles/verdict.ts';
import { realCatalog } from '../../realCatalog.ts';

async function ruleProfile(id: string): Promise<RuleProfile> {
	const profile = resolveProfile(id, await realCatalog());
	return profile.kind === 'rules' ? profile : assert.fail(`${id} is ${profile.kind}`);
}

/** `allowed`, `arguments: …`, `kernel: …`, `EPERM`, `EPERM CAP_BPF CAP_SYS_ADMIN`. */
async function told(id: string, syscall: string, where: Partial<Circumstances> = {}): Promise<string> {
	const verdict = profileVerdict(await ruleProfile(id), syscall, { arch: 'x86_64', ...where });
	switch (verdict.kind) {
		case 'allowed':
			return 'allowed';
		case 'conditional':
			return `${verdict.on}: ${verdict.note}`;
		case 'refused':
			return [verdict.errno, ...(verdict.capability ?? [])].join(' ');
	}
}

suite('profile verdict: a container that asks for no capability', () => {
	const cases: readonly (readonly [profile: string, syscall: string, told: string])[] = [
		['docker@20.10.9', 'clone3', 'EPERM'],
		['docker@20.10.10', 'clone3', 'ENOSYS CAP_SYS_ADMIN'],
		['docker', 'clone3', 'ENOSYS CAP_SYS_ADMIN'],
		['containerd@1.5.5', 'clone3', 'EPERM'],
		['containerd@1.5.6', 'clone3', 'ENOSYS CAP_SYS_ADMIN'],
		['containerd', 'clone3', 'ENOSYS CAP_SYS_ADMIN'],
		['podman@3.2', 'clone3', 'EPERM'],
		['podman@3.3', 'clone3', 'allowed'],
		['docker@19.03', 'faccessat2', 'EPERM'],
		['docker@20.10.0', 'faccessat2', 'allowed'],
		['docker@17.12', 'statx', 'EPERM'],
		['docker@18.04', 'statx', 'allowed'],
		['docker@19.03.15', 'io_uring_setup', 'EPERM'],
		['docker@20.10.0', 'io_uring_setup', 'allowed'],
		['docker@24', 'io_uring_setup', 'allowed'],
		['docker@25.0.0', 'io_uring_setup', 'EPERM'],
		['containerd@1.7', 'io_uring_enter', 'allowed'],
		['containerd@2.0.0', 'io_uring_enter', 'EPERM'],
		['podman', 'io_uring_setup', 'ENOSYS'],
		['docker', 'mount', 'EPERM CAP_SYS_ADMIN'],
		['podman', 'mount', 'allowed'],
		['docker', 'setns', 'EPERM CAP_SYS_ADMIN'],
		['podman', 'setns', 'allowed'],
		['docker@20.10', 'bpf', 'EPERM CAP_SYS_ADMIN'],
		['docker@23.0.0', 'bpf', 'EPERM CAP_BPF CAP_SYS_ADMIN'],
		['docker', 'perf_event_open', 'EPERM CAP_PERFMON CAP_SYS_ADMIN'],
		// The rule for CAP_PERFMON stands behind a refusal for all without CAP_SYS_ADMIN, so that neither alone is enough.
		['podman', 'perf_event_open', 'EPERM'],
		['docker', 'keyctl', 'EPERM'],
		['docker', 'add_key', 'EPERM'],
		['podman', 'keyctl', 'allowed'],
		['docker@19.03', 'membarrier', 'EPERM'],
		['docker@20.10.0', 'membarrier', 'allowed'],
		['podman@4.0', 'membarrier', 'ENOSYS'],
		['podman@4.1', 'membarrier', 'allowed'],
		['docker@20.10.17', 'memfd_secret', 'ENOSYS'],
		['docker@20.10.18', 'memfd_secret', 'allowed'],
		['docker@20.10.18', 'landlock_create_ruleset', 'allowed'],
		['containerd@1.6.0', 'landlock_restrict_self', 'allowed'],
		['podman@4.1', 'landlock_add_rule', 'ENOSYS'],
		['podman@4.2', 'landlock_add_rule', 'allowed'],
		['podman', 'cachestat', 'EPERM'],
		['docker@23.0.18', 'cachestat', 'allowed'],
		['docker@24.0.0', 'cachestat', 'ENOSYS'],
		['docker', 'userfaultfd', 'EPERM'],
		['docker', 'kexec_load', 'EPERM'],
		['docker', 'chroot', 'allowed'],
		['podman@4.4.0', 'chroot', 'EPERM CAP_SYS_CHROOT'],
		['docker', 'read', 'allowed'],
		['docker@20.10.3', 'no_such_call', 'EPERM'],
		['docker', 'constructor', 'EPERM'],
	];
	for (const [profile, syscall, expected] of cases) {
		test(`${profile} ${syscall}`, async () => assert.equal(await told(profile, syscall), expected));
	}
});

suite('profile verdict: conditions', () => {
	const debugger_: Partial<Circumstances> = { capabilities: ['CAP_SYS_PTRACE'] };
	const admin: Partial<Circumstances> = { capabilities: ['CAP_SYS_ADMIN'] };
	const on = (arch: Architecture): Partial<Circumstances> => ({ arch });
	const personality = 'arguments: allowed when persona is 0x0, 0x8, 0x20000, 0x20008 or 0xffffffff';

	const cases: readonly (readonly [profile: string, syscall: string, where: Partial<Circumstances>, told: string])[] = [
		['docker@18.09', 'ptrace', { kernel: '5.10' }, 'EPERM CAP_SYS_PTRACE'],
		['docker@19.03', 'ptrace', { kernel: '4.8' }, 'allowed'],
		['docker@19.03', 'ptrace', { kernel: '3.10' }, 'EPERM CAP_SYS_PTRACE'],
		['docker@19.03', 'ptrace', {}, 'kernel: allowed on Linux 4.8 or newer'],
		['docker@19.03', 'ptrace', debugger_, 'allowed'],
		['docker@20.10', 'process_vm_readv', { kernel: '5.10' }, 'EPERM CAP_SYS_PTRACE'],
		['docker@23.0', 'process_vm_readv', { kernel: '5.10' }, 'allowed'],
		['docker@23.0', 'process_vm_readv', { kernel: '4.4' }, 'EPERM CAP_SYS_PTRACE'],
		['podman@4.0', 'process_vm_readv', {}, 'EPERM CAP_SYS_PTRACE'],
		['podman@4.1', 'process_vm_readv', {}, 'allowed'],
		['docker', 'mount', admin, 'allowed'],
		['docker', 'clone3', admin, 'allowed'],
		['docker', 'clone', admin, 'allowed'],
		['docker', 'chroot', { capabilities: [] }, 'EPERM CAP_SYS_CHROOT'],
		['docker', 'io_uring_setup', admin, 'EPERM'],
		['docker', 'personality', {}, personality],
		['podman', 'personality', {}, personality],
		['docker@17.05', 'personality', {}, 'arguments: allowed when persona is 0x0, 0x8 or 0xffffffff'],
		['docker@23.0.0', 'socket', {}, 'arguments: allowed when domain is not AF_VSOCK'],
		[
			'docker',
			'socket',
			{},
			'arguments: allowed when domain is below AF_ALG, or domain is AF_NFC, or domain is above AF_VSOCK',
		],
		[
			'docker@17.03',
			'socket',
			{},
			'arguments: allowed when domain is AF_UNIX, AF_INET, AF_INET6, AF_NETLINK or AF_PACKET',
		],
		[
			'docker@19.03',
			'clone',
			{},
			'arguments: allowed when flags has none of CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID or CLONE_NEWNET',
		],
		['docker', 'arch_prctl', {}, 'allowed'],
		['docker', 'modify_ldt', on('i386'), 'allowed'],
		['docker', 'cacheflush', on('arm'), 'allowed'],
		['docker@20.10', 'riscv_flush_icache', on('riscv64'), 'EPERM'],
		['docker', 'riscv_flush_icache', on('riscv64'), 'allowed'],
		['docker', 'sync_file_range2', on('ppc64'), 'allowed'],
		['docker', 's390_runtime_instr', on('s390x'), 'allowed'],
	];
	for (const [profile, syscall, where, expected] of cases) {
		test(`${profile} ${syscall} ${JSON.stringify(where)}`, async () =>
			assert.equal(await told(profile, syscall, where), expected));
	}
});

suite('profile verdict: numbers that a profile can not know', () => {
	const cases: readonly (readonly [profile: string, told: string])[] = [
		['docker@20.10.3', 'EPERM'],
		['docker@20.10.4', 'ENOSYS'],
		['docker', 'ENOSYS'],
		['podman@3.2', 'EPERM'],
		['podman', 'ENOSYS'],
		['containerd@1.4', 'EPERM'],
		['containerd@1.5.0', 'ENOSYS'],
	];
	for (const [profile, expected] of cases) {
		test(`${profile} listns`, async () => assert.equal(await told(profile, 'listns'), expected));
	}
});

suite('profile verdict: without a profile', () => {
	test('everything passes', () => {
		assert.deepEqual(profileVerdict({ kind: 'none', id: 'none' }, 'mount', { arch: 'x86_64' }), { kind: 'allowed' });
	});
});

suite('capabilities of a container', () => {
	test('are added and dropped by the names that compose files use', async () => {
		const docker = await ruleProfile('docker');
		assert.ok(capabilitiesOf(docker, {}).includes('CAP_SYS_CHROOT'));
		assert.deepEqual(capabilitiesOf(docker, { add: ['net_bind_service'], drop: ['ALL'] }), ['CAP_NET_BIND_SERVICE']);
		assert.ok(capabilitiesOf(docker, { add: ['SYS_ADMIN'] }).includes('CAP_SYS_ADMIN'));
		assert.ok(!capabilitiesOf(docker, { drop: ['CAP_SYS_CHROOT'] }).includes('CAP_SYS_CHROOT'));
	});

	test('ALL opens whatever a capability opens', async () => {
		const docker = await ruleProfile('docker');
		const capabilities = capabilitiesOf(docker, { add: ['ALL'], drop: ['SYS_MODULE'] });
		assert.equal(await told('docker', 'mount', { capabilities }), 'allowed');
		assert.equal(await told('docker', 'init_module', { capabilities }), 'EPERM CAP_SYS_MODULE');
	});
});
