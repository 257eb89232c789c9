import { strict as assert } from 'node:assert';
import { withVersion } from '../../../server/scripts/update/profileChanges.ts';
import {
	rulesOf,
	unlistedErrno,
	type SeccompProfile,
	type SeccompRule,
} from '../../../server/scripts/update/profileRules.ts';
import type { ProfileFile } from '../../../server/src/core/catalog/generated.ts';

const file: ProfileFile = {
	$schema: '../schemas/profile.schema.json',
	engine: 'docker',
	name: 'An engine',
	note: 'made up',
	repository: 'made/up',
	read: { oldest: '1.0.0', newest: '2.0.0', releases: 2 },
	sources: [{ source: 'a file', says: 'the rules' }],
	unlisted: [{ since: '1.0.0', errno: 'EPERM' }],
	capabilities: [{ since: '1.0.0', granted: ['CAP_CHOWN'] }],
	versions: [{ version: '1.0.0', ref: 'v1', commit: '0'.repeat(40), path: 'default.json' }],
	always: ['read', 'write'],
	changing: [
		{
			syscalls: ['bpf', 'mount'],
			answers: [{ since: '1.0.0', rules: [{ action: 'allow', capabilities: ['CAP_SYS_ADMIN'] }] }],
		},
	],
};
const allow = 'SCMP_ACT_ALLOW';
const same: readonly SeccompRule[] = [
	{ names: ['read', 'write'], action: allow },
	{ names: ['bpf', 'mount'], action: allow, includes: { caps: ['CAP_SYS_ADMIN'] }, excludes: {}, args: [] },
];
const version = { version: '3.0.0', ref: 'v3', commit: '1'.repeat(40), path: 'default.json' };

suite('updating container profiles', () => {
	test('a version with the same profile only moves what was read', () => {
		const { file: after, changed } = extend(same);
		assert.deepEqual(changed, []);
		assert.deepEqual(after, { ...file, read: { oldest: '1.0.0', newest: '3.0.0', releases: 3 } });
	});

	test('a changed call leaves its group, and a refused one those that are always allowed', () => {
		const { file: after, changed } = extend([
			{ names: ['read'], action: allow },
			{ names: ['write'], action: 'SCMP_ACT_ERRNO', errnoRet: 38 },
			{ names: ['mount'], action: allow, includes: { caps: ['CAP_SYS_ADMIN'] } },
			{ names: ['bpf'], action: allow, includes: { caps: ['CAP_BPF'] } },
		]);
		assert.deepEqual(changed, ['write', 'bpf']);
		assert.deepEqual(after.always, ['read']);
		const admin = { since: '1.0.0', rules: [{ action: 'allow', capabilities: ['CAP_SYS_ADMIN'] }] };
		assert.deepEqual(after.changing, [
			{
				syscalls: ['bpf'],
				answers: [admin, { since: '3.0.0', rules: [{ action: 'allow', capabilities: ['CAP_BPF'] }] }],
			},
			{ syscalls: ['mount'], answers: [admin] },
			{
				syscalls: ['write'],
				answers: [
					{ since: '1.0.0', rules: [{ action: 'allow' }] },
					{ since: '3.0.0', rules: [{ action: 'ENOSYS' }] },
				],
			},
		]);
		assert.deepEqual(after.versions.at(-1), version);
	});

	test('a call that is named for the first time was unlisted before', () => {
		const { file: after } = extend([...same, { names: ['statx'], action: allow }]);
		assert.deepEqual(after.changing.at(-1), {
			syscalls: ['statx'],
			answers: [
				{ since: '1.0.0', rules: [] },
				{ since: '3.0.0', rules: [{ action: 'allow' }] },
			],
		});
	});

	test('reads every condition', () => {
		const rule: SeccompRule = {
			names: ['clone'],
			action: allow,
			comment: 'not for us',
			includes: { arches: ['s390'], minKernel: '4.8' },
			excludes: { caps: ['CAP_SYS_ADMIN'], arches: ['arm'] },
			args: [
				{ index: 1, value: 2114060288, op: 'SCMP_CMP_MASKED_EQ' },
				{ index: 0, value: 38, op: 'SCMP_CMP_LT' },
			],
		};
		assert.deepEqual(rulesOf(profileOf([rule])).get('clone'), [
			{
				action: 'allow',
				without: ['CAP_SYS_ADMIN'],
				architectures: ['s390'],
				exceptArchitectures: ['arm'],
				minKernel: '4.8',
				arguments: [
					{ index: 1, mask: '0x7e020000', op: 'is', value: 0 },
					{ index: 0, op: 'below', value: 38 },
				],
			},
		]);
	});

	const stops: readonly (readonly [why: RegExp, rule: object])[] = [
		[/the action SCMP_ACT_LOG is new/, { names: ['read'], action: 'SCMP_ACT_LOG' }],
		[/the errno 13 is new/, { names: ['read'], action: 'SCMP_ACT_ERRNO', errnoRet: 13 }],
		[/'mood' is new/, { names: ['read'], action: allow, includes: { mood: 'good' } }],
		[/'minKernel' is new/, { names: ['read'], action: allow, excludes: { minKernel: '5.0' } }],
		[
			/comparison SCMP_CMP_GE is new/,
			{ names: ['read'], action: allow, args: [{ index: 0, value: 1, op: 'SCMP_CMP_GE' }] },
		],
		[/calls that our table lacks[^]*reed/, { names: ['reed'], action: allow }],
	];
	for (const [why, rule] of stops) {
		test(`stops: ${why.source}`, () => {
			assert.throws(() => extend([rule as SeccompRule]), why);
		});
	}

	test('stops at a version of an older line, and at a default that is no refusal', () => {
		assert.throws(
			() => withVersion(file, profileOf(same), { ...version, version: '1.5.0' }, () => true),
			/not newer than 2/,
		);
		assert.throws(() => unlistedErrno({ defaultAction: 'SCMP_ACT_KILL', syscalls: [] }), /SCMP_ACT_KILL/);
	});
});

function extend(rules: readonly SeccompRule[]) {
	return withVersion(file, profileOf(rules), version, (name) => name !== 'reed');
}

function profileOf(syscalls: readonly SeccompRule[]): SeccompProfile {
	return { defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 1, syscalls };
}
