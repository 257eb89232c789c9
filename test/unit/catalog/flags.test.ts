import { strict as assert } from 'node:assert';
import path from 'node:path';
import { readData, type Data } from '../../../server/scripts/catalog/checks/check.ts';
import { checks } from '../../../server/scripts/catalog/checks/checks.ts';
import { compileFlags } from '../../../server/scripts/catalog/flags.ts';
import { compileBundles } from '../../../server/scripts/compileCatalog.ts';
import { createCatalog, type Catalog, type CatalogData } from '../../../server/src/core/catalog/catalog.ts';
import { flagPresence, type FlagGroup } from '../../../server/src/core/catalog/flags.ts';
import { compareReleases, kernelRelease } from '../../../server/src/core/domain/kernelRelease.ts';
import { flagsMarkdown } from '../../../server/src/core/features/flagsMarkdown.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../../server/data');

/** From the kernel's history, not from our data: call, then constants with the release that added each. */
const history: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	openat: { O_TMPFILE: '3.11', O_PATH: '2.6.39', O_CLOEXEC: '2.6.23' },
	openat2: { RESOLVE_BENEATH: '5.6', RESOLVE_CACHED: '5.12', O_TMPFILE: '3.11' },
	mmap: {
		MAP_FIXED_NOREPLACE: '4.17',
		MAP_SYNC: '4.15',
		MAP_SHARED_VALIDATE: '4.15',
		MAP_DROPPABLE: '6.11',
		MAP_HUGETLB: '2.6.32',
	},
	mremap: { MREMAP_DONTUNMAP: '5.7' },
	madvise: {
		MADV_HUGEPAGE: '2.6.38',
		MADV_FREE: '4.5',
		MADV_WIPEONFORK: '4.14',
		MADV_COLD: '5.4',
		MADV_POPULATE_READ: '5.14',
		MADV_DONTNEED_LOCKED: '5.18',
		MADV_COLLAPSE: '6.1',
		MADV_GUARD_INSTALL: '6.13',
	},
	memfd_create: { MFD_CLOEXEC: '3.17', MFD_HUGETLB: '4.14', MFD_NOEXEC_SEAL: '6.3', MFD_EXEC: '6.3' },
	mlockall: { MCL_ONFAULT: '4.4' },
	clone: { CLONE_PIDFD: '5.2', CLONE_NEWCGROUP: '4.6', CLONE_NEWPID: '2.6.24' },
	clone3: { CLONE_INTO_CGROUP: '5.7', CLONE_CLEAR_SIGHAND: '5.5', CLONE_NEWTIME: '5.6', CLONE_PIDFD: '5.2' },
	unshare: { CLONE_NEWPID: '3.8', CLONE_NEWUSER: '3.8', CLONE_NEWTIME: '5.6' },
	setns: { CLONE_NEWPID: '3.8', CLONE_NEWNET: '3.0' },
	waitid: { P_PIDFD: '5.4' },
	preadv2: { RWF_HIPRI: '4.6', RWF_NOWAIT: '4.14', RWF_DONTCACHE: '6.14' },
	pwritev2: { RWF_DSYNC: '4.7', RWF_APPEND: '4.16', RWF_ATOMIC: '6.11' },
	io_submit: { RWF_DSYNC: '4.13', RWF_NOWAIT: '4.14' },
	renameat2: { RENAME_EXCHANGE: '3.15', RENAME_WHITEOUT: '3.18' },
	fallocate: { FALLOC_FL_PUNCH_HOLE: '2.6.38', FALLOC_FL_COLLAPSE_RANGE: '3.15', FALLOC_FL_INSERT_RANGE: '4.1' },
	statx: { STATX_BTIME: '4.11', STATX_MNT_ID: '5.8', STATX_DIOALIGN: '6.1', STATX_SUBVOL: '6.10' },
	epoll_ctl: { EPOLLRDHUP: '2.6.17', EPOLLWAKEUP: '3.5', EPOLLEXCLUSIVE: '4.5' },
	fcntl: { F_DUPFD_CLOEXEC: '2.6.24', F_SETPIPE_SZ: '2.6.35', F_OFD_SETLK: '3.15', F_ADD_SEALS: '3.17' },
	futex: { FUTEX_WAIT_BITSET: '2.6.25', FUTEX_PRIVATE_FLAG: '2.6.22', FUTEX_LOCK_PI2: '5.14' },
	socket: { SOCK_NONBLOCK: '2.6.27', AF_XDP: '4.18', IPPROTO_MPTCP: '5.6' },
	setsockopt: {
		SO_REUSEPORT: '3.9',
		SO_BUSY_POLL: '3.11',
		SO_ZEROCOPY: '4.14',
		SO_TXTIME: '4.19',
		SO_PEERPIDFD: '6.5',
		IP_BIND_ADDRESS_NO_PORT: '4.2',
		TCP_USER_TIMEOUT: '2.6.37',
		TCP_FASTOPEN: '3.7',
		TCP_FASTOPEN_CONNECT: '4.11',
		UDP_SEGMENT: '4.18',
		UDP_GRO: '5.0',
	},
	sendmsg: { MSG_FASTOPEN: '3.6', MSG_ZEROCOPY: '4.14' },
	recvmsg: { MSG_CMSG_CLOEXEC: '2.6.23' },
	prctl: {
		PR_SET_CHILD_SUBREAPER: '3.4',
		PR_SET_NO_NEW_PRIVS: '3.5',
		PR_CAP_AMBIENT: '4.3',
		PR_SET_SPECULATION_CTRL: '4.17',
		PR_SET_SYSCALL_USER_DISPATCH: '5.11',
		PR_SCHED_CORE: '5.14',
		PR_SET_VMA: '5.17',
		PR_SET_VMA_ANON_NAME: '5.17',
		PR_SET_MDWE: '6.3',
	},
	seccomp: { SECCOMP_GET_ACTION_AVAIL: '4.14', SECCOMP_FILTER_FLAG_NEW_LISTENER: '5.0' },
	ptrace: { PTRACE_SEIZE: '3.4', PTRACE_GET_SYSCALL_INFO: '5.3' },
	io_uring_setup: { IORING_SETUP_SQPOLL: '5.1', IORING_SETUP_SINGLE_ISSUER: '6.0', IORING_SETUP_DEFER_TASKRUN: '6.1' },
	io_uring_enter: {
		IORING_OP_POLL_ADD: '5.1',
		IORING_OP_ACCEPT: '5.5',
		IORING_OP_OPENAT: '5.6',
		IORING_OP_SPLICE: '5.7',
		IORING_OP_SOCKET: '5.19',
		IORING_OP_SEND_ZC: '6.0',
		IORING_OP_WAITID: '6.7',
	},
	io_uring_register: { IORING_REGISTER_PROBE: '5.6', IORING_REGISTER_PBUF_RING: '5.19' },
	bpf: {
		BPF_MAP_TYPE_HASH: '3.19',
		BPF_PROG_TYPE_XDP: '4.8',
		BPF_PROG_TYPE_LSM: '5.7',
		BPF_LINK_CREATE: '5.7',
		BPF_MAP_TYPE_RINGBUF: '5.8',
		BPF_F_LINK: '6.6',
		BPF_TOKEN_CREATE: '6.9',
	},
	close_range: { CLOSE_RANGE_CLOEXEC: '5.11' },
	getrandom: { GRND_INSECURE: '5.6' },
	fanotify_init: { FAN_REPORT_FID: '5.1', FAN_REPORT_PIDFD: '5.15' },
	inotify_add_watch: { IN_EXCL_UNLINK: '2.6.36', IN_MASK_CREATE: '4.19' },
	landlock_create_ruleset: { LANDLOCK_ACCESS_FS_REFER: '5.19', LANDLOCK_ACCESS_NET_BIND_TCP: '6.7' },
	membarrier: { MEMBARRIER_CMD_PRIVATE_EXPEDITED: '4.14', MEMBARRIER_CMD_GLOBAL: '4.3' },
	mount_setattr: { MOUNT_ATTR_IDMAP: '5.12' },
	move_mount: { MOVE_MOUNT_BENEATH: '6.5' },
	mount: { MS_LAZYTIME: '4.0' },
	pidfd_open: { PIDFD_NONBLOCK: '5.10', PIDFD_THREAD: '6.9' },
	sched_setattr: { SCHED_FLAG_UTIL_CLAMP_MIN: '5.3' },
	userfaultfd: { UFFD_USER_MODE_ONLY: '5.11' },
	ioctl: { FICLONE: '4.5', NS_GET_PARENT: '4.9', UFFDIO_WRITEPROTECT: '5.7', PIDFD_GET_INFO: '6.13' },
	keyctl: { KEYCTL_MOVE: '5.3', KEYCTL_WATCH_KEY: '5.8' },
	clock_gettime: { CLOCK_TAI: '3.10', CLOCK_BOOTTIME: '2.6.39' },
	timerfd_create: { CLOCK_BOOTTIME: '3.15' },
	set_mempolicy: { MPOL_PREFERRED_MANY: '5.15', MPOL_WEIGHTED_INTERLEAVE: '6.9' },
	perf_event_open: { PERF_SAMPLE_CGROUP: '5.7', PERF_FLAG_FD_CLOEXEC: '3.14' },
	finit_module: { MODULE_INIT_COMPRESSED_FILE: '5.17' },
	fchownat: { AT_EMPTY_PATH: '2.6.39' },
};

suite('flags', () => {
	let groups: readonly FlagGroup[];
	let catalog: Catalog;

	suiteSetup(async () => {
		groups = await compileFlags(dataFolder);
		catalog = createCatalog((await compileBundles())['catalog.json'] as CatalogData);
	});

	for (const [syscall, constants] of Object.entries(history)) {
		test(`${syscall}: releases as history has them`, () => {
			const known = Object.keys(constants).map((constant) => {
				const { since = '', after } = catalog.flag(constant, syscall) ?? {};
				return [constant, after === undefined ? since : `${after} to ${since}`];
			});
			assert.deepEqual(Object.fromEntries(known), constants);
		});
	}

	test('breadth and weight', () => {
		const calls = new Set(groups.flatMap(({ syscalls }) => syscalls));
		const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
		const size = JSON.stringify(groups).length;
		assert.ok(calls.size >= 120 && rows >= 1500, `${calls.size} calls, ${rows} rows`);
		assert.ok(size <= 120_000, `${size} bytes`);
	});

	test('the newest come last', () => {
		for (const { name } of catalog.syscalls()) {
			const releases = catalog.flagsOf(name).map(({ since }) => since);
			assert.deepEqual(releases, [...releases].sort(compareReleases), name);
		}
		assert.equal(catalog.flagsOf('statx').at(-1)?.constant, 'STATX_DIO_READ_ALIGN');
	});

	test('a constant belongs to the calls that take it', () => {
		assert.equal(catalog.flag('CLONE_INTO_CGROUP', 'clone'), undefined);
		assert.equal(catalog.flag('P_PIDFD', 'wait4'), undefined);
		assert.equal(catalog.flag('constructor', 'open'), undefined);
		assert.deepEqual(catalog.flagsOf('read'), []);
		assert.deepEqual(catalog.flagsOf('constructor'), []);
	});

	test('a release before, between and after those that were seen', () => {
		const quiet = catalog.flag('LANDLOCK_ADD_RULE_QUIET', 'landlock_add_rule') ?? assert.fail();
		assert.deepEqual([quiet.after, quiet.since], ['7.0', '7.2']);
		const presences = ['6.19', '7.0', '7.1', '7.2', '7.3'].map((text) => flagPresence(quiet, kernelRelease(text)));
		assert.deepEqual(presences, ['absent', 'absent', 'unknown', 'present', 'present']);
		const mpx = catalog.flag('PR_MPX_ENABLE_MANAGEMENT', 'prctl') ?? assert.fail();
		const mpxPresences = ['3.18', '3.19', '5.3', '5.4'].map((text) => flagPresence(mpx, kernelRelease(text)));
		assert.deepEqual(mpxPresences, ['absent', 'present', 'present', 'absent']);
	});

	test('a hover names the newest first, and marks what the floor lacks', () => {
		const text = flagsMarkdown('madvise', catalog, kernelRelease('5.10'));
		assert.match(
			text,
			/^Values by release: ✗ 6\.13 `MADV_GUARD_INSTALL`, `MADV_GUARD_REMOVE` · ✗ 6\.1 `MADV_COLLAPSE`/,
		);
		assert.match(text, /✗ 5\.14 `MADV_POPULATE_READ`, `MADV_POPULATE_WRITE` · 5\.4 `MADV_COLD`, `MADV_PAGEOUT` · /);
		assert.match(text, / … and 10 more$/);
		assert.doesNotMatch(flagsMarkdown('madvise', catalog), /✗/);
	});

	test('a hover says nothing of flags as old as their call', () => {
		assert.equal(flagsMarkdown('fspick', catalog), '');
		assert.equal(flagsMarkdown('read', catalog), '');
		assert.doesNotMatch(flagsMarkdown('openat2', catalog), /RESOLVE_BENEATH|O_TMPFILE/);
	});

	test('a hover is short, also of calls with many', () => {
		for (const { name } of catalog.syscalls()) {
			const named = flagsMarkdown(name, catalog, kernelRelease('4.18')).match(/`/g)?.length ?? 0;
			assert.ok(named <= 24, name);
		}
		assert.match(flagsMarkdown('prctl', catalog), /^Flags and operations by release: .* … and \d{3} more$/);
	});

	test('a hover marks what the data can not tell', () => {
		const text = flagsMarkdown('landlock_add_rule', catalog, kernelRelease('7.1'));
		assert.match(text, /\? by 7\.2 `LANDLOCK_ADD_RULE_QUIET`/);
	});
});

suite('checks of the flags', () => {
	type File = Data['flags'][number];
	const cases: readonly (readonly [check: string, spoil: (file: File) => unknown, problem: string])[] = [
		['flag-calls', ({ value }) => set(value, 'syscalls', ['madvice']), 'syscalls'],
		['flag-calls', ({ value }) => value.flags.push({ ...value.flags[0] }), 'flags.MADV_DOFORK'],
		['flag-calls', ({ value }) => set(value.flags[0], 'syscalls', ['mmap']), 'flags.MADV_DOFORK'],
		['flag-order', ({ value }) => value.flags.reverse(), 'flags.MADV_DOFORK'],
		['flag-order', ({ value }) => set(value.flags.at(-1), 'since', '99.0'), 'flags.MADV_GUARD_REMOVE'],
		['flag-basis', ({ value }) => set(value.flags[0], 'basis', ['liburing']), 'flags.MADV_DOFORK.basis'],
		['flag-basis', ({ value }) => set(value.flags[0], 'certainty', 'inferred'), 'flags.MADV_DOFORK.note'],
		['flag-basis', ({ value }) => set(value.flags[0], 'basis', ['recalled']), 'flags.MADV_DOFORK.certainty'],
		['weak-claims', ({ value }) => set(value.sources.manual, 'source', 'own knowledge'), 'sources.manual.certainty'],
	];
	for (const [name, spoil, problem] of cases) {
		test(`${name} finds a spoilt ${problem}`, async () => {
			const data = structuredClone(await readData(dataFolder));
			const file = data.flags.find((one) => one.name === 'madvise') ?? assert.fail();
			spoil(file);
			const check = checks.find((one) => one.name === name) ?? assert.fail(name);
			const fields = [...check.run(data)].map(({ file: at, field }) => `${at} ${field}`);
			assert.ok(fields.includes(`flags/madvise.json ${problem}`), fields.join('\n'));
		});
	}

	test('find nothing in the data as it is', async () => {
		const data = await readData(dataFolder);
		const own = checks.filter(({ name }) => name.startsWith('flag-'));
		assert.equal(own.length, 3);
		assert.deepEqual(
			own.flatMap((check) => [...check.run(data)]),
			[],
		);
	});
});

/** Spoils data on purpose, past what its type allows. */
function set(object: object | undefined, key: string, value: unknown): void {
	Object.assign(object ?? assert.fail(key), { [key]: value });
}
