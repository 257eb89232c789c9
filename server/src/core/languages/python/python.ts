import type { ApiCall } from '../../domain/apiCall.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Language } from '../language.ts';
import { readArguments } from './arguments.ts';
import { GuardFinder } from './guards.ts';
import { mayCall } from './mayCall.ts';
import { isUsedAsValue } from './references.ts';
import { Resolver } from './resolver.ts';
import { type Scope, readScopes, scopeAt } from './scopes.ts';
import { type Subject, subjectOf, subjectOfCall } from './subject.ts';

/** Python: names resolved by import, assignment and scope; guards by what a missing syscall would do. */
export const python: Language = {
	id: 'python',
	languageIds: ['python'],
	extensions: ['.py', '.pyw'],
	grammarOf: () => 'python',
	queries: {
		bindings: [
			...['scope.function', 'scope.lambda', 'scope.class', 'scope.comprehension'],
			...['parameter', 'import', 'import.from', 'target', 'target.attribute', 'global', 'nonlocal'],
		],
		calls: ['callee', 'reference', 'reference.name'],
	},
	mayCall,
	scan(source, names) {
		const resolver = new Resolver(readScopes(source), names);
		const captures = source.captures('calls');
		const guards = new GuardFinder(resolver, captures);
		const calls: ApiCall[] = [];
		for (const { name, node } of captures) {
			const scope = scopeAt(resolver.module, node.startIndex);
			const isCall = name === 'callee';
			if (name === 'reference.name' && !isImported(node, scope, resolver)) {
				continue;
			}
			const subject = isCall ? subjectOfCall(node, scope, resolver) : subjectOf(node, scope, resolver);
			if (subject && (isCall || isUsedAsValue(node, scope, resolver)) && !guards.isTypeOnly(node)) {
				calls.push(toApiCall(subject, isCall ? node : undefined, scope, resolver, guards));
			}
		}
		return calls;
	},
};

function toApiCall(
	subject: Subject,
	callee: SyntaxNode | undefined,
	scope: Scope,
	resolver: Resolver,
	guards: GuardFinder,
): ApiCall {
	const { api, module, written } = subject;
	const list = callee?.parent?.childForFieldName('arguments') ?? null;
	const { positional, keywords } = readArguments(list, scope, resolver);
	return {
		language: 'python',
		api,
		module,
		range: {
			start: { line: written.startPosition.row, character: written.startPosition.column },
			end: { line: written.endPosition.row, character: written.endPosition.column },
		},
		arguments: callee && (module === 'syscall' ? positional.slice(1) : positional),
		...(Object.keys(keywords).length > 0 && { keywords }),
		guard: guards.guardOf(callee ?? written, subject),
	};
}

function isImported(node: SyntaxNode, scope: Scope, resolver: Resolver): boolean {
	return resolver.bindingsOf(node.text, scope)?.bindings.some(({ kind }) => kind === 'import') ?? false;
}
