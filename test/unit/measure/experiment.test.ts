import assert from 'node:assert/strict';
import { experiment, type Bench, type Measured } from '../../../server/scripts/measure/experiment.ts';
import { disagreements } from '../../../server/scripts/measure/compare.ts';
import { summarise } from '../../../server/scripts/measure/summarise.ts';
import type { Alternative, ApiRow } from '../../../server/src/core/catalog/apis.ts';

/** A library function as a list of steps: the calls of one are tried in turn, on an errno that is listed. */
function bench(...steps: readonly (readonly Alternative[])[]): Bench {
	return (jobs) =>
		Promise.resolve(
			jobs.map(({ missing, errno }) => {
				const calls: string[] = [];
				let outcome = 'ok';
				for (const step of steps) {
					for (const { syscall, fallbackOn } of step) {
						calls.push(syscall);
						if (!missing.includes(syscall)) {
							break;
						}
						if (fallbackOn?.includes(errno) !== true) {
							outcome = `fails ${errno}`;
							break;
						}
					}
				}
				return { outcome, calls };
			}),
		);
}

const statx: readonly Alternative[] = [{ syscall: 'statx', fallbackOn: ['ENOSYS'] }, { syscall: 'newfstatat' }];
const openat: readonly Alternative[] = [{ syscall: 'openat' }];
const optional: readonly Alternative[] = [{ syscall: 'fadvise64', fallbackOn: ['ENOSYS', 'EPERM'] }];

async function measure(run: Bench): Promise<Extract<Measured, { kind: 'measured' }>> {
	const seen = (await experiment([0], run, (call) => call === 'brk')).get(0);
	assert.ok(seen?.kind === 'measured', JSON.stringify(seen));
	return seen;
}

function row(needs: ApiRow['needs'], more: Partial<ApiRow> = {}): ApiRow {
	return { needs, uses: [], known: 'measured', ...more };
}

suite('an experiment', () => {
	test('tries each call without itself, and what came in its place', async () => {
		const { calls, trials } = await measure(bench(statx));
		assert.deepEqual(calls, ['statx']);
		assert.deepEqual(
			trials.map(({ missing, errno, survived, instead }) => [missing.join(), errno, survived, instead.join()]),
			[
				['statx', 'ENOSYS', true, 'newfstatat'],
				['statx', 'EPERM', false, ''],
				['statx,newfstatat', 'ENOSYS', false, ''],
			],
		);
	});

	test('leaves housekeeping alone', async () => {
		const { trials } = await measure(bench([{ syscall: 'brk' }], openat));
		assert.ok(trials.every(({ missing }) => !missing.includes('brk')));
	});

	test('says why a case can not be measured', async () => {
		const failing: Bench = (jobs) => Promise.resolve(jobs.map(() => ({ outcome: 'fails ENOENT', calls: [] })));
		assert.deepEqual((await experiment([0], failing, () => false)).get(0), { kind: 'unusable', why: 'fails ENOENT' });
		const none: Bench = (jobs) => Promise.resolve(jobs.map(() => ({ outcome: 'absent: no such thing', calls: [] })));
		assert.deepEqual((await experiment([0], none, () => false)).get(0), { kind: 'absent' });
	});
});

suite('a summary', () => {
	test('is the function that was measured', async () => {
		const { needs, uses } = summarise(await measure(bench(statx, openat, optional)));
		assert.deepEqual(needs, [statx, openat]);
		assert.deepEqual(uses, ['fadvise64']);
	});

	test('knows a fallback behind a fallback', async () => {
		const chain: readonly Alternative[] = [
			{ syscall: 'fchmodat2', fallbackOn: ['ENOSYS'] },
			{ syscall: 'openat', fallbackOn: ['ENOSYS'] },
			{ syscall: 'open' },
		];
		assert.deepEqual(summarise(await measure(bench(chain))).needs, [chain]);
	});

	test('notes how a refusal differs where nothing stands in', async () => {
		const onlyAbsent = await measure(bench([{ syscall: 'statfs', fallbackOn: ['ENOSYS'] }]));
		assert.deepEqual(summarise(onlyAbsent), { needs: [], uses: ['statfs'], whenRefused: 'fails EPERM' });
		const onlyRefused = await measure(bench([{ syscall: 'times', fallbackOn: ['EPERM'] }]));
		assert.deepEqual(summarise(onlyRefused), { needs: [[{ syscall: 'times' }]], uses: [], whenRefused: 'goes on' });
	});
});

suite('a row held against what was measured', () => {
	async function said(run: Bench, one: ApiRow): Promise<readonly string[]> {
		return [...disagreements(one, await measure(run))];
	}

	test('agrees where it says the same', async () => {
		assert.deepEqual(await said(bench(statx, openat, optional), row([statx, openat], { uses: ['fadvise64'] })), []);
	});

	test('needs what it says is needed', async () => {
		assert.deepEqual(await said(bench(optional), row([[{ syscall: 'fadvise64' }]])), [
			'without fadvise64 it goes on; the row says it fails (ENOSYS, EPERM)',
		]);
		assert.deepEqual(await said(bench(openat), row([openat, [{ syscall: 'read' }]])), [
			'read: never called; the row says it is needed',
		]);
	});

	test('says all that is needed', async () => {
		assert.deepEqual(await said(bench(openat), row([])), [
			'without openat it fails ENOSYS; the row says it goes on (ENOSYS)',
			'without openat it fails EPERM; the row says it goes on (EPERM)',
		]);
	});

	test('falls back on the errnos that it lists, and on no other', async () => {
		const onBoth: readonly Alternative[] = [
			{ syscall: 'statx', fallbackOn: ['ENOSYS', 'EPERM'] },
			{ syscall: 'newfstatat' },
		];
		assert.deepEqual(await said(bench(statx), row([onBoth])), [
			'without statx it fails EPERM; the row says it goes on (EPERM)',
		]);
		assert.deepEqual(await said(bench(onBoth), row([statx])), [
			'without statx it goes on by newfstatat; the row says it fails (EPERM)',
		]);
	});

	test('names the calls that stand in', async () => {
		const other: readonly Alternative[] = [{ syscall: 'statx', fallbackOn: ['ENOSYS'] }, { syscall: 'stat' }];
		assert.deepEqual(await said(bench(statx), row([other])), [
			'without statx and newfstatat it fails ENOSYS; the row says it goes on (ENOSYS)',
			'statx: goes on by newfstatat; the row says by stat',
		]);
	});

	test('reads an alternative as a verdict does: two that are enough, where only one is called, are one too many', async () => {
		const either = row([[{ syscall: 'openat' }, { syscall: 'open' }]]);
		assert.equal((await said(bench(openat), either)).length, 2);
	});

	test('may say how a refusal differs from an absence', async () => {
		const onlyAbsent = bench([{ syscall: 'statfs', fallbackOn: ['ENOSYS'] }]);
		assert.deepEqual(await said(onlyAbsent, row([], { uses: ['statfs'], whenRefused: 'fails EPERM' })), []);
		assert.deepEqual(await said(onlyAbsent, row([], { uses: ['statfs'] })), [
			'without statfs it fails EPERM; the row says it goes on (EPERM)',
		]);
	});
});
