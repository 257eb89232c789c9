import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/** A name that an import statement makes: `import os.path as p` makes `p`, which is `os.path`. */
export interface ImportedName {
	/** `*` for a star import. */
	readonly name: string;
	/** What the name stands for, or undefined for a module of the project itself. */
	readonly path: string | undefined;
	readonly module: string;
}

/** The names that an `import` or `from … import` statement makes. */
export function* importedNames(statement: SyntaxNode): Iterable<ImportedName> {
	if (statement.type === 'import_statement') {
		yield* modules(statement);
	} else {
		yield* members(statement);
	}
}

/** `import os.path` makes `os`; `import os.path as p` makes `p`. */
function* modules(statement: SyntaxNode): Iterable<ImportedName> {
	for (const child of statement.namedChildren) {
		if (child?.type === 'dotted_name') {
			const name = child.text.split('.')[0] ?? '';
			yield { name, path: canonicalPath(name), module: name };
		} else if (child?.type === 'aliased_import') {
			const { path, alias } = aliasOf(child);
			yield { name: alias, path: canonicalPath(path), module: path };
		}
	}
}

/** `from os import memfd_create as mc` makes `mc`; `from . import os` makes an `os` of the project. */
function* members(statement: SyntaxNode): Iterable<ImportedName> {
	const [head, ...names] = statement.namedChildren;
	if (!head) {
		return;
	}
	const own = head.type === 'relative_import';
	const module = squeeze(head.text);
	for (const child of names) {
		if (child?.type === 'wildcard_import' && !own) {
			yield { name: '*', path: undefined, module: canonicalPath(module) };
		} else if (child?.type === 'dotted_name') {
			const name = child.text;
			yield { name, path: own ? undefined : canonicalPath(`${module}.${name}`), module };
		} else if (child?.type === 'aliased_import') {
			const { path, alias } = aliasOf(child);
			yield { name: alias, path: own ? undefined : canonicalPath(`${module}.${path}`), module };
		}
	}
}

function aliasOf(node: SyntaxNode): { readonly path: string; readonly alias: string } {
	const path = squeeze(node.childForFieldName('name')?.text ?? '');
	return { path, alias: node.childForFieldName('alias')?.text ?? path };
}

/** Python allows blanks around the dots of a name. */
function squeeze(text: string): string {
	return text.replace(/\s+/g, '');
}

/** Modules and classes that are the same thing under another name. */
const sameAs: readonly (readonly [from: string, to: string])[] = [
	['posixpath', 'os.path'],
	['posix', 'os'],
	['os.errno', 'errno'],
	['_io', 'io'],
	['_socket', 'socket'],
	['__builtin__', 'builtins'],
	['pathlib.PosixPath', 'pathlib.Path'],
	['socket.SocketType', 'socket.socket'],
	['asyncio.subprocess.create_subprocess_exec', 'asyncio.create_subprocess_exec'],
	['asyncio.subprocess.create_subprocess_shell', 'asyncio.create_subprocess_shell'],
	['asyncio.tasks.sleep', 'asyncio.sleep'],
	['asyncio.AbstractEventLoop', 'asyncio.loop'],
	['asyncio.events', 'asyncio'],
	['asyncio.unix_events', 'asyncio'],
	['concurrent.futures.thread', 'concurrent.futures'],
	['typing.IO', 'file'],
	['typing.TextIO', 'file'],
	['typing.BinaryIO', 'file'],
	['io.TextIOWrapper', 'file'],
	['io.BufferedReader', 'file'],
	['io.BufferedWriter', 'file'],
];

/** The paths of the library that are known under a more usual one. */
export const otherPaths: readonly string[] = sameAs.map(([from]) => from);

/** The usual name of something that the library offers under several. */
export function canonicalPath(path: string): string {
	for (const [from, to] of sameAs) {
		if (path === from || (path.startsWith(from) && path[from.length] === '.')) {
			return to + path.slice(from.length);
		}
	}
	return path;
}
