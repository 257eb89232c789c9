/*
 * Runs Node cases, each in a forked Node that loses system calls just before its window.
 * node.cjs ADDON CASES JOBS FOLDER RESULTS: CASES holds a list of [set-up, call, condition]; a line of JOBS is
 * `case errno number…`; a line of RESULTS says how that job ended. All that comes into being after the write "P <job>."
 * to no file belongs to the job; its window stands between the writes "B <job>." and "E <job>.".
 */
'use strict';
const [, , addon, casesFile, jobsFile, folder, resultsFile] = process.argv;
const native = require(addon);

// what cases find at hand; all of it is loaded before, so that no window shows it
const modules = {
	child_process: require('child_process'),
	cluster: require('cluster'),
	crypto: require('crypto'),
	dgram: require('dgram'),
	dns: require('dns'),
	fs: require('fs'),
	http: require('http'),
	http2: require('http2'),
	https: require('https'),
	net: require('net'),
	os: require('os'),
	path: require('path'),
	readline: require('readline'),
	stream: require('stream'),
	streamPromises: require('stream/promises'),
	timersPromises: require('timers/promises'),
	tls: require('tls'),
	tty: require('tty'),
	util: require('util'),
	worker_threads: require('worker_threads'),
	zlib: require('zlib'),
};
const { fs } = modules;

/** Starts the servers, outside of all jobs, and waits for their ports. */
function startServers() {
	const out = fs.openSync(`${folder}/ports`, 'w+');
	const script = modules.path.join(__dirname, 'server.cjs');
	const server = modules.child_process.spawn(process.execPath, [script], { stdio: ['pipe', out, 'ignore'] });
	native.spare(server.pid);
	for (const pause = new Int32Array(new SharedArrayBuffer(4)); ; Atomics.wait(pause, 0, 0, 10)) {
		const [, greeting, pages] = /^(\d+) (\d+)\n/.exec(fs.readFileSync(`${folder}/ports`, 'utf8')) ?? [];
		if (pages !== undefined) {
			return { greeting: Number(greeting), pages: Number(pages), stopServers: () => server.kill('SIGKILL') };
		}
	}
}

const fixtures = {
	/** A small file "f"; gives it open. */
	file() {
		fs.writeFileSync('f', 'x'.repeat(5000));
		return fs.openSync('f', 'r+');
	},
	/** A folder "dd" with a file in it. */
	folder() {
		fs.mkdirSync('dd');
		fs.writeFileSync('dd/f', 'x');
	},
	/** The ports of a server that greets everybody and of one of web pages. */
	...startServers(),
	/** A bound socket for datagrams. */
	async datagrams() {
		const socket = modules.dgram.createSocket('udp4');
		await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve));
		return socket;
	},
};

function requireFrom(name) {
	return require(name.startsWith('.') ? modules.path.resolve(name) : name);
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/** A function that does the set-up, opens the window, calls, and closes it when the call has its result. */
function compile([setUp, call]) {
	const awaited = /\bdone\b/.test(call) ? 'await finished' : 'await result';
	const body = `${setUp}
begin();
let result;
try {
	result = (${call});
	if (${/\bdone\b/.test(call)} || typeof result?.then === 'function') result = ${awaited};
} finally {
	end();
}
return result;`;
	const names = [...Object.keys(modules), ...Object.keys(fixtures), 'require', 'begin', 'end', 'done', 'finished'];
	return new AsyncFunction(...names, body);
}

function outcomeOf(value, condition) {
	if (condition) {
		return new Function('r', `return ${condition}`)(value) ? 'ok' : `returns ${String(value).slice(0, 40)}`;
	}
	return value === false ? 'returns false' : 'ok';
}

function shown(error) {
	return `fails ${error?.code ?? error?.name ?? 'with ' + String(error)}`;
}

const unknown =
	/is not a (?:function|constructor)|Cannot read properties of undefined|is not defined|No such built-in module/;

async function runChild(job, [number, errno, ...missing]) {
	const quit = (text) => {
		native.tell(text);
		native.end();
	};
	process.on('uncaughtException', (error) => quit(shown(error)));
	process.chdir(fs.mkdirSync(`${folder}/${job}`, { recursive: true }));
	let began = false;
	let settle;
	const finished = new Promise((resolve, reject) => {
		settle = (error, value) => (error instanceof Error ? reject(error) : resolve(value));
	});
	const begin = () => {
		native.lose(errno, missing);
		native.mark(`B ${job}.`);
		began = true;
	};
	const end = () => native.mark(`E ${job}.`);
	try {
		await fs.promises.access('.'); // the thread that does files is there from now on
		if (Number.parseInt(process.versions.node) < 26) {
			// these have randomness since their start, but a fork lets OpenSSL ask for it anew, on each thread
			modules.crypto.randomBytes(1);
			await modules.util.promisify(modules.crypto.randomBytes)(1);
		}
		const run = compile(cases[number]);
		const value = await run(
			...Object.values(modules),
			...Object.values(fixtures),
			requireFrom,
			begin,
			end,
			settle,
			finished,
		);
		quit(outcomeOf(value, cases[number][2]));
	} catch (error) {
		const absent = missing.length === 0 && unknown.test(error?.message);
		quit(absent ? `absent: ${error.message}` : began ? shown(error) : `unprepared: ${error?.message}`);
	}
}

const cases = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
const jobs = fs.readFileSync(jobsFile, 'utf8').trimEnd().split('\n');
const results = fs.openSync(resultsFile, 'a');
// the standard streams are made at their first use
void [process.stdout, process.stderr];
let isChild = false;
for (const [job, line] of jobs.entries()) {
	const child = native.fork();
	if (child === 0) {
		isChild = true;
		native.mark(`P ${job}.`);
		void runChild(job, line.split(' ').map(Number));
		break;
	}
	fs.writeSync(results, `${job} ${native.wait(child).replace(/\n/g, ' ')}\n`);
}
if (!isChild) {
	fixtures.stopServers();
	native.end();
}
