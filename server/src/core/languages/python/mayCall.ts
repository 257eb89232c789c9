import type { ApiList } from '../language.ts';
import { otherPaths } from './imports.ts';

const word = /[A-Za-z_]\w*/g;

/** An import with the lines that a backslash adds to it. */
const importing = /\b(?:import|from)\b[^\n]*(?:\\\r?\n[^\n]*)*/g;

/** Builtins that need no import; `file` is Python 2's. */
const opening = /(?<![.\w])(?:open\b|file\s*\()/;

/** True where a text imports a module of the library (or opens files without) and has the last name of an Api. */
export function mayCall(apis: ApiList): (text: string) => boolean {
	const paths = [...apis.apiNames('python'), ...otherPaths];
	const modules = new Set(['ctypes', 'cffi', ...paths.filter((path) => path.includes('.')).map(first), ...otherPaths]);
	const members = new Set(paths.map(last));
	const functionsOfC = new Set(['syscall', ...apis.apiNames('c')]);

	const importsAny = (text: string): boolean =>
		/__import__|import_module/.test(text) || (text.match(importing)?.some((one) => hasWord(one, modules)) ?? false);

	return (text) =>
		opening.test(text) ||
		(importsAny(text) && (hasWord(text, members) || (/ctypes|cffi/.test(text) && hasWord(text, functionsOfC))));
}

function hasWord(text: string, wanted: ReadonlySet<string>): boolean {
	for (const [name] of text.matchAll(word)) {
		if (wanted.has(name)) {
			return true;
		}
	}
	return false;
}

function first(path: string): string {
	return path.replace(/\..*$/, '');
}

function last(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}
