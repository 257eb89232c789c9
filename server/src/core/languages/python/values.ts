import type { Scope } from './scopes.ts';

/** What can be told of an expression without running the program. */
export type Value =
	/** Something of the library, by its name: `os`, `os.open`, `builtins.open`. */
	| { readonly kind: 'path'; readonly path: string; readonly isMethod?: boolean }
	/** What calling a path gives: `socket.socket()` is an instance of `socket.socket`. */
	| { readonly kind: 'instance'; readonly type: string }
	/** A handle of the C library, opened by ctypes or cffi. */
	| { readonly kind: 'libc' }
	/** A function of the C library: `libc.memfd_create`. */
	| { readonly kind: 'libc-function'; readonly name: string }
	/** A class, a function, or an object of a class of this file. */
	| { readonly kind: 'class' | 'function' | 'object'; readonly scope: Scope }
	| { readonly kind: 'tuple'; readonly items: readonly Value[] }
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'none' }
	| { readonly kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };

/** Something of the library, by its name. */
export function pathValue(path: string): Value {
	return { kind: 'path', path };
}

/** An object of a class of the library. */
export function instanceOf(type: string): Value {
	return { kind: 'instance', type };
}

/** Tells whether a value is an object of that class of the library. */
export function isInstance(value: Value, type: string): boolean {
	return value.kind === 'instance' && value.type === type;
}

/** Tells whether two values are the same thing; unknown ones are not. */
export function sameValue(a: Value, b: Value): boolean {
	switch (a.kind) {
		case 'path':
			return b.kind === 'path' && a.path === b.path;
		case 'instance':
			return b.kind === 'instance' && a.type === b.type;
		case 'libc-function':
			return b.kind === 'libc-function' && a.name === b.name;
		case 'class':
		case 'function':
		case 'object':
			return b.kind === a.kind && a.scope === b.scope;
		case 'tuple':
			return (
				b.kind === 'tuple' &&
				a.items.length === b.items.length &&
				a.items.every((item, i) => sameValue(item, b.items[i] ?? unknown))
			);
		case 'string':
			return b.kind === 'string' && a.text === b.text;
		case 'number':
			return b.kind === 'number' && a.value === b.value;
		case 'libc':
		case 'none':
			return b.kind === a.kind;
		case 'unknown':
			return false;
	}
}
