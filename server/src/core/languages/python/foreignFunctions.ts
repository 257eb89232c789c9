import type { ApiNames } from '../language.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { type Value, unknown } from './values.ts';

/** Ways to open a shared library; the first argument names it. */
const openers = new Set([
	'ctypes.CDLL',
	'ctypes.PyDLL',
	'ctypes.cdll',
	'ctypes.cdll.LoadLibrary',
	'ctypes.LibraryLoader.LoadLibrary',
	'cffi.FFI.dlopen',
]);

/** `libc.so.6`, `libc.musl-x86_64.so.1`, `/lib/libc.so`; also the parts that glibc once kept apart. */
const libraryOfC = /(?:^|\/)lib(?:c|pthread|rt|util|dl)\b[^/]*$/;

/** Tells whether a call of `path` with this first argument opens the C library. `CDLL(None)` is the program itself. */
export function opensLibc(path: string, argument: Value): boolean {
	if (!openers.has(path)) {
		return false;
	}
	return (
		argument.kind === 'none' || (argument.kind === 'string' && (argument.text === '' || libraryOfC.test(argument.text)))
	);
}

/** A function of an opened C library. */
export function memberOfLibc(name: string): Value {
	return name === '' || name === 'LoadLibrary' ? unknown : { kind: 'libc-function', name };
}

/** `CFUNCTYPE(c_int)(("memfd_create", libc))` is the function of that name. */
export function prototyped(pair: Value): Value {
	const [name, library] = pair.kind === 'tuple' ? pair.items : [];
	return name?.kind === 'string' && library?.kind === 'libc' ? memberOfLibc(name.text) : unknown;
}

/**
 * The syscall that `libc.syscall(first, …)` makes: by the name of its constant (`SYS_openat2`, `NR_OPENAT2`), else by its
 * number.
 */
export function rawSyscall(first: SyntaxNode, value: Value, names: ApiNames): string | undefined {
	const constant = /[\w.]*$/.exec(first.text)?.[0].replace(/^.*\./, '') ?? '';
	const bare = constant.replace(/^_*(?:sys|nr|__nr|syscall)_/i, '');
	if (bare !== constant || names.isSyscall(bare)) {
		const name = [bare, bare.toLowerCase()].find((one) => names.isSyscall(one));
		if (name !== undefined && /^[a-z_]/i.test(constant)) {
			return name;
		}
	}
	return value.kind === 'number' ? names.syscallByNumber(value.value) : undefined;
}
