import { Language as Grammar, Parser, Query } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { ParsedSource } from './syntaxNode.ts';
import { type Assets, readQuery, validateCaptures } from './queryFile.ts';
import { rememberTree } from './rememberedTree.ts';

/** Parses one grammar's sources and lends their trees. */
export interface SourceParser {
	/** Parses `text` and hands it to `use`. The tree is gone afterwards, so `use` must not let a node out. */
	parse<Result>(text: string, use: (source: ParsedSource) => Result): Result;
}

/** Gives the parser for a file of a language. Each grammar is loaded once, at its first file. */
export type ParserOf = (language: Language, path: string) => Promise<SourceParser>;

/** Builds the parsers on web-tree-sitter; wasm and queries come from the assets. */
export function createParsers(assets: Assets): ParserOf {
	const parsers = new Map<string, Promise<SourceParser>>();
	return (language, path) => {
		const grammar = language.grammarOf(path);
		const known = parsers.get(grammar);
		if (known) {
			return known;
		}
		const parser = loadParser(assets, language, grammar);
		parsers.set(grammar, parser);
		return parser;
	};
}

async function loadParser(assets: Assets, language: Language, name: string): Promise<SourceParser> {
	await startRuntime(assets);
	const grammar = await Grammar.load(await assets.readAsset(`tree-sitter-${name}.wasm`));
	const queries = new Map<string, Query>();
	for (const [file, captureNames] of Object.entries(language.queries)) {
		const query = new Query(grammar, await readQuery(assets, name, file));
		validateCaptures(`${name}/${file}.scm`, query.captureNames, captureNames);
		queries.set(file, query);
	}
	const parser = new Parser();
	parser.setLanguage(grammar);
	return { parse: (text, use) => parseWith(parser, queries, text, use) };
}

/** The library starts its wasm once per process and ignores later options. */
async function startRuntime(assets: Assets): Promise<void> {
	const name = 'web-tree-sitter.wasm';
	await Parser.init({ wasmBinary: await assets.readAsset(name), locateFile: () => name });
}

/**
 * So many patterns may be under way at once. Ordinary code has some dozens; a chain of 100,000 calls, in which each waits for
 * its own end, would take quadratic time and gives up the outermost.
 */
const matchLimit = 1024;

function parseWith<Result>(
	parser: Parser,
	queries: ReadonlyMap<string, Query>,
	text: string,
	use: (source: ParsedSource) => Result,
): Result {
	const tree = parser.parse(text);
	if (!tree) {
		throw new Error('The parser has no language.');
	}
	try {
		const remembered = rememberTree(tree.rootNode, text);
		return use({
			root: remembered.root,
			text,
			captures: (name) => remembered.captures(queryOf(queries, name).captures(tree.rootNode, { matchLimit })),
		});
	} finally {
		tree.delete();
	}
}

function queryOf(queries: ReadonlyMap<string, Query>, name: string): Query {
	const query = queries.get(name);
	if (!query) {
		throw new Error(`No query '${name}' in Language.queries.`);
	}
	return query;
}
