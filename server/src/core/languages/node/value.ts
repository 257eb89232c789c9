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
	| { readonly kind: 'loader' };

/** True where both stand for the same thing. */
export function sameValue(a: Value, b: Value): boolean {
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
	}
}

/** The value that all of them agree on; those that can't be told must not be among them. */
export function agreed(values: readonly (Value | undefined)[]): Value | undefined {
	const first = values[0];
	return first && values.every((value) => value && sameValue(first, value)) ? first : undefined;
}
