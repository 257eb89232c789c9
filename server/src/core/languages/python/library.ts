import { canonicalPath } from './imports.ts';
import { type Value, instanceOf, pathValue, sameValue, unknown } from './values.ts';

/** Calls that give another class than their own name says. A list is a tuple of them. */
const results: ReadonlyMap<string, string | readonly string[]> = byName({
	'builtins.open': 'file',
	'builtins.file': 'file',
	'io.open': 'file',
	'io.FileIO': 'file',
	'codecs.open': 'file',
	'os.fdopen': 'file',
	'os.popen': 'file',
	'tempfile.TemporaryFile': 'file',
	'tempfile.NamedTemporaryFile': 'file',
	'socket.socket.makefile': 'file',
	'pathlib.Path.open': 'file',
	'tarfile.open': 'tarfile.TarFile',
	'ssl.create_default_context': 'ssl.SSLContext',
	'ssl.SSLContext.wrap_socket': 'socket.socket',
	'ssl.wrap_socket': 'socket.socket',
	'socket.create_connection': 'socket.socket',
	'socket.create_server': 'socket.socket',
	'socket.fromfd': 'socket.socket',
	'socket.socket.dup': 'socket.socket',
	'socket.socket.accept': ['socket.socket', ''],
	'socket.socketpair': ['socket.socket', 'socket.socket'],
	'asyncio.get_event_loop': 'asyncio.loop',
	'asyncio.get_running_loop': 'asyncio.loop',
	'asyncio.new_event_loop': 'asyncio.loop',
	...sameResult('pathlib.Path', [
		'absolute',
		'cwd',
		'expanduser',
		'home',
		'joinpath',
		'readlink',
		'relative_to',
		'rename',
		'replace',
		'resolve',
		'with_name',
		'with_stem',
		'with_suffix',
	]),
});

/** What iterating over the result of a call gives. */
const elements: ReadonlyMap<string, string> = byName({
	'os.scandir': 'os.DirEntry',
	'pathlib.Path.iterdir': 'pathlib.Path',
	'pathlib.Path.glob': 'pathlib.Path',
	'pathlib.Path.rglob': 'pathlib.Path',
	'pathlib.Path.parents': 'pathlib.Path',
});

/** Attributes of objects which are objects themselves. */
const properties: ReadonlyMap<string, string> = byName({
	'pathlib.Path.parent': 'pathlib.Path',
	'pathlib.Path.parents': 'pathlib.Path.parents',
	'subprocess.Popen.stdin': 'file',
	'subprocess.Popen.stdout': 'file',
	'subprocess.Popen.stderr': 'file',
});

/** Calls whose result stands for their first argument. */
const wrappers = new Set([
	'contextlib.closing',
	'builtins.iter',
	'builtins.list',
	'builtins.sorted',
	'builtins.reversed',
	'builtins.set',
	'builtins.tuple',
	'typing.cast',
	'copy.copy',
]);

/** The object that calling something of the library gives. */
export function resultOf(path: string): Value {
	const result = results.get(path);
	if (typeof result === 'object') {
		return { kind: 'tuple', items: result.map((type) => (type === '' ? unknown : instanceOf(type))) };
	}
	return instanceOf(result ?? path);
}

/** What a `for` over an object gets. */
export function elementOf(value: Value): Value {
	if (value.kind === 'tuple') {
		const [first = unknown] = value.items;
		return value.items.every((item) => sameValue(item, first)) ? first : unknown;
	}
	if (value.kind !== 'instance') {
		return unknown;
	}
	const element = value.type.endsWith('[]') ? value.type.slice(0, -2) : elements.get(value.type);
	return element === undefined ? unknown : instanceOf(element);
}

/** A list or another collection of objects: `list[Path]`. */
export function collectionOf(element: Value): Value {
	return element.kind === 'instance' ? instanceOf(`${element.type}[]`) : unknown;
}

/** An attribute of an object of the library: a method, or an object that it holds. */
export function memberOf(type: string, name: string): Value {
	const property = properties.get(`${type}.${name}`);
	return property === undefined ? { kind: 'path', path: `${type}.${name}`, isMethod: true } : instanceOf(property);
}

/** An attribute of a module or class of the library. */
export function attributeOf(path: string, name: string): Value {
	return pathValue(canonicalPath(`${path}.${name}`));
}

/** Which argument a call of the library hands on as its result, if it does. */
export function handedOn(path: string): number | undefined {
	return wrappers.has(path) ? Number(path === 'typing.cast') : undefined;
}

/** The names of the library's builtins that matter here; any other unknown name is unknown. */
export const builtins: ReadonlySet<string> = new Set([
	...['open', 'file', 'print', 'input', 'exec', 'hasattr', 'getattr', 'callable', 'isinstance', 'issubclass', 'dir'],
	...['iter', 'list', 'sorted', 'reversed', 'set', 'tuple', 'any', 'all', 'bool', 'exit', 'quit', '__import__'],
	...['BaseException', 'Exception', 'OSError', 'IOError', 'EnvironmentError', 'WindowsError', 'StandardError'],
	...['PermissionError', 'FileNotFoundError', 'FileExistsError', 'BlockingIOError', 'InterruptedError'],
	...['AttributeError', 'NameError', 'ImportError', 'NotImplementedError', 'ValueError', 'TypeError', 'KeyError'],
	...['RuntimeError', 'SystemExit', 'KeyboardInterrupt', 'UnicodeError', 'LookupError'],
]);

/** The modules of the library whose functions make syscalls; the packages that stand in for them are not. */
const standardModules = new Set([
	...[
		'asyncio',
		'builtins',
		'codecs',
		'concurrent',
		'ctypes',
		'fcntl',
		'io',
		'mmap',
		'multiprocessing',
		'os',
		'pathlib',
	],
	...['platform', 'pty', 'pwd', 'grp', 'random', 'resource', 'secrets', 'select', 'selectors', 'shutil', 'signal'],
	...['socket', 'ssl', 'subprocess', 'tempfile', 'termios', 'threading', 'time', 'tty', 'uuid', 'zipfile', 'tarfile'],
]);

/** Tells a module of the library from a package that stands in for it: `pathlib` from `pathlib2`. */
export function isStandard(path: string): boolean {
	return standardModules.has(path.replace(/\..*$/, ''));
}

function sameResult(type: string, methods: readonly string[]): Record<string, string> {
	return Object.fromEntries(methods.map((method) => [`${type}.${method}`, type]));
}

/** A user's `constructor` is no name of ours: a map has no inherited ones. */
function byName<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
	return new Map(Object.entries(entries));
}
