import { strict as assert } from 'node:assert';
import { countFields, liveCalls } from '../../../server/scripts/pages.ts';
import type { SyscallFile } from '../../../server/src/core/catalog/generated.ts';

suite('pages', () => {
	test('of every live call have all that they owe', async () => {
		const { files, catalog } = await liveCalls();
		assert.ok(files.length > 360, `only ${files.length} live calls`);
		const lacking = countFields(files, catalog).filter((count) => count.lacking.length > 0);
		assert.deepEqual(lacking, []);
	});

	test('that lack something are counted, and what does not apply is counted apart', async () => {
		const { files, catalog } = await liveCalls();
		const getpid = files.find(({ name }) => name === 'getpid') ?? assert.fail();
		const { page, kconfig, wrappers, ...bare } = getpid;
		assert.deepEqual([page?.errors, kconfig, typeof wrappers], [{}, null, 'object']);
		const before = states([getpid]);
		const after = states([bare]);
		assert.deepEqual([before.get('errors with meaning'), before.get('Kconfig gate')], ['none', 'none']);
		for (const field of ['errors with meaning', 'result', 'Kconfig gate', 'wrapper in glibc', 'wrapper in musl']) {
			assert.equal(after.get(field), 'lacking', field);
		}
		assert.equal(after.get('summary'), 'told');

		function states(some: readonly SyscallFile[]): ReadonlyMap<string, string> {
			return new Map(
				countFields(some, catalog).map(({ field, none, lacking }) => [
					field,
					lacking.length > 0 ? 'lacking' : none > 0 ? 'none' : 'told',
				]),
			);
		}
	});
});
