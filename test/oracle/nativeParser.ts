import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readQuery, validateCaptures } from '../../server/src/core/syntax/queryFile.ts';
import type { Capture, ParsedSource, SyntaxNode } from '../../server/src/core/syntax/syntaxNode.ts';
import type { Language } from '../../server/src/core/languages/language.ts';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');

interface NativeBinding {
	new (): {
		setLanguage(language: unknown): void;
		parse(text: string, old: undefined, options: { bufferSize: number }): { readonly rootNode: SyntaxNode };
	};
	readonly Query: new (language: unknown, source: string) => { captures(node: SyntaxNode): Capture[] };
}

/** The native binding, or why it can't be had. */
export function loadNative(): NativeBinding | Error {
	try {
		return require('tree-sitter') as NativeBinding;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

/** Parses a source with the native binding, over the same queries as the product. */
export async function parseNatively(
	binding: NativeBinding,
	language: Language,
	file: string,
	text: string,
): Promise<ParsedSource> {
	const name = language.grammarOf(file);
	const grammar = nativeGrammar(name);
	const queries = new Map<string, InstanceType<NativeBinding['Query']>>();
	const assets = { readAsset: (asset: string) => Promise.resolve(readFileSync(path.join(root, asset))) };
	for (const [query, captures] of Object.entries(language.queries)) {
		const source = await readQuery(assets, name, query);
		validateCaptures(
			`${name}/${query}.scm`,
			[...source.matchAll(/@([\w.]+)/g)].map(([, capture]) => capture ?? ''),
			captures,
		);
		queries.set(query, new binding.Query(grammar, source));
	}
	const parser = new binding();
	parser.setLanguage(grammar);
	const tree = parser.parse(text, undefined, { bufferSize: Math.max(32 * 1024, text.length * 4) });
	return { root: tree.rootNode, text, captures: (query) => queries.get(query)?.captures(tree.rootNode) ?? [] };
}

function nativeGrammar(name: string): unknown {
	switch (name) {
		case 'typescript':
		case 'tsx':
			return (require('tree-sitter-typescript') as Record<string, unknown>)[name];
		default:
			return require(`tree-sitter-${name}`);
	}
}
