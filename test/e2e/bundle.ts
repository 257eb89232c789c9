import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { root } from './hosts.ts';

const out = path.join(root, 'out/e2e');

/** What the bundles are used as: the suite that VS Code loads, and the program that stands in for `code`. */
export const bundled = { suite: path.join(out, 'suite/index.cjs'), codeWeb: path.join(out, 'codeWeb.mjs') };

/** Bundles what runs outside of tsx: the suite in the extension host, and the executable. */
export async function bundle(): Promise<void> {
	await rm(out, { recursive: true, force: true });
	const suite = path.join(root, 'test/e2e/suite');
	const files = (await readdir(suite)).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
	const shared: BuildOptions = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
	await build({
		...shared,
		entryPoints: files.map((file) => path.join(suite, file)),
		outdir: path.join(out, 'suite'),
		outExtension: { '.js': '.cjs' },
		format: 'cjs',
		sourcemap: 'inline',
		external: ['vscode', 'mocha'],
	});
	await build({
		...shared,
		entryPoints: [path.join(root, 'test/e2e/codeWeb.ts')],
		outfile: bundled.codeWeb,
		format: 'esm',
		banner: { js: '#!/usr/bin/env node' },
		packages: 'external',
	});
	await chmod(bundled.codeWeb, 0o755);
}
