import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Evidence } from './conditions.ts';
import { Failure, typesOf } from './handlers.ts';
import { importedNames } from './imports.ts';
import type { Resolver } from './resolver.ts';
import { scopeAt } from './scopes.ts';
import { leaves } from './statements.ts';
import { type Subject, sameSubject, subjectOf, subjectOfCall } from './subject.ts';

/** A place in a `try` body or its `else` is reached only when the trial call in the body went well. */
export function provenBy(
	child: SyntaxNode,
	parent: SyntaxNode,
	subject: Subject,
	resolver: Resolver,
): Evidence | undefined {
	if (parent.type !== 'try_statement') {
		return undefined;
	}
	const isBody = parent.childForFieldName('body')?.startIndex === child.startIndex;
	return isBody || child.type === 'else_clause' ? trialOf(parent, subject, resolver) : undefined;
}

/** A place behind a `try` whose every handler leaves: `except OSError: return False`, then `return True`. */
export function probedBefore(
	block: SyntaxNode,
	index: number,
	subject: Subject,
	resolver: Resolver,
): Evidence | undefined {
	if (block.type !== 'block' && block.type !== 'module') {
		return undefined;
	}
	for (const statement of block.namedChildren) {
		if (statement?.type !== 'try_statement' || statement.startIndex >= index) {
			continue;
		}
		const handlers = statement.namedChildren.filter((one) => one?.type === 'except_clause');
		if (
			handlers.length > 0 &&
			handlers.every((one) =>
				leaves(one?.namedChildren.findLast((child) => child?.type === 'block') ?? statement, resolver),
			)
		) {
			const evidence = trialOf(statement, subject, resolver);
			if (evidence) {
				return evidence;
			}
		}
	}
	return undefined;
}

/** What a `try` tells of an Api that its body tries out. */
function trialOf(statement: SyntaxNode, subject: Subject, resolver: Resolver): Evidence | undefined {
	const body = statement.childForFieldName('body');
	if (!body) {
		return undefined;
	}
	if (body.descendantsOfType('call').some((call) => !!call && calls(call, subject, resolver))) {
		const failure = new Failure(resolver);
		failure.passTry(statement);
		const guard = failure.guard(() => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }));
		if (guard && guard.grade !== 'none') {
			return { kind: 'probe', grade: guard.grade };
		}
	}
	const missing = statement.namedChildren.some(
		(handler) =>
			handler?.type === 'except_clause' &&
			typesOf(handler).some((type) => /\b(?:AttributeError|ImportError|ModuleNotFoundError)\b/.test(type.text)),
	);
	return missing && names(body, subject, resolver) ? { kind: 'has-attribute', grade: 'interpreter-only' } : undefined;
}

function calls(call: SyntaxNode, subject: Subject, resolver: Resolver): boolean {
	const callee = call.childForFieldName('function');
	const tried = callee && subjectOfCall(callee, scopeAt(resolver.module, callee.startIndex), resolver);
	return !!tried && sameSubject(tried, subject);
}

/** `os.memfd_create` without a call, or `from os import memfd_create`. */
function names(body: SyntaxNode, subject: Subject, resolver: Resolver): boolean {
	const isNamed = body.descendantsOfType('attribute').some((node) => {
		const named = node && subjectOf(node, scopeAt(resolver.module, node.startIndex), resolver);
		return !!named && sameSubject(named, subject);
	});
	const path = subject.value.kind === 'path' ? subject.value.path : undefined;
	return (
		isNamed ||
		body
			.descendantsOfType('import_from_statement')
			.some((node) => !!node && [...importedNames(node)].some((one) => one.path === path))
	);
}
