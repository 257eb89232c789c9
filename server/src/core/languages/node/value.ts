import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { commonType } from './instances.ts';
import { commonPath } from './modules.ts';

/** What an expression stands for, as far as an Api can come of it. */
export type Value =
	/** A module, a namespace or a function by its dotted path: `fs`, `fs.promises`, `fs.copyFile`. */
	| { readonly kind: 'path'; readonly path: string }
	/** A method of an instance, by the type's dotted path: `FileHandle.datasync`. */
	| { readonly kind: 'method'; readonly path: string; readonly of: Value }
	/** An object that an Api gave: a `FileHandle`, a `net.Server`. */
	| { readonly kind: 'instance'; readonly type: string }
	| { readonly kind: 'promise'; readonly of: Value }
	/** `promisifyAll(fs)`: its `copyFileAsync` is `fs.copyFile`. */
	| { readonly kind: 'promisified'; readonly path: string }
	/** `require`, or what `createRequire` gave. */
	| { readonly kind: 'loader' }
	/** A function of the file, or several under one name, of which only the result matters. */
	| { readonly kind: 'function'; readonly written: readonly SyntaxNode[] }
	/** `this` at an offset. */
	| { readonly kind: 'self'; readonly offset: number };

/** True where both stand for the same thing. */
function sameValue(a: Value, b: Value): boolean {
	switch (a.kind) {
		case 'path':
		case 'promisified':
			return b.kind === a.kind && a.path === b.path;
		case 'method':
			return b.kind === 'method' && a.path === b.path;
		case 'instance':
			return b.kind === 'instance' && a.type === b.type;
		case 'promise':
			return b.kind === 'promise' && sameValue(a.of, b.of);
		case 'loader':
			return b.kind === 'loader';
		case 'function':
			return b.kind === 'function' && a.written.every(({ id }, index) => id === b.written[index]?.id);
		case 'self':
			return b.kind === 'self' && a.offset === b.offset;
	}
}

/** What all of them are; those that can't be told must not be among them. */
export function agreed(values: readonly (Value | undefined)[]): Value | undefined {
	return values.reduce((known, value) => known && value && common(known, value), values[0]);
}

/** `secure ? https : http` is an `http`, `secure ? tls.connect() : net.connect()` a `net.Socket`. */
function common(a: Value, b: Value): Value | undefined {
	if (sameValue(a, b)) {
		return a;
	}
	if (a.kind === 'path' && b.kind === 'path') {
		const path = commonPath(a.path, b.path);
		return path === undefined ? undefined : { kind: 'path', path };
	}
	if (a.kind === 'instance' && b.kind === 'instance') {
		const type = commonType(a.type, b.type);
		return type === undefined ? undefined : { kind: 'instance', type };
	}
	if (a.kind === 'function' && b.kind === 'function') {
		return { kind: 'function', written: [...a.written, ...b.written] };
	}
	return undefined;
}
