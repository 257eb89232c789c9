import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { rawSyscall } from './foreignFunctions.ts';
import type { Resolver } from './resolver.ts';
import type { Scope } from './scopes.ts';
import { type Value, sameValue } from './values.ts';

/** An Api that a place in the source names. */
export interface Subject {
	readonly api: string;
	/** Where the Api lives; `syscall` for raw calls. */
	readonly module: string;
	/** The callee's name as written. */
	readonly written: SyntaxNode;
	readonly value: Value;
}

/** The Api that a callee calls, `libc.syscall(…)` seen through to its syscall. */
export function subjectOfCall(callee: SyntaxNode, scope: Scope, resolver: Resolver): Subject | undefined {
	const value = resolver.valueOf(callee, scope);
	if (value.kind !== 'libc-function' || value.name !== 'syscall') {
		return subjectOfValue(callee, value, scope, resolver);
	}
	const first = callee.parent?.childForFieldName('arguments')?.namedChildren.find((one) => one?.type !== 'comment');
	if (!first) {
		return undefined;
	}
	const written = unwrapped(first);
	const api = rawSyscall(written, resolver.valueOf(written, scope), resolver.names);
	return api === undefined ? undefined : { api, module: 'syscall', written, value };
}

/** The Api that an expression stands for. */
export function subjectOf(node: SyntaxNode, scope: Scope, resolver: Resolver): Subject | undefined {
	return subjectOfValue(node, resolver.valueOf(node, scope), scope, resolver);
}

/** Tells whether two places speak of the same Api. */
export function sameSubject(a: Subject, b: Subject): boolean {
	return a.api === b.api && a.module === b.module;
}

/** Tells whether a value is the Api itself, or the class whose method it is. */
export function isSubjectOrOwner(value: Value, subject: Subject): boolean {
	if (value.kind === 'path' && subject.value.kind === 'path') {
		return subject.value.path === value.path || subject.value.path.startsWith(`${value.path}.`);
	}
	return sameValue(value, subject.value);
}

function subjectOfValue(node: SyntaxNode, value: Value, scope: Scope, resolver: Resolver): Subject | undefined {
	if (value.kind === 'libc-function') {
		const found = resolver.names.api('c', value.name);
		return found && { api: found.name, module: found.module, written: lastName(node), value };
	}
	if (value.kind !== 'path') {
		return undefined;
	}
	const name = value.path.replace(/^builtins\.(?=\w+$)/, '');
	// the methods of mmap.mmap go by the module's name
	const found = resolver.names.api('python', name) ?? resolver.names.api('python', name.replace(/^(\w+)\.\1\./, '$1.'));
	const written = value.isMethod || !isDottedName(node, scope, resolver) ? lastName(node) : node;
	return found && { api: found.name, module: found.module, written, value };
}

/** `os.path.exists` from an import of `os`, not `self.os.exists` and not `Path(x).open`. */
function isDottedName(node: SyntaxNode, scope: Scope, resolver: Resolver): boolean {
	let root = node;
	while (root.type === 'attribute') {
		const object = root.childForFieldName('object');
		if (!object) {
			return false;
		}
		root = object;
	}
	return root.type === 'identifier' && resolver.valueOfName(root, scope).kind === 'path';
}

/** `sendmsg` of `sock.sendmsg`, `memfd_create` of `getattr(os, "memfd_create")` and `libc["memfd_create"]`. */
function lastName(node: SyntaxNode): SyntaxNode {
	switch (node.type) {
		case 'attribute':
			return node.childForFieldName('attribute') ?? node;
		case 'subscript':
			return contentOf(node.childForFieldName('subscript')) ?? node;
		case 'call':
			return contentOf(node.childForFieldName('arguments')?.namedChildren[1]) ?? node;
		default:
			return node;
	}
}

function contentOf(node: SyntaxNode | null | undefined): SyntaxNode | undefined {
	return node?.type === 'string'
		? (node.namedChildren.find((child) => child?.type === 'string_content') ?? undefined)
		: undefined;
}

/** `319` of `ctypes.c_long(319)`. */
function unwrapped(node: SyntaxNode): SyntaxNode {
	const inner = node.type === 'call' ? node.childForFieldName('arguments')?.namedChildren[0] : undefined;
	return inner && /\bc_u?(?:int|long)(?:long|32|64)?$/.test(node.childForFieldName('function')?.text ?? '')
		? inner
		: node;
}
