/** Modules that offer the functions of another under the same names. */
const mirrors: ReadonlyMap<string, string> = new Map([
	['fs-extra', 'fs'],
	['graceful-fs', 'fs'],
	['mz/fs', 'fs'],
	['mz/child_process', 'child_process'],
	['mz/crypto', 'crypto'],
	['mz/dns', 'dns'],
	['original-fs', 'fs'],
	['fs-promise', 'fs'],
	['promise-fs', 'fs'],
	['promisify-child-process', 'child_process'],
]);

/** Second names of the same thing, as dotted paths. */
const aliases: ReadonlyMap<string, string> = new Map([
	['perf_hooks.performance', 'performance'],
	['timers.setTimeout', 'setTimeout'],
	['timers.setInterval', 'setInterval'],
	['timers.setImmediate', 'setImmediate'],
	['webcrypto.getRandomValues', 'crypto.getRandomValues'],
	['webcrypto.randomUUID', 'crypto.randomUUID'],
	['webcrypto.subtle', 'crypto.subtle'],
	['fs.promises.constants', 'fs.constants'],
]);

/** Modules that do the same over another transport, under the same names. */
const variants: ReadonlyMap<string, string> = new Map([['https', 'http']]);

/** Names that every Node file has without import, with the path they stand for. */
const globals: ReadonlyMap<string, string> = new Map([
	['globalThis', ''],
	['global', ''],
	['process', 'process'],
	['performance', 'performance'],
	['crypto', 'webcrypto'],
	['fetch', 'fetch'],
	['setTimeout', 'setTimeout'],
	['setInterval', 'setInterval'],
	['setImmediate', 'setImmediate'],
	['queueMicrotask', 'queueMicrotask'],
	['Date', 'Date'],
	['Atomics', 'Atomics'],
	['WebAssembly', 'WebAssembly'],
]);

/** The global objects and functions, each with the path it stands for. */
export const globalPaths: readonly (readonly [name: string, path: string])[] = [...globals].filter(
	([, path]) => path !== '',
);

/** Paths with those under which the same things are also known: `webcrypto.subtle.digest` of `crypto.subtle.digest`. */
export function withAliases(paths: readonly string[]): readonly string[] {
	const others = [...aliases].flatMap(([from, to]) =>
		paths.flatMap((path) => (path === to || path.startsWith(`${to}.`) ? [from + path.slice(to.length)] : [])),
	);
	return [...paths, ...others];
}

/** The dotted path of a module: `node:fs/promises` is `fs.promises`, `graceful-fs` is `fs`. */
export function modulePath(specifier: string): string {
	const name = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
	const mirrored = mirrors.get(name);
	if (mirrored !== undefined) {
		return mirrored;
	}
	return name.endsWith('/promises') ? `${name.slice(0, -'/promises'.length)}.promises` : name;
}

/** The dotted path of a member: `fs` and `promises` give `fs.promises`. A module's `default` is the module. */
export function memberPath(path: string, name: string): string {
	if (name === 'default') {
		return path;
	}
	if (path === '') {
		return globals.get(name) ?? '';
	}
	const joined = `${path}.${name}`;
	return aliases.get(joined) ?? joined;
}

/** What two paths have in common where one module is a variant of the other: `https.get` and `http.get` are `http.get`. */
export function commonPath(a: string, b: string): string | undefined {
	const [plain, other] = [plainPath(a), plainPath(b)];
	return plain === other ? plain : undefined;
}

function plainPath(path: string): string {
	const [module = '', ...rest] = path.split('.');
	return [variants.get(module) ?? module, ...rest].join('.');
}

/** The path of a name that the file doesn't declare, or undefined where Node gives it no meaning. */
export function globalPath(name: string): string | undefined {
	return globals.get(name);
}
