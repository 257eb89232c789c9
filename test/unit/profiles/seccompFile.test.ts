import { strict as assert } from 'node:assert';
import { readSeccomp } from '../../../server/src/core/profiles/seccompFile.ts';
import { profileVerdict } from '../../../server/src/core/profiles/verdict.ts';
import { realCatalog } from '../../realCatalog.ts';

async function told(file: object, syscall: string, set?: number): Promise<string> {
	const read = readSeccomp(JSON.stringify(file), 'a/seccomp.json', await realCatalog());
	assert.ok(read.kind === 'read');
	const verdict = profileVerdict(read.profile, syscall, {
		arch: 'x86_64',
		...(set !== undefined && { arguments: [{ set, whole: true }] }),
	});
	return verdict.kind === 'refused' ? [verdict.errno, ...(verdict.capability ?? [])].join(' ') : verdict.kind;
}

suite('seccomp.json', () => {
	const errno = (names: readonly string[], rest: object = {}) => ({ names, action: 'SCMP_ACT_ERRNO', ...rest });
	const open = (...syscalls: object[]) => ({ defaultAction: 'SCMP_ACT_ALLOW', syscalls });
	const shut = (...syscalls: object[]) => ({ defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38, syscalls });
	const allow = (names: readonly string[], rest: object = {}) => ({ names, action: 'SCMP_ACT_ALLOW', ...rest });

	const cases: readonly (readonly [what: string, file: object, syscall: string, answer: string])[] = [
		['everything passes but what is named', open(errno(['statx'])), 'statx', 'EPERM'],
		['… and nothing else is refused', open(errno(['statx'])), 'openat2', 'allowed'],
		['its own error', open(errno(['statx'], { errnoRet: 13 })), 'statx', 'EACCES'],
		['an error without a name here', open(errno(['statx'], { errnoRet: 71 })), 'statx', 'errno 71'],
		['nothing passes but what is named', shut(allow(['read'])), 'statx', 'ENOSYS'],
		['… and that passes', shut(allow(['read'])), 'read', 'allowed'],
		[
			'a capability',
			shut(allow(['mount'], { includes: { caps: ['CAP_SYS_ADMIN'] } })),
			'mount',
			'ENOSYS CAP_SYS_ADMIN',
		],
		['it kills', open({ names: ['ptrace'], action: 'SCMP_ACT_KILL' }), 'ptrace', 'SIGSYS'],
		['it only logs', shut({ names: ['ptrace'], action: 'SCMP_ACT_LOG' }), 'ptrace', 'allowed'],
		['one name a rule, as older files have it', open({ name: 'statx', action: 'SCMP_ACT_ERRNO' }), 'statx', 'EPERM'],
		['an action that is none', open({ names: ['statx'], action: 'SCMP_ACT_WISH' }), 'statx', 'allowed'],
		['odd parts', { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [7, null, { names: 'statx' }] }, 'statx', 'allowed'],
	];
	for (const [what, file, syscall, answer] of cases) {
		test(what, async () => assert.equal(await told(file, syscall), answer));
	}

	test('a rule for one argument decides where the argument is known', async () => {
		const file = open(errno(['socket'], { args: [{ index: 0, value: 38, op: 'SCMP_CMP_EQ' }] }));
		assert.equal(await told(file, 'socket'), 'conditional');
		assert.equal(await told(file, 'socket', 38), 'EPERM');
		assert.equal(await told(file, 'socket', 2), 'allowed');
	});

	for (const [what, text] of [
		['no JSON', '{'],
		['no profile', '{"syscalls": []}'],
		['an unknown default', '{"defaultAction": "SCMP_ACT_WISH"}'],
		['a list', '[]'],
	] as const) {
		test(`${what} is told`, async () => {
			assert.equal(readSeccomp(text, 'seccomp.json', await realCatalog()).kind, 'bad');
		});
	}
});
