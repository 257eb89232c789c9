import type { Value } from './value.ts';

const instance = (type: string): Value => ({ kind: 'instance', type });
const promise = (of: Value): Value => ({ kind: 'promise', of });

/** What a call (or `new`) of a path gives, where methods of the result are Apis. */
const results: ReadonlyMap<string, Value> = new Map([
	['fs.promises.open', promise(instance('FileHandle'))],
	['fs.opendirSync', instance('Dir')],
	['fs.promises.opendir', promise(instance('Dir'))],
	['fs.createReadStream', instance('fs.ReadStream')],
	['fs.createWriteStream', instance('fs.WriteStream')],
	['fs.watch', instance('FSWatcher')],
	['net.createServer', instance('net.Server')],
	['net.Server', instance('net.Server')],
	['net.connect', instance('net.Socket')],
	['net.createConnection', instance('net.Socket')],
	['net.Socket', instance('net.Socket')],
	['http.createServer', instance('http.Server')],
	['http.Server', instance('http.Server')],
	['https.createServer', instance('https.Server')],
	['https.Server', instance('https.Server')],
	['http2.createServer', instance('http2.Http2Server')],
	['http2.createSecureServer', instance('http2.Http2SecureServer')],
	['tls.createServer', instance('tls.Server')],
	['tls.Server', instance('tls.Server')],
	['tls.connect', instance('tls.TLSSocket')],
	['tls.TLSSocket', instance('tls.TLSSocket')],
	['dgram.createSocket', instance('dgram.Socket')],
	['dgram.Socket', instance('dgram.Socket')],
	['child_process.spawn', instance('ChildProcess')],
	['child_process.exec', instance('ChildProcess')],
	['child_process.execFile', instance('ChildProcess')],
	['child_process.fork', instance('ChildProcess')],
	['worker_threads.Worker', instance('worker_threads.Worker')],
	['dns.Resolver', instance('dns.Resolver')],
	['dns.promises.Resolver', instance('dns.Resolver')],
	['tty.ReadStream', instance('tty.ReadStream')],
	['tty.WriteStream', instance('tty.WriteStream')],
	['cluster.fork', instance('cluster.Worker')],
	['sqlite.DatabaseSync', instance('sqlite.DatabaseSync')],
	['os.platform', { kind: 'path', path: 'process.platform' }],
]);

const bases: ReadonlyMap<string, string> = new Map([
	['http.Server', 'net.Server'],
	['https.Server', 'tls.Server'],
	['http2.Http2Server', 'net.Server'],
	['http2.Http2SecureServer', 'tls.Server'],
	['tls.Server', 'net.Server'],
	['tls.TLSSocket', 'net.Socket'],
]);

/** Types whose values can be named in a TypeScript annotation, with the instance they tell of. */
const annotations: ReadonlyMap<string, string> = new Map([
	['fs.promises.FileHandle', 'FileHandle'],
	['net.Server', 'net.Server'],
	['net.Socket', 'net.Socket'],
	['http.Server', 'http.Server'],
	['https.Server', 'https.Server'],
	['tls.Server', 'tls.Server'],
	['tls.TLSSocket', 'tls.TLSSocket'],
	['dgram.Socket', 'dgram.Socket'],
	['child_process.ChildProcess', 'ChildProcess'],
	['child_process.ChildProcessWithoutNullStreams', 'ChildProcess'],
	['worker_threads.Worker', 'worker_threads.Worker'],
	['cluster.Worker', 'cluster.Worker'],
]);

/** What listeners of a path are called with: `net.createServer((socket) => …)`, `server.on('connection', (socket) => …)`. */
const heard: ReadonlyMap<string, Value> = new Map([
	['net.createServer', instance('net.Socket')],
	['tls.createServer', instance('tls.TLSSocket')],
	['net.Server.on(connection)', instance('net.Socket')],
	['tls.Server.on(secureConnection)', instance('tls.TLSSocket')],
]);

/** What a listener of a path is called with; events stand in brackets. */
export function heardBy(path: string): Value | undefined {
	return heard.get(path);
}

/** What calling a path gives, as far as it matters. */
export function resultOf(path: string): Value | undefined {
	return results.get(path);
}

/** The instance that a type annotation tells of: `net.Socket`, `fs.promises.FileHandle`. */
export function annotated(path: string): Value | undefined {
	const type = annotations.get(path);
	return type === undefined ? undefined : instance(type);
}

/** A type and those it inherits from, itself first. */
export function* lineage(type: string): Iterable<string> {
	for (let one: string | undefined = type; one !== undefined; one = bases.get(one)) {
		yield one;
	}
}

/** The nearest type that two types both are. */
export function commonType(a: string, b: string): string | undefined {
	const others = new Set(lineage(b));
	return [...lineage(a)].find((type) => others.has(type));
}

/** Everything whose members may be Apis, so that other members need no second look. */
export const owners: readonly string[] = Array.from(
	new Set([
		...['fs', 'fs.promises', 'fs.realpath', 'fs.realpathSync', 'child_process', 'cluster', 'worker_threads', 'process'],
		...[
			'process.hrtime',
			'process.memoryUsage',
			'process.report',
			'process.stdout',
			'process.stderr',
			'os',
			'v8',
			'vm',
		],
		...[
			'net',
			'tls',
			'dgram',
			'dns',
			'dns.promises',
			'http',
			'https',
			'http2',
			'crypto',
			'crypto.subtle',
			'crypto.webcrypto',
		],
		...['webcrypto', 'sqlite', 'tty', 'inspector', 'stream', 'stream.promises', 'performance', 'timers', 'perf_hooks'],
		...['Date', 'Atomics', 'WebAssembly', 'zlib', 'util'],
		...[...results.values()].flatMap(typesIn),
		...bases.values(),
	]),
);

function typesIn(value: Value): readonly string[] {
	switch (value.kind) {
		case 'instance':
			return [value.type];
		case 'promise':
			return typesIn(value.of);
		case 'path':
		case 'method':
		case 'promisified':
		case 'loader':
		case 'function':
		case 'self':
			return [];
	}
}
