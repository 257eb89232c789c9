import type { ApiList } from '../language.ts';
import { owners } from './instances.ts';
import { globalPaths, modulePath, withAliases } from './modules.ts';

const word = /[A-Za-z_$][\w$]*/g;

/** A string that may name a module; quotes are not consumed, so that a stray one hides nothing. */
const specifier = /(['"`])(?=([\w@./:-]+)\1)/g;

/** True where a text has the last name of an Api, with its module's name in quotes or its global object. */
export function mayCall(apis: ApiList): (text: string) => boolean {
	const paths = withAliases(apis.apiNames('node'));
	const members = new Set(paths.map(last));
	const modules = new Set([...paths, ...owners].map(first));
	const globals = globalPaths.map(([name, path]) => [name, membersOf(path, paths)] as const);
	const wanted = new Set([...members, ...globals.map(([name]) => name)]);

	const namesModule = (text: string): boolean => {
		for (const [, , name = ''] of text.matchAll(specifier)) {
			if (modules.has(first(modulePath(name)))) {
				return true;
			}
		}
		return false;
	};

	return (text) => {
		const met = wordsIn(text, wanted);
		return (
			globals.some(([name, own]) => met.has(name) && own.some((member) => met.has(member))) ||
			([...met].some((name) => members.has(name)) && namesModule(text))
		);
	};
}

/** The wanted words of a text; `copyFileAsync` is `copyFile` of a module whose functions give promises. */
function wordsIn(text: string, wanted: ReadonlySet<string>): ReadonlySet<string> {
	const met = new Set<string>();
	for (const [name] of text.matchAll(word)) {
		const plain = name.endsWith('Async') ? name.slice(0, -'Async'.length) : name;
		if (wanted.has(plain)) {
			met.add(plain);
		}
	}
	return met;
}

function membersOf(path: string, paths: readonly string[]): readonly string[] {
	return paths.filter((one) => one === path || one.startsWith(`${path}.`)).map(last);
}

function first(path: string): string {
	return path.replace(/\..*$/, '');
}

/** The last name of a path, without the event in `dgram.Socket.on(message)`. */
function last(path: string): string {
	return path.replace(/\(.*$/, '').replace(/^.*\./, '');
}
