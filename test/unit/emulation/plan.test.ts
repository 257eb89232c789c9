import { strict as assert } from 'node:assert';
import type { Kernel } from '../../../server/src/core/domain/target.ts';
import { emulationPlan, type EmulationPlan } from '../../../server/src/core/emulation/plan.ts';
import { seccompProfile } from '../../../server/src/core/emulation/seccompProfile.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { resolveProfile } from '../../../server/src/core/profiles/profile.ts';
import { realCatalog } from '../../realCatalog.ts';

async function kernelNamed(id: string): Promise<Kernel> {
	const kernel = resolveKernel(id, await realCatalog());
	return 'suggestions' in kernel ? assert.fail(`${id} names no kernel`) : kernel;
}

async function plan(kernel: string | null, profile: string | null, machine?: string): Promise<EmulationPlan> {
	const catalog = await realCatalog();
	const rules = profile === null ? null : resolveProfile(profile, catalog);
	if (rules !== null && rules.kind !== 'rules') {
		return assert.fail(`${rules.id} has no rules`);
	}
	return emulationPlan(
		{ kernel: kernel === null ? null : await kernelNamed(kernel), profile: rules, arch: 'x86_64' },
		machine === undefined ? undefined : await kernelNamed(machine),
		catalog,
	);
}

suite('emulation plan: what a call answers', () => {
	const cases: readonly (readonly [
		kernel: string | null,
		profile: string | null,
		syscall: string,
		answer: string | undefined,
	])[] = [
		['3.10', null, 'getrandom', 'ENOSYS kernel'],
		['rhel7', null, 'getrandom', undefined],
		['rhel7', null, 'statx', 'ENOSYS kernel'],
		['rhel8', null, 'clone3', 'ENOSYS kernel'],
		['gvisor', null, 'kexec_load', 'EPERM kernel'],
		['6.1', null, '_sysctl', 'ENOSYS kernel'],
		[null, 'docker@20.10.9', 'clone3', 'EPERM profile'],
		[null, 'docker', 'clone3', 'ENOSYS profile'],
		[null, 'docker', 'read', undefined],
		['4.4', 'docker@20.10.9', 'clone3', 'EPERM profile'],
		['4.4', 'docker@20.10.9', 'openat2', 'ENOSYS kernel'],
	];
	for (const [kernel, profile, syscall, answer] of cases) {
		test(`${kernel ?? 'any kernel'}, ${profile ?? 'no profile'}: ${syscall}`, async () => {
			const call = (await plan(kernel, profile)).refused.find((one) => one.syscall === syscall);
			assert.equal(call && `${call.errno} ${call.by}`, answer);
		});
	}

	test('what a profile refuses for some arguments only is told, not refused', async () => {
		const { conditional, refused } = await plan(null, 'docker', '6.1');
		assert.deepEqual(
			conditional.map(({ syscall }) => syscall),
			['clone', 'personality', 'socket'],
		);
		assert.ok(!refused.some(({ syscall }) => syscall === 'clone'));
	});

	test('what the emulated kernel has and the machine has not is told', async () => {
		assert.ok((await plan('2.6.32', null, '6.1')).notHere.includes('_sysctl'));
		assert.deepEqual((await plan('5.10', null, '5.10')).notHere, []);
		assert.ok((await plan('6.6', null, '5.10')).notHere.includes('cachestat'));
	});

	test('a call that no kernel ever answered is left alone', async () => {
		const { refused } = await plan('2.6.32', null);
		assert.ok(!refused.some(({ syscall }) => syscall === 'afs_syscall'));
	});
});

suite('seccomp profile of a plan', () => {
	test('one rule an answer, with its number', async () => {
		const profile = seccompProfile(await plan('gvisor', null)) as {
			readonly defaultAction: string;
			readonly syscalls: readonly { readonly names: readonly string[]; readonly errnoRet: number }[];
		};
		const numberOf = (name: string) => profile.syscalls.find(({ names }) => names.includes(name))?.errnoRet;
		assert.equal(profile.defaultAction, 'SCMP_ACT_ALLOW');
		assert.equal(numberOf('kexec_load'), 1);
		assert.equal(numberOf('mseal'), 38);
		assert.equal(numberOf('openat'), undefined);
	});
});
