import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Assets } from '../src/core/syntax/queryFile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** Grammars as the build lays them out, taken from where the build takes them. */
export const grammarAssets: Assets = {
	readAsset: (name) => readFile(assetPath(name)),
};

function assetPath(name: string): string {
	if (name.startsWith('grammars/')) {
		return path.join(root, name);
	}
	if (name === 'tree-sitter-tsx.wasm') {
		return require.resolve(`tree-sitter-typescript/${name}`);
	}
	return require.resolve(`${path.basename(name, '.wasm')}/${name}`);
}
