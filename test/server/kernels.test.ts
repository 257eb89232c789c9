import assert from 'node:assert/strict';
import {
	diffKernelsRequest,
	kernelNamesRequest,
	kernelRequest,
	type KernelDocument,
	type KernelNamesResult,
} from '../../server/src/lsp/protocol.ts';
import { pullingEditor, startClient, type TestClient } from './client.ts';

suite('server: kernels', () => {
	let client: TestClient;
	setup(async () => {
		client = await startClient(
			{
				'app/Dockerfile': 'FROM centos:7\n',
				'tools/Dockerfile': 'FROM debian:12\n',
				'.syscall-lens.json': '{ "arch": "arm64" }',
			},
			pullingEditor,
		);
	});
	teardown(() => client.close());

	test('are named in groups, those of the workspace first, with the architecture of its configuration', async () => {
		const names: KernelNamesResult = await client.connection.sendRequest(kernelNamesRequest);
		assert.deepEqual(
			names.groups.map(({ title }) => title),
			['this workspace', 'vendors', 'distributions', 'mainline'],
		);
		assert.deepEqual(names.groups[0]?.kernels, [
			{ id: 'centos:7', description: 'Linux 3.10 + rhel7 back-ports' },
			{ id: 'debian:12', description: 'Linux 6.1' },
		]);
		assert.equal(names.arch, 'arm64');
		assert.ok(names.architectures.includes('s390x'));
	});

	test('are shown by any name that people use, on the architecture that is asked for', async () => {
		const shown = await ask(kernelRequest, { id: 'bookworm', arch: 'arm64' });
		assert.ok(shown.kind === 'document');
		assert.match(shown.markdown, /^bookworm ships with Linux 6\.1, on arm64: \*\*304 system calls\*\*\.$/m);
	});

	test('are compared', async () => {
		const shown = await ask(diffKernelsRequest, { from: 'rhel6', to: 'rhel7', arch: 'x86_64' });
		assert.ok(shown.kind === 'document');
		assert.match(shown.markdown, /rhel7 has 23 calls that rhel6 has not, and lacks 2;/);
	});

	test('a name that is none is told, with the nearest', async () => {
		const shown = await ask(kernelRequest, { id: 'debain:12', arch: 'x86_64' });
		assert.ok(shown.kind === 'unknown');
		assert.equal(shown.id, 'debain:12');
		assert.equal(shown.suggestions[0], 'debian:12');
		const compared = await ask(diffKernelsRequest, { from: 'rhel6', to: 'rhle7', arch: 'x86_64' });
		assert.ok(compared.kind === 'unknown');
		assert.equal(compared.id, 'rhle7');
	});

	async function ask(request: string, params: object): Promise<KernelDocument> {
		return client.connection.sendRequest(request, params);
	}
});
