import assert from 'node:assert/strict';
import { uriOfPath } from '../../server/src/lsp/uris.ts';
import { pullingEditor, startClient } from './client.ts';

const memfd = '#include <sys/mman.h>\nint f(void) { return mem|fd_create("x", 0); }\n';

/** The files of a project; one of them has the cursor. */
type Project = Readonly<Record<string, string>>;

suite('hover', () => {
	test('decides first, then signature, sentences, table, links', async () => {
		const text = await hover({ Dockerfile: 'FROM centos:6\n', 'a.c': memfd });
		assertOrder(text, [
			'**✗ Linux 3.17 — centos:6 ships with 2.6.32**',
			'int memfd_create(const char *name, unsigned int flags);',
			'Gives an unnamed RAM-backed file',
			'**Where it is missing**: shm_open',
			'Since Linux 3.17. Number 319 on x86_64, 279 on arm64.',
			'| centos:6 | Linux 2.6.32 + rhel6 back-ports | ✗ `memfd_create` came with 3.17 |',
			'| Docker 29.7.2, Podman 5.8.2, containerd 2.3.4 | container profile | ✓ allowed |',
			'[manual page](https://man7.org/linux/man-pages/man2/memfd_create.2.html) · _release from: man-pages',
		]);
	});

	test('holds against every Dockerfile, and an image that is unknown has its row too', async () => {
		const text = await hover({
			Dockerfile: 'FROM debian:12\n',
			'Dockerfile.old': 'FROM centos:6\n',
			'Dockerfile.own': 'FROM registry.corp/base:1\n',
			'a.c': memfd,
		});
		assert.equal(firstLine(text), '**✗ Linux 3.17 — centos:6 ships with 2.6.32**');
		assert.match(text, /^\| debian:12 \| Linux 6\.1 \| ✓ \|$/m);
		assert.match(
			text,
			/^\| registry\.corp\/base:1 \| kernel unknown \| \? registry\.corp\/base:1 is not a listed image \|$/m,
		);
	});

	test('holds against declared hosts', async () => {
		const text = await hover({
			'.syscall-lens.json': '{ "hosts": ["rhel7", "gvisor", "5.10"] }',
			'a.c': '#include <sys/epoll.h>\nint f(int fd, struct epoll_event *e) { return epoll|_pwait2(fd, e, 1, 0, 0); }\n',
		});
		assert.equal(firstLine(text), '**✗ Linux 5.11 — host rhel7 has 3.10 (2 of 3 lack it)**');
		assert.match(text, /^\| gvisor \| gVisor \| ✓ \|$/m);
	});

	test('tells that a vendor has a call but switches it off', async () => {
		const text = await hover({
			'.syscall-lens.json': '{ "hosts": ["rhel9"], "profile": "none" }',
			'a.c':
				'#include <sys/syscall.h>\n#include <unistd.h>\nlong f(void *p) { return syscall(SYS_io_ur|ing_setup, 1, p); }\n',
		});
		assert.equal(firstLine(text), '**✓ Linux 5.1 — host rhel9 has 5.14**');
		assert.match(text, /^\| rhel9 \| Linux 5\.14 \+ rhel9 back-ports \| ⚠ .*\(EPERM\) \|$/m);
	});

	test('tells a guard', async () => {
		const text = await hover({
			Dockerfile: 'FROM centos:6\n',
			'a.c':
				'#include <errno.h>\n#include <fcntl.h>\n#include <sys/mman.h>\n' +
				'int f(void) {\n\tint fd = mem|fd_create("x", 0);\n' +
				'\tif (fd < 0 && errno == ENOSYS) fd = open("/tmp/x", O_RDWR);\n\treturn fd;\n}\n',
		});
		assertOrder(text, [
			'**✓ guarded — Linux 3.17; centos:6 ships with 2.6.32**',
			'_Guarded: ENOSYS leads to another path._',
		]);
	});

	test('tells what silences a finding', async () => {
		const commented = memfd.replace(
			'int f',
			'// syscall-lens-ignore-next-line memfd_create our hosts are newer\nint f',
		);
		const line = '**✗ Linux 3.17 — centos:6 ships with 2.6.32**';
		assertOrder(await hover({ Dockerfile: 'FROM centos:6\n', 'a.c': commented }), [line, '_A comment silences this._']);
		assertOrder(
			await hover({
				Dockerfile: 'FROM centos:6\n',
				'.syscall-lens.json': '{ "severity": { "absent-syscall": "off" } }',
				'a.c': memfd,
			}),
			[line, '_The configuration silences this._'],
		);
	});

	test('says what would be needed where no kernel is known', async () => {
		assert.equal(firstLine(await hover({ 'a.c': memfd })), '**? Linux 3.17 — no image and no host is declared here**');
		assert.equal(
			firstLine(await hover({ Dockerfile: 'FROM scratch\n', 'a.c': memfd })),
			'**? Linux 3.17 — kernel unknown: scratch holds no distribution**',
		);
	});

	test('a function says which system call stands behind, and borrows no prototype', async () => {
		const text = await hover({
			Dockerfile: 'FROM centos:6\n',
			'a.c': '#include <unistd.h>\nint f(void *b) { return getent|ropy(b, 16); }\n',
		});
		assert.match(text, /^\*\*`getentropy\(\)`\*\* → `getrandom\(2\)` _\(measured\)_$/m);
		assert.doesNotMatch(text, /ssize_t getrandom/);
	});

	test('a function that is a call by name has its own prototype', async () => {
		const text = await hover({
			Dockerfile: 'FROM debian:12\n',
			'a.c': '#include <fcntl.h>\nint f(void) { return op|en("a", O_RDONLY); }\n',
		});
		assert.match(text, /^\*\*`open\(\)`\*\* → `openat\(2\)` _\(measured\)_$/m);
		assert.match(text, /^int open\(const char \*path, int flags, \.\.\.\);$/m);
		assert.doesNotMatch(text, /int openat\(|Where it is missing/);
	});

	test('a raw call has the prototype of the call', async () => {
		const text = await hover({
			Dockerfile: 'FROM debian:10\n',
			'a.c':
				'#include <sys/syscall.h>\n#include <unistd.h>\nlong f(void *h) { return syscall(SYS_ope|nat2, 1, "x", h, 24); }\n',
		});
		assertOrder(text, ['**✗ Linux 5.6 — debian:10 ships with 4.19**', 'openat2(int dirfd,']);
	});

	test('Python: what the library goes on with, and on which errno', async () => {
		const text = await hover({ Dockerfile: 'FROM centos:6\n', 'a.py': 'import os\nos.uran|dom(4)\n' });
		assertOrder(text, [
			'**✓ falls back — getrandom is Linux 3.17; centos:6 ships with 2.6.32**',
			'**`os.urandom()`** → `getrandom(2)` (on ENOSYS or EPERM: `openat(2)`, `newfstatat(2)`, `read(2)`) _(measured)_',
			'| `getrandom` | 3.17 |',
			'Manual pages: [getrandom(2)]',
		]);
	});

	test('the first version that has a function', async () => {
		const text = await hover({ Dockerfile: 'FROM debian:12\n', 'a.py': 'import os\nos.pidfd_o|pen(4)\n' });
		assert.match(text, /^First in Python 3\.9\.$/m);
	});

	test('Node: only what falls back is said to', async () => {
		const text = await hover({
			Dockerfile: 'FROM node:20\n',
			'a.js': 'const fs = require("fs");\nfs.copy|FileSync("a", "b");\n',
		});
		assert.match(
			text,
			/→ `openat\(2\)`, `fstat\(2\)`, `ftruncate\(2\)`, `fchmod\(2\)`, `copy_file_range\(2\)` \(on ENOSYS: `sendfile\(2\)`\)/,
		);
	});

	test('a FROM line tells what its image needs merely to start, and is silent where that is nothing', async () => {
		const text = await hover({ Dockerfile: 'FROM no|de:20-bullseye\n' });
		const node = '`epoll_create1`, `eventfd2`, `pipe2`, `epoll_pwait`';
		assert.match(text, /^To start, glibc 2\.31 needs Linux 3\.2 or newer; node 20[\d.]* needs /m);
		assert.ok(text.includes(`needs ${node}; `), text);
		assert.match(text, /; node 20[\d.]* needs `getrandom` where the kernel says it is 4\.8 or newer\.$/m);
		assert.doesNotMatch(await hover({ Dockerfile: 'FROM pyth|on:3.11-bookworm\n' }), /To start/);
	});

	test('a container profile that refuses is warned of', async () => {
		const text = await hover({
			Dockerfile: 'FROM debian:12\n',
			'a.c': '#include <sys/mount.h>\nint f(void) { return mou|nt("a", "b", "c", 0, 0); }\n',
		});
		assert.equal(firstLine(text), '**⚠ EPERM — Docker 29.7.2 wants CAP_SYS_ADMIN for mount**');
	});
});

/** What the server says at `|`. */
async function hover(project: Project): Promise<string> {
	const [path, marked] = Object.entries(project).find(([, text]) => text.includes('|')) ?? assert.fail('no cursor');
	const before = marked.slice(0, marked.indexOf('|')).split('\n');
	const client = await startClient({ ...project, [path]: marked.replace('|', '') }, pullingEditor);
	try {
		await client.open(
			path,
			{ c: 'c', py: 'python', js: 'javascript', Dockerfile: 'dockerfile' }[path.split('.').at(-1) ?? ''] ?? 'plaintext',
		);
		const found: { contents: { value: string } } | null = await client.connection.sendRequest('textDocument/hover', {
			textDocument: { uri: uriOfPath(client.host.path(path)) },
			position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
		});
		return found?.contents.value ?? assert.fail('no hover');
	} finally {
		await client.close();
	}
}

function firstLine(text: string): string {
	return text.split('\n', 1).join('');
}

/** The parts stand in the text, one after the other, and the first begins it. */
function assertOrder(text: string, parts: readonly string[]): void {
	assert.ok(text.startsWith(parts[0] ?? ''), text);
	let at = 0;
	for (const part of parts) {
		const found = text.indexOf(part, at);
		assert.notEqual(found, -1, `${part}\nis not behind the parts before it in\n${text}`);
		at = found;
	}
}
