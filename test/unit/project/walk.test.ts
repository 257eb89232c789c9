import assert from 'node:assert/strict';
import { walk } from '../../../server/src/core/project/walk.ts';
import { MemoryHost } from '../../memoryHost.ts';

suite('walk', () => {
	const host = new MemoryHost({
		'.gitignore': 'out/\n*.gen.c\n!keep.gen.c\n',
		'a.c': '',
		'b.gen.c': '',
		'keep.gen.c': '',
		'out/c.c': '',
		'sub/.gitignore': '/d.c\n!b.gen.c\n',
		'sub/d.c': '',
		'sub/e/d.c': '',
		'sub/b.gen.c': '',
		'node_modules/x/index.js': '',
		'env/pyvenv.cfg': '',
		'env/lib/site.py': '',
		'third_party/f.c': '',
	});

	test('leaves out what git ignores, other people’s code and the globs given', async () => {
		const found: string[] = [];
		for await (const path of walk(host.root, host, ['third_party/'])) {
			found.push(path.slice(host.root.length + 1));
		}
		assert.deepEqual(found, ['.gitignore', 'a.c', 'keep.gen.c', 'sub/.gitignore', 'sub/b.gen.c', 'sub/e/d.c']);
	});

	test('ends when nobody waits any more', async () => {
		await assert.rejects(async () => {
			for await (const _ of walk(host.root, host, [], { isCancellationRequested: true }));
		}, /cancelled/);
	});
});
