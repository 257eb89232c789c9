import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { opensLibc, prototyped } from './foreignFunctions.ts';
import { canonicalPath } from './imports.ts';
import { handedOn, resultOf } from './library.ts';
import { withoutComments } from './literals.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';
import { type Value, isInstance, pathValue, unknown } from './values.ts';

/** What a call gives: an object of the library or of this file, a module, a handle of the C library. */
export function callResult(call: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const callee = call.childForFieldName('function');
	const list = call.childForFieldName('arguments');
	if (!callee || !list) {
		return unknown;
	}
	const called = resolver.valueOf(callee, scope);
	if (called.kind === 'path') {
		return resultOfPath(called.path, list, scope, resolver);
	}
	if (isInstance(called, 'ctypes.CFUNCTYPE')) {
		return prototyped(argumentValue(list, 0, scope, resolver));
	}
	if (called.kind === 'class') {
		return { kind: 'object', scope: called.scope };
	}
	return called.kind === 'function' ? resolver.resultOf(called.scope) : unknown;
}

function resultOfPath(path: string, list: SyntaxNode, scope: Scope, resolver: Resolver): Value {
	const first = argumentValue(list, 0, scope, resolver);
	switch (path) {
		case 'builtins.getattr': {
			const name = argumentValue(list, 1, scope, resolver);
			return name.kind === 'string' ? resolver.attributeOf(first, name.text) : unknown;
		}
		case 'importlib.import_module':
		case 'builtins.__import__':
			return first.kind === 'string' ? pathValue(canonicalPath(first.text)) : unknown;
		case 'ctypes.util.find_library':
			return first.kind === 'string' ? { kind: 'string', text: `lib${first.text}.so` } : unknown;
	}
	if (opensLibc(path, first)) {
		return { kind: 'libc' };
	}
	const index = handedOn(path);
	return index === undefined ? resultOf(path) : argumentValue(list, index, scope, resolver);
}

function argumentValue(list: SyntaxNode, index: number, scope: Scope, resolver: Resolver): Value {
	const argument = withoutComments(list)[index];
	return argument ? resolver.valueOf(argument, scope) : unknown;
}
