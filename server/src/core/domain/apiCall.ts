import type { Guard } from './guard.ts';
import type { Range } from './text.ts';

/** The three families of sources; TypeScript and JSX belong to `node`. */
export type LanguageId = 'c' | 'python' | 'node';

/** What can be told of one argument without running the program. */
export type Argument =
	/** A number as written: `0`, `0x80000`. */
	| { readonly kind: 'number'; readonly value: number }
	/** `NULL`, `None`, `null`, `undefined`. */
	| { readonly kind: 'null' }
	/** Named constants joined by `|`; `rest` tells that a part of the expression could not be read. */
	| { readonly kind: 'flags'; readonly names: readonly string[]; readonly rest: boolean }
	/** A string literal's content. */
	| { readonly kind: 'string'; readonly value: string }
	| { readonly kind: 'other' };

/** One place in a source that calls (or takes the address of) an Api. */
export interface ApiCall {
	readonly language: LanguageId;
	/** Canonical name: `memfd_create` (C), `os.memfd_create` (Python), `fs.promises.copyFile` (Node). */
	readonly api: string;
	/** Where the Api lives: `libc`, `os`, `fs`, …; `syscall` for raw calls, whose `api` is the syscall's name. */
	readonly module: string;
	/** The callee's name as written; for `syscall(SYS_x)` the constant or number. */
	readonly range: Range;
	/** Positional arguments, as far as they can be told; `undefined` where the name is used without a call. */
	readonly arguments: readonly Argument[] | undefined;
	/** Python's keyword arguments. */
	readonly keywords?: Readonly<Record<string, Argument>>;
	readonly guard: Guard | null;
}
