import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
	apiFolders,
	compileApis,
	problemsOfApis,
	type ApiFile,
	type ApisOf,
} from '../../../server/scripts/catalog/apis.ts';
import { readDataFiles, readJson } from '../../../server/scripts/catalog/dataFiles.ts';
import type { Alternative, LanguageId } from '../../../server/src/core/catalog/apis.ts';
import { compareReleases } from '../../../server/src/core/domain/kernelRelease.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../../server/data');
const languages = ['c', 'python', 'node'] as const;

interface SyscallFacts {
	readonly name: string;
	readonly since: string | null;
}

suite('API maps', () => {
	let apis: ApisOf;
	let since: ReadonlyMap<string, string | null>;

	suiteSetup(async () => {
		apis = await compileApis(dataFolder);
		const files = await readDataFiles<SyscallFacts>(dataFolder, 'syscalls');
		since = new Map(files.map(({ value }) => [value.name, value.since]));
	});

	for (const language of languages) {
		test(`${language}: every file fits its schema and is named for what it holds`, async () => {
			const schema = JSON.parse(readFileSync(path.join(dataFolder, 'schemas/api.schema.json'), 'utf8')) as object;
			const check = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
			for (const file of await readDataFiles<ApiFile>(dataFolder, apiFolders[language])) {
				assert.ok(check(file.value), `${file.path}: ${JSON.stringify(check.errors)}`);
				assert.equal(file.value.language, language, file.path);
				const group = file.value.group.replace(/\.h$/, '').replaceAll('/', '_');
				assert.ok(file.name === group || file.name === `${file.value.module}_${group}`, file.path);
			}
		});
	}

	test('the schema refuses a conclusion without a note', async () => {
		const check = new Ajv2020({ allowUnionTypes: true }).compile(
			await readJson<object>(path.join(dataFolder, 'schemas/api.schema.json')),
		);
		const file = (row: object): object => ({
			$schema: '../../schemas/api.schema.json',
			language: 'c',
			group: 'a.h',
			module: 'libc',
			apis: { a: { rows: [row] } },
		});
		assert.equal(check(file({ needs: [['read']], known: 'reasoned' })), false);
		assert.equal(check(file({ needs: [['read']], known: 'reasoned', note: 'why' })), true);
		assert.equal(check(file({ needs: [['read']], known: 'measured' })), false);
	});

	test('every syscall and source is there, every Api once and with a general row', async () => {
		assert.deepEqual(await problemsOfApis(dataFolder, (name) => since.has(name)), []);
	});

	test('a name that is no syscall is found', async () => {
		const problems = await problemsOfApis(dataFolder, (name) => name !== 'memfd_create');
		assert.ok(
			problems.some(({ field, message }) => field === 'apis.os.memfd_create' && message.includes('memfd_create')),
		);
	});

	test('breadth', () => {
		const counts = Object.fromEntries(languages.map((language) => [language, Object.keys(apis[language]).length]));
		assert.ok(
			(counts.c ?? 0) >= 500 && (counts.python ?? 0) >= 400 && (counts.node ?? 0) >= 350,
			JSON.stringify(counts),
		);
	});

	/** The newest release that the general row of an Api can't do without. */
	function newestNeed(language: LanguageId, name: string): string {
		const row = apis[language][name]?.rows.at(-1);
		assert.ok(row, `${language}:${name} is not in the map`);
		const releases = row.needs.map(
			(clause) => clause.map((item) => since.get(item.syscall) ?? '0').sort(compareReleases)[0],
		);
		return releases.sort((a, b) => compareReleases(b ?? '0', a ?? '0'))[0] ?? '0';
	}

	const newCalls: readonly (readonly [LanguageId, string, string])[] = [
		['c', 'memfd_create', '3.17'],
		['c', 'getrandom', '3.17'],
		['c', 'getentropy', '3.17'],
		['c', 'close_range', '5.9'],
		['c', 'epoll_pwait2', '5.11'],
		['c', 'renameat2', '3.15'],
		['c', 'mlock2', '4.4'],
		['c', 'execveat', '3.19'],
		['c', 'copy_file_range', '4.5'],
		['c', 'getrlimit', '2.6.36'],
		['c', 'io_uring_queue_init', '5.1'],
		['python', 'os.memfd_create', '3.17'],
		['python', 'os.pidfd_open', '5.3'],
		['python', 'signal.pidfd_send_signal', '5.1'],
		['python', 'os.preadv', '4.6'],
		['node', 'crypto.randomBytes', '3.17'],
	];
	for (const [language, name, release] of newCalls) {
		test(`${language}:${name} needs Linux ${release}`, () => {
			assert.equal(newestNeed(language, name), release);
		});
	}

	const classics: Readonly<Record<LanguageId, string>> = {
		c: `open openat64 stat fstat lstat stat64 statx fopen freopen opendir realpath pthread_create fork vfork posix_spawn
			posix_spawnp system popen nanosleep usleep sleep poll select ppoll pselect clock_gettime time dup2 closefrom fexecve
			arc4random mkstemp tmpfile getaddrinfo pthread_mutex_lock pthread_cond_wait access faccessat fchmodat rename renameat
			eventfd inotify_init1 epoll_create1 signalfd accept4 pipe2 dup3 printf fprintf shm_open sem_open aio_read dlopen`,
		python: `open os.urandom random.Random random.SystemRandom secrets.token_hex uuid.uuid4 tempfile.mkstemp os.stat os.open
			os.fork os.system os.posix_spawn subprocess.run subprocess.Popen threading.Thread.start shutil.copyfile shutil.rmtree
			os.path.exists pathlib.Path.stat socket.socket.accept asyncio.create_subprocess_exec multiprocessing.Pool time.sleep`,
		node: `fs.stat fs.promises.stat fs.statSync fs.copyFile fs.cp fs.readFile fs.writeFile fs.readdir fs.rm fs.watch
			child_process.spawn child_process.execSync net.connect net.Server.listen dgram.Socket.send worker_threads.Worker`,
	};
	for (const language of languages) {
		for (const name of classics[language].split(/\s+/)) {
			test(`${language}:${name} works on Linux 2.6.32`, () => {
				assert.ok(compareReleases(newestNeed(language, name), '2.6.32') <= 0, newestNeed(language, name));
			});
		}
	}

	test('what only computes or prints is no syscall-bearing call', () => {
		const passedBy: Readonly<Record<LanguageId, string>> = {
			c: 'sprintf snprintf strftime malloc free strlen dlsym localtime __open64 _IO_puts',
			node: 'setTimeout console.log process.nextTick require Date.now',
			python: 'print gc.collect sys.stdout.write logging.FileHandler time.localtime',
		};
		for (const language of languages) {
			for (const name of passedBy[language].split(' ')) {
				assert.ok(apis[language][name]?.everyday ?? true, `${language}:${name} would be scanned for`);
			}
		}
	});

	test('what scanners pass by needs nothing newer than Linux 2.6.32', () => {
		for (const language of languages) {
			for (const { name, everyday } of Object.values(apis[language])) {
				const viaCtypes = name.startsWith('ctypes.CDLL.'); // the scanner reports the C function
				if (everyday && !viaCtypes) {
					assert.ok(compareReleases(newestNeed(language, name), '2.6.32') <= 0, `${language}:${name}`);
				}
			}
		}
	});

	test('thread makers try clone3 and fall back on ENOSYS alone', () => {
		const clone3: Alternative = { syscall: 'clone3', fallbackOn: ['ENOSYS'] };
		assert.deepEqual(apis.c.pthread_create?.rows.at(-1)?.needs, [[clone3, { syscall: 'clone' }]]);
		assert.deepEqual(apis.c.pthread_create.rows[0]?.runtimes, [{ name: 'glibc', before: '2.34' }, { name: 'musl' }]);
	});

	test('an Api tells its header and the version of its wrapper', () => {
		const { group, module, since: first } = apis.c.memfd_create ?? {};
		assert.deepEqual({ group, module, first }, { group: 'sys/mman.h', module: 'libc', first: { glibc: '2.27' } });
		assert.deepEqual(apis.python['os.pidfd_open']?.since, { python: '3.9' });
	});
});
