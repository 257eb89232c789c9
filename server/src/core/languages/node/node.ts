import type { ApiCall } from '../../domain/apiCall.ts';
import type { ParsedSource, SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames, Language } from '../language.ts';
import { findCandidates } from './candidates.ts';
import { createGuards } from './guards.ts';
import { mayCall } from './mayCall.ts';
import { rangeOf } from './ranges.ts';
import type { ParentOf } from './parents.ts';
import { readScopes } from './scopes.ts';
import { createValues } from './values.ts';

/** JavaScript and TypeScript for Node, with and without JSX. */
export const node: Language = {
	id: 'node',
	languageIds: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
	extensions: ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'],
	grammarOf,
	queries: {
		names: [
			...['file', 'function', 'class', 'block'],
			...['variable', 'hoisted', 'piece', 'reassigned', 'assigned', 'parameter', 'declared', 'named', 'imported'],
			...['field', 'resolved'],
			...['property', 'key', 'called', 'value'],
		],
	},
	mayCall,
	scan,
};

function grammarOf(path: string): string {
	if (path.endsWith('.tsx')) {
		return 'tsx';
	}
	return /\.[mc]?ts$/.test(path) ? 'typescript' : 'javascript';
}

function scan(source: ParsedSource, names: ApiNames): readonly ApiCall[] {
	const { text } = source;
	const parentOf: ParentOf = (node) => node.parent;
	const captures = source.captures('names');
	const scopes = readScopes(captures, text);
	const resolved = new Map<number, SyntaxNode>();
	for (const { name, node } of captures) {
		if (name === 'resolved') {
			resolved.set(node.startIndex, node);
		}
	}
	const values = createValues({ text, parentOf, scopes, names, resolved });
	const guards = createGuards({ text, parentOf, scopes, values, apis: names });

	const calls: ApiCall[] = [];
	for (const candidate of findCandidates(captures, { text, parentOf, values, names })) {
		calls.push({
			language: 'node',
			api: candidate.api.name,
			module: candidate.api.module,
			range: rangeOf(candidate.written),
			arguments: candidate.arguments,
			guard: guards.guardOf(candidate),
		});
	}
	return calls;
}
