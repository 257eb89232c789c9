import { strict as assert } from 'node:assert';
import path from 'node:path';
import { readData, type Data } from '../../../server/scripts/catalog/checks/check.ts';
import { checks } from '../../../server/scripts/catalog/checks/checks.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../../server/data');

suite('checks of the data', () => {
	/** Spoils one fact of the real data, and gives the lines of the check that should see it. */
	async function spoilt(name: string, spoil: (data: Data) => void): Promise<readonly string[]> {
		const data = structuredClone(await readData(dataFolder));
		spoil(data);
		const check = checks.find((one) => one.name === name) ?? assert.fail(name);
		return [...check.run(data)].map(({ file, field }) => `${file} ${field}`);
	}

	test('find nothing in the data as it is', async () => {
		const data = await readData(dataFolder);
		assert.deepEqual(
			checks.flatMap((check) => [...check.run(data)]),
			[],
		);
	});

	const cases: readonly (readonly [check: string, spoil: (data: Data) => void, problem: string])[] = [
		['file-names', (data) => set(syscall(data, 'read'), 'name', 'write'), 'syscalls/read.json name'],
		[
			'unique-numbers',
			(data) => set(syscall(data, 'write').architectures.x86_64, 'number', 0),
			'syscalls/write.json architectures.x86_64.number',
		],
		[
			'startup-files',
			(data) => set(data.startup.find(({ name }) => name === 'node')?.value.needs[1] ?? {}, 'syscalls', ['getrandum']),
			'startup/node.json needs.1',
		],
		['release-order', (data) => set(syscall(data, 'statx'), 'since', '7.10'), 'syscalls/statx.json since'],
		['status-fits', (data) => set(syscall(data, 'statx'), 'removed', '5.1'), 'syscalls/statx.json status'],
		[
			'weak-claims',
			(data) => set(distro(data, 'centos-6').libc, 'source', 'own knowledge'),
			'distros/centos-6.json libc.certainty',
		],
		[
			'distro-kernels',
			(data) => set(distro(data, 'rhel-7').kernel, 'vendor', 'rhel8'),
			'distros/rhel-7.json kernel.vendor',
		],
		[
			'unique-names',
			(data) => set(distro(data, 'debian-12'), 'aliases', ['ubuntu-22.04']),
			'distros/ubuntu-22.04.json aliases',
		],
		[
			'known-calls',
			(data) => set(delta(data, 'rhel7'), 'adds', [{ syscall: 'memfd_make' }]),
			'kernels/rhel7.json architectures.x86_64',
		],
		[
			'backports-are-newer',
			(data) => set(delta(data, 'rhel7'), 'adds', [{ syscall: 'read' }]),
			'kernels/rhel7.json architectures.x86_64.adds',
		],
		[
			'profile-timelines',
			(data) => set(profile(data, 'docker').changing[0]?.answers[0], 'since', '17.04.0'),
			'profiles/docker.json changing.acct',
		],
	];
	for (const [name, spoil, problem] of cases) {
		test(`${name} sees ${problem}`, async () => {
			assert.ok((await spoilt(name, spoil)).includes(problem), (await spoilt(name, spoil)).join('\n'));
		});
	}
});

function syscall(data: Data, name: string): Data['syscalls'][number]['value'] {
	return data.syscalls.find((file) => file.name === name)?.value ?? assert.fail(name);
}

function distro(data: Data, name: string): Data['distros'][number]['value'] {
	return data.distros.find((file) => file.name === name)?.value ?? assert.fail(name);
}

function delta(data: Data, name: string): object | undefined {
	return data.kernels.find((file) => file.name === name)?.value.architectures.x86_64;
}

function profile(data: Data, name: string): Data['profiles'][number]['value'] {
	return data.profiles.find((file) => file.name === name)?.value ?? assert.fail(name);
}

function set(object: object | null | undefined, key: string, value: unknown): void {
	assert.ok(object);
	Object.assign(object, { [key]: value });
}
