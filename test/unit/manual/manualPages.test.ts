import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
	configuredFolders,
	createManualReader,
	manualFolders,
	systemManualFolders,
} from '../../../server/src/node/manualPages.ts';
import { largestPage } from '../../../server/src/node/decompress.ts';

const lens = `.TH lens 2 2026-11-24 "Own pages 1"
.SH NAME
lens \\- look closely
.SH DESCRIPTION
.BR lens ()
looks at a call.
`;

/** The same page, made with `xz` (checks crc64 and crc32) and with `zstd`. */
const xz64 =
	'/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4ABuAGddABcVBQIDF9Rvpqi/zyHNaSoXMmY4ON+Iq9HM49HHpNeRQDO0Rv8zQsPx1EXzr9AsRf6NeaLGYCcrnmfqwCFAuPI2NkNnwMcHQbuo+BknWT+d1ax1wq3627Nq4K5hhxacfyr5xCF1GQUAALAjxDUCAH6hAAGDAW8AAABOfFQFscRn+wIAAAAABFla';
const xz32 =
	'/Td6WFoAAAFpIt42AgAhARwAAAAQz1jM4ABuAGddABcVBQIDF9Rvpqi/zyHNaSoXMmY4ON+Iq9HM49HHpNeRQDO0Rv8zQsPx1EXzr9AsRf6NeaLGYCcrnmfqwCFAuPI2NkNnwMcHQbuo+BknWT+d1ax1wq3627Nq4K5hhxacfyr5xCF1GQUAAFTH4K8AAX9v26wsVZBCmQ0BAAAAAAFZWg==';
const zst =
	'KLUv/SRvHQMAwgUVGWCvDqje8Xp7ISI3yH8LknPo54xsFHRwCAP8uql0+ov+cgDcMR4vTAI1iXM8Esm6XtvSKWv7LmKpFMvn87jB3zpR6xXGtA/RQeiIKMTH36r2J/QCBAAgBveWoFotE5QeqJwVeQ==';

suite('manual pages on disk', () => {
	let root: string;
	setup(() => (root = mkdtempSync(path.join(tmpdir(), 'lens-man-'))));
	teardown(() => rmSync(root, { recursive: true }));

	function put(file: string, content: string | Uint8Array): void {
		mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		writeFileSync(path.join(root, file), content);
	}

	const read = async (section: string, name: string): Promise<string | undefined> =>
		(await manualFolders([root]).read(section, name))?.text;

	for (const [ending, content] of [
		['', lens],
		['.gz', gzipSync(lens)],
		['.xz', Buffer.from(xz64, 'base64')],
		['.xz', Buffer.from(xz32, 'base64')],
		['.zst', Buffer.from(zst, 'base64')],
	] as const) {
		test(`reads lens.2${ending} of ${content.length} bytes`, async () => {
			put(`man2/lens.2${ending}`, content);
			assert.equal(await read('2', 'lens'), lens);
		});
	}

	test('never gives a page of section 1 for a call', async () => {
		put('man1/lens.1', lens.replace('lens 2', 'lens 1'));
		put('man2/other.2', '.so man1/lens.1\n');
		assert.equal(await read('2', 'lens'), undefined);
		assert.equal(await read('2', 'other'), undefined);
	});

	test('follows includes and links', async () => {
		put('man2/lens.2.gz', gzipSync(lens));
		put('man2/lens64.2', '.\\" an own comment\n.so man2/lens.2\n');
		put('man2/lens3.2.gz', gzipSync('.so man2/lens64.2'));
		symlinkSync('lens.2.gz', path.join(root, 'man2/lens2.2.gz'));
		for (const name of ['lens64', 'lens3', 'lens2']) {
			assert.equal(await read('2', name), lens, name);
		}
	});

	test('ends where pages include each other, and stays in its folders', async () => {
		put('man2/a.2', '.so man2/b.2\n');
		put('man2/b.2', '.so man2/a.2\n');
		put('man2/out.2', '.so ../secret.2\n');
		put('secret.2', lens);
		for (const name of ['a', 'out', '../secret', '../../etc/passwd', '']) {
			assert.equal(await read('2', name), undefined, name);
		}
		assert.equal(await read('2/../', 'lens'), undefined);
	});

	test('knows the sections of types and constants', async () => {
		put('man2/lens_how.2type', lens);
		put('man2const/LENS_SET.2const', lens);
		assert.equal(await read('2type', 'lens_how'), lens);
		assert.equal(await read('2', 'lens_how'), lens);
		assert.equal(await read('2', 'LENS_SET'), lens);
	});

	test('has nothing to say of broken, odd and overlarge files', async () => {
		put('man2/cut.2.gz', gzipSync(lens).subarray(0, 40));
		put('man2/cutxz.2.xz', Buffer.from(xz64, 'base64').subarray(0, 80));
		put('man2/cutzst.2.zst', Buffer.from(zst, 'base64').subarray(0, 60));
		put('man2/notxz.2.xz', 'no archive');
		put('man2/binary.2', new Uint8Array([0x2e, 0, 1]));
		put('man2/bomb.2.gz', gzipSync(Buffer.alloc(largestPage + 1, 'a')));
		mkdirSync(path.join(root, 'man2/folder.2'));
		for (const name of ['cut', 'cutxz', 'cutzst', 'notxz', 'binary', 'bomb', 'folder', 'missing']) {
			assert.equal(await read('2', name), undefined, name);
		}
	});

	test("prefers the machine's own manual to the packaged, and another system's counts for nothing", async () => {
		put('own/man2/lens.2', lens);
		put(
			'packaged/2/index.json',
			JSON.stringify({ origin: 'our package', pages: { lens: 'lens.md', lens64: 'lens.md' } }),
		);
		put('packaged/2/lens.md', '# lens(2)\n');
		const packaged = path.join(root, 'packaged');
		const linux = createManualReader(packaged, 'linux', path.join(root, 'own'));
		const origin = path.join(root, 'own/man2/lens.2');
		assert.deepEqual(await linux('2', 'lens'), { format: 'roff', text: lens, origin });
		const ours = { format: 'markdown', text: '# lens(2)\n', origin: 'our package' };
		assert.deepEqual(await linux('2', 'lens64'), ours);
		assert.deepEqual(await createManualReader(packaged, 'darwin', path.join(root, 'own'))('2', 'lens'), ours);
		assert.equal(await linux('2', 'constructor'), undefined);
		assert.equal(await linux('3', 'lens'), undefined);
	});
});

suite('manual folders', () => {
	test('are those of MANPATH, and the system ones where it leaves a gap', async () => {
		assert.deepEqual(await systemManualFolders('/a:/b'), ['/a', '/b']);
		const [first, ...others] = await systemManualFolders('/a:');
		assert.equal(first, '/a');
		assert.ok(others.includes('/usr/share/man'));
		assert.ok((await systemManualFolders(undefined)).includes('/usr/local/share/man'));
		assert.deepEqual(await systemManualFolders('relative'), []);
	});

	test('are named in configurations', () => {
		const text =
			'# MANDATORY_MANPATH /no\nMANDATORY_MANPATH\t\t/usr/man\nMANPATH_MAP /bin /usr/share/man\nmanpath /opt/man\n';
		assert.deepEqual(configuredFolders(text), ['/usr/man', '/opt/man']);
	});
});
