import { strict as assert } from 'node:assert';
import type { Catalog } from '../../../server/src/core/catalog/catalog.ts';
import type { Architecture, Kernel } from '../../../server/src/core/domain/target.ts';
import { compareKernels } from '../../../server/src/core/features/compareKernels.ts';
import { describeKernel } from '../../../server/src/core/features/describeKernel.ts';
import { comparisonMarkdown, kernelMarkdown } from '../../../server/src/core/features/kernelMarkdown.ts';
import { resolveKernel } from '../../../server/src/core/kernels/kernel.ts';
import { realCatalog } from '../../realCatalog.ts';

suite('kernelMarkdown', () => {
	test('names the kernel, its release, its architecture and how many calls are back-ported', async () => {
		const [title, , first] = (await shown('rhel7')).split('\n');
		assert.equal(title, '# System calls of rhel7');
		assert.equal(
			first,
			'rhel7: Red Hat Enterprise Linux 7.9, on Linux 3.10, on x86_64: **313 system calls: 298 of Linux 3.10, 15 back-ported**.',
		);
	});

	test('has a row for each call, with its page, its release and where it is from', async () => {
		const text = await shown('rhel7');
		assert.equal(text.match(/^\| \d+ \|/gm)?.length, 313);
		assert.equal(text.match(/\| back-port&nbsp;of&nbsp;/g)?.length, 15);
		assert.match(
			text,
			/^\| 318 \| \[`getrandom`\]\(\.\/getrandom\.2\.md\) \| 3\.17 \| back-port&nbsp;of&nbsp;3\.17 \| \S.+ \|$/m,
		);
		assert.match(text, /^\| 0 \| \[`read`\]\(\.\/read\.2\.md\) \| 1\.0 \| {2}\| \S.+ \|$/m);
	});

	test('tells what a distribution left out of its release, and what may be refused', async () => {
		const text = await shown('rhel7');
		assert.match(
			text,
			/## Left out of Linux 3\.10\n\n.*\n.*\n\| \[`_sysctl`\].*\| left out \(CONFIG_SYSCTL_SYSCALL\) \|/,
		);
		assert.match(text, /## Calls that may be refused\n\n.*\n.*\n\| \[`bpf`\].*\(EPERM\) \|/);
	});

	test('leaves the origin out where everything is of the release itself', async () => {
		assert.match(await shown('5.10'), /^\| number \| call \| since \| what it does \|$/m);
	});

	test('tells what a sandbox has in part and what it refuses, with the errno', async () => {
		const text = await shown('gvisor');
		assert.match(text, /^\| 65 \| \[`semop`\].*\| in&nbsp;part \| .+ \(its table names SEM_UNDO\) \|$/m);
		const [, refused = ''] = text.split('## Refused');
		assert.match(refused, /\[`add_key`\]\(.*\| EACCES \|/);
		assert.match(refused, /\[`adjtimex`\]\(.*\| EPERM; ENOSYS with CAP_SYS_TIME \|/);
		assert.match(refused, /\[`openat2`\]\(.*\| ENOSYS \(not in its table\) \|/);
		assert.doesNotMatch(refused, /\[`read`\]/);
	});

	test('says of a distribution that an image has no kernel, and how far its release is known', async () => {
		const text = await shown('sles:15.4');
		assert.match(text, /^sles:15\.4 ships with Linux 5\.14, on x86_64: \*\*342 system calls\*\*\.$/m);
		assert.match(text, /^An image has no kernel of its own: 5\.14 is the one its user space was made for\.$/m);
		assert.match(text, /^That it ships with 5\.14 is recalled, not verified\.$/m);
	});

	test('says where back-ports were not looked for', async () => {
		assert.match(
			await shown('rhel8.6', 's390x'),
			/^Its back-ports were not examined on s390x: the table of Linux 4\.18/m,
		);
	});

	test('compares RHEL 6 with RHEL 7', async () => {
		const text = await compared('rhel6', 'rhel7');
		assert.match(text, /^# rhel6 → rhel7$/m);
		assert.match(text, /^\*\*rhel7 has 23 calls that rhel6 has not, and lacks 2; both have 290\.\*\* On x86_64\.$/m);
		const [, added = '', removed = ''] = text.split(/^## (?:Added|Removed): /m);
		assert.match(added, /^23\n/);
		assert.match(added, /^\| \[`memfd_create`\].*\| 3\.17 \| back-port&nbsp;of&nbsp;3\.17 \|/m);
		assert.match(added, /^\| \[`prlimit64`\].*\| 2\.6\.36 \| {2}\|/m);
		assert.match(removed, /^2\n/);
		assert.match(removed, /^\| \[`nfsservctl`\].*\| 2\.2 \| removed in 3\.1 \|/m);
	});

	test('compares downwards, with a sandbox, and with the same', async () => {
		assert.match(await compared('6.1', '5.10'), /^\| \[`epoll_pwait2`\].*\| 5\.11 \| came in 5\.11 \|/m);
		assert.match(await compared('4.18', 'gvisor'), /^## In part only: \d+\n\n.*\n.*\n\| \[`arch_prctl`\]/m);
		assert.match(await compared('debian:12', 'bookworm'), /^\*\*debian:12 and bookworm have the same 345 calls\.\*\*/m);
		assert.match(await compared('5.10', '5.10.28'), /have the same/);
		assert.match(await compared('debian:11', '5.11'), /^\*\*5\.11 has every call of debian:11, and 1 more\.\*\*/m);
	});
});

async function shown(id: string, arch: Architecture = 'x86_64'): Promise<string> {
	const catalog = await realCatalog();
	return kernelMarkdown(describeKernel(kernel(id, catalog), arch, catalog));
}

async function compared(from: string, to: string): Promise<string> {
	const catalog = await realCatalog();
	return comparisonMarkdown(compareKernels(kernel(from, catalog), kernel(to, catalog), 'x86_64', catalog));
}

function kernel(id: string, catalog: Catalog): Kernel {
	const found = resolveKernel(id, catalog);
	assert.notEqual(found.kind, 'unknown', id);
	return found as Kernel;
}
