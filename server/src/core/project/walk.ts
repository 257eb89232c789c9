import ignore, { type Ignore } from 'ignore';
import { throwIfCancelled, type CancellationToken } from '../cancellation.ts';
import type { Host } from '../host.ts';
import { joinPath, relativeTo } from './paths.ts';

/** Folders that hold other people's code or a tool's own files, whatever the ignore files say. */
const neverWalked = new Set([
	'.git',
	'.hg',
	'.svn',
	'.jj',
	'node_modules',
	'__pycache__',
	'.venv',
	'.tox',
	'.mypy_cache',
]);

/** Patterns of one ignore file, which speak of paths below its folder. */
interface IgnoreRules {
	readonly folder: string;
	readonly patterns: Ignore;
}

/**
 * Yields the files below a folder in the order of their names, but for what `.gitignore` files and `globs` leave out,
 * other people's code (`node_modules`, virtual environments) and anything that is no plain file or folder.
 */
export async function* walk(
	folder: string,
	host: Host,
	globs: readonly string[],
	token?: CancellationToken,
): AsyncIterable<string> {
	yield* walkFolder(folder, host, [{ folder, patterns: ignore().add([...globs]) }], token);
}

async function* walkFolder(
	folder: string,
	host: Host,
	outer: readonly IgnoreRules[],
	token: CancellationToken | undefined,
): AsyncIterable<string> {
	const entries = await host.readDirectory(folder);
	throwIfCancelled(token);
	if (entries.some(({ name }) => name === 'pyvenv.cfg')) {
		return;
	}
	const rules = [...outer, ...(await ignoreFile(folder, entries, host))];
	for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = joinPath(folder, name);
		if (kind === 'file' && !isIgnored(path, false, rules)) {
			yield path;
		} else if (kind === 'directory' && !neverWalked.has(name) && !isIgnored(path, true, rules)) {
			yield* walkFolder(path, host, rules, token);
		}
	}
}

async function ignoreFile(
	folder: string,
	entries: readonly { readonly name: string }[],
	host: Host,
): Promise<readonly IgnoreRules[]> {
	if (!entries.some(({ name }) => name === '.gitignore')) {
		return [];
	}
	const file = await host.readText(joinPath(folder, '.gitignore'));
	return file.kind === 'text' ? [{ folder, patterns: ignore().add(file.text) }] : [];
}

/** True when `globs` (as in .gitignore, seen from `folder`) leave the file out. */
export function isLeftOut(path: string, folder: string, globs: readonly string[]): boolean {
	return globs.length > 0 && isIgnored(path, false, [{ folder, patterns: ignore().add([...globs]) }]);
}

/** The last rule that speaks of the path decides, as git does it. */
function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
	let ignored = false;
	for (const { folder, patterns } of rules) {
		const relative = relativeTo(folder, path);
		if (relative === undefined || relative === '') {
			continue;
		}
		const answer = patterns.test(isFolder ? `${relative}/` : relative);
		ignored = answer.ignored || (ignored && !answer.unignored);
	}
	return ignored;
}
