/**
 * Builds `dist/`: the compiled catalog, the three bundles and the grammars' wasm.
 * `--watch` rebuilds the bundles on every change; `--production` minifies and leaves source maps out.
 */
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { context, type BuildOptions } from 'esbuild';
import { writeCatalog } from './compileCatalog.ts';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** Wasm files by the name under which the product loads them. Each comes from the grammar's own package. */
const wasm: Readonly<Record<string, string>> = {
	'web-tree-sitter.wasm': 'web-tree-sitter/web-tree-sitter.wasm',
	'tree-sitter-c.wasm': 'tree-sitter-c/tree-sitter-c.wasm',
	'tree-sitter-python.wasm': 'tree-sitter-python/tree-sitter-python.wasm',
	'tree-sitter-javascript.wasm': 'tree-sitter-javascript/tree-sitter-javascript.wasm',
	'tree-sitter-typescript.wasm': 'tree-sitter-typescript/tree-sitter-typescript.wasm',
	'tree-sitter-tsx.wasm': 'tree-sitter-typescript/tree-sitter-tsx.wasm',
};

const shared: BuildOptions = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	// jsonc-parser's main entry is UMD, whose requires esbuild can't follow.
	mainFields: ['module', 'main'],
	absWorkingDir: root,
	sourcemap: production ? false : 'linked',
	minify: production,
	legalComments: 'none',
	// web-tree-sitter's main entry is ESM and asks import.meta.url; its CommonJS build does not.
	alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
	logLevel: 'warning',
};

const bundles: readonly BuildOptions[] = [
	{ ...shared, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
	{ ...shared, entryPoints: ['server/src/node/server.ts'], outfile: 'dist/server.cjs' },
	{
		...shared,
		entryPoints: ['server/src/node/cli.ts'],
		outfile: 'dist/cli.cjs',
		banner: { js: '#!/usr/bin/env node' },
	},
];

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await writeCatalog(dist);
for (const [name, source] of Object.entries(wasm)) {
	await cp(require.resolve(source), path.join(dist, name));
}
await cp(path.join(root, 'grammars'), path.join(dist, 'grammars'), { recursive: true });

for (const bundle of bundles) {
	const building = await context(bundle);
	if (watch) {
		await building.watch();
	} else {
		await building.rebuild();
		await building.dispose();
	}
}
