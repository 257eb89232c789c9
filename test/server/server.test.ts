import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, type Diagnostic } from 'vscode-languageserver';
import { uriOfPath } from '../../server/src/lsp/uris.ts';
import {
	checkWorkspaceRequest,
	documentTargetRequest,
	targetsChangedNotification,
	type CheckWorkspaceResult,
	type DocumentTargetResult,
} from '../../server/src/lsp/protocol.ts';
import { pullingEditor, startClient, type TestClient } from './client.ts';

const watch = `#include <sys/epoll.h>

int wait_for(int fd, struct epoll_event *events) {
	return epoll_pwait2(fd, events, 16, 0, 0);
}
`;

suite('server', () => {
	let client: TestClient;
	teardown(() => client.close());

	suite('for an editor that pulls', () => {
		setup(async () => {
			client = await startClient({ Dockerfile: 'FROM debian:11\n', 'src/watch.c': watch }, pullingEditor);
		});

		test('gives fact, place, way out, and where the target was declared', async () => {
			await client.open('src/watch.c', 'c');
			const [diagnostic, ...others] = await client.pull('src/watch.c');
			assert.deepEqual(others, []);
			assert.equal(
				diagnostic?.message,
				'epoll_pwait2 needs Linux 5.11; debian:11 ships with 5.10. Use epoll_pwait, or guard the call.',
			);
			assert.equal(diagnostic.code, 'absent-syscall');
			assert.equal(diagnostic.source, 'syscall-lens');
			assert.deepEqual(diagnostic.range, { start: { line: 3, character: 8 }, end: { line: 3, character: 20 } });
			assert.deepEqual(
				diagnostic.relatedInformation?.map(({ location }) => location),
				[
					{
						uri: uriOfPath(client.host.path('Dockerfile')),
						range: { start: { line: 0, character: 5 }, end: { line: 0, character: 14 } },
					},
				],
			);
		});

		test('asks to pull again when an unsaved Dockerfile changes, and then says nothing', async () => {
			await client.open('src/watch.c', 'c');
			await client.open('Dockerfile', 'dockerfile');
			assert.equal((await client.pull('src/watch.c')).length, 1);
			const changed = new Promise<void>((resolve) => {
				client.connection.onNotification(targetsChangedNotification, () => resolve());
			});
			await client.change('Dockerfile', 2, 'FROM debian:12\n');
			await changed;
			assert.equal(client.refreshes(), 1);
			assert.deepEqual(await client.pull('src/watch.c'), []);
		});

		test('hovers with the verdict first, then the signature', async () => {
			await client.open('src/watch.c', 'c');
			const hover: { contents: { value: string } } = await client.connection.sendRequest('textDocument/hover', {
				textDocument: { uri: uriOfPath(client.host.path('src/watch.c')) },
				position: { line: 3, character: 12 },
			});
			const lines = hover.contents.value.split('\n');
			assert.equal(lines[0], '**✗ Linux 5.11 — debian:11 ships with 5.10**');
			assert.match(hover.contents.value, /int epoll_pwait2\(/);
		});

		test('hovers on a FROM line with the release and its kernel', async () => {
			await client.open('Dockerfile', 'dockerfile');
			const hover: { contents: { value: string } } = await client.connection.sendRequest('textDocument/hover', {
				textDocument: { uri: uriOfPath(client.host.path('Dockerfile')) },
				position: { line: 0, character: 7 },
			});
			assert.match(hover.contents.value, /Debian|debian/);
			assert.match(hover.contents.value, /Linux 5\.10/);
			assert.match(hover.contents.value, /glibc 2\.31/);
		});

		test('tells what a document is held against, and why', async () => {
			const target: DocumentTargetResult = await client.connection.sendRequest(documentTargetRequest, {
				uri: uriOfPath(client.host.path('src/watch.c')),
			});
			assert.equal(target.label, 'debian:11 · Linux 5.10');
			assert.deepEqual(target.why, ['Dockerfile:1 builds on debian:11, which ships with Linux 5.10.']);
			assert.deepEqual(target.declaredAt, { uri: uriOfPath(client.host.path('Dockerfile')), line: 0 });
		});

		test('checks the workspace, with a report and pushed diagnostics for closed files', async () => {
			const result: CheckWorkspaceResult = await client.connection.sendRequest(checkWorkspaceRequest, {});
			assert.deepEqual(result.summary, { files: 1, calls: 1, error: 0, warning: 1, information: 0, hint: 0 });
			assert.match(result.markdown, /Linux 5\.11\*\*, because of `epoll_pwait2` in \[src\/watch\.c:4\]/);
			const [pushed] = await client.pushed('src/watch.c', (diagnostics) => diagnostics.length > 0);
			assert.equal(pushed?.code, 'absent-syscall');
			await client.open('src/watch.c', 'c');
			await client.pushed('src/watch.c', (diagnostics) => diagnostics.length === 0);
		});

		test('stops a workspace check that nobody waits for any more', async () => {
			for (let i = 0; i < 200; i++) {
				client.host.write(`many/${i}.c`, watch);
			}
			const source = new CancellationTokenSource();
			const checking = client.connection.sendRequest(checkWorkspaceRequest, {}, source.token);
			source.cancel();
			await assert.rejects(checking, { code: LSPErrorCodes.RequestCancelled });
		});

		test('says nothing of a text that is too large to be parsed while someone types', async () => {
			client.host.write('big.c', watch + '/* pad */\n'.repeat(300_000));
			await client.open('big.c', 'c');
			assert.deepEqual(await client.pull('big.c'), []);
		});

		test('answers for texts that are none of ours, and for broken ones, without a word', async () => {
			client.host.write('odd.c', 'int main( { syscall(SYS_ \u0000 }}} #if');
			client.host.write('notes.txt', watch);
			await client.open('odd.c', 'c');
			await client.open('notes.txt', 'plaintext');
			assert.deepEqual(await client.pull('odd.c'), []);
			assert.deepEqual(await client.pull('notes.txt'), []);
		});
	});

	suite('for an editor that cannot pull', () => {
		test('pushes at opening, after a change, and after a change of the Dockerfile', async () => {
			client = await startClient({ Dockerfile: 'FROM debian:11\n', 'watch.c': watch }, {});
			await client.open('watch.c', 'c');
			await client.pushed('watch.c', (diagnostics) => diagnostics.length === 1);
			await client.change('watch.c', 2, watch.replace('epoll_pwait2', 'epoll_pwait'));
			await client.pushed('watch.c', (diagnostics) => diagnostics.length === 0);
			await client.change('watch.c', 3, watch);
			await client.pushed('watch.c', (diagnostics) => diagnostics.length === 1);
			await client.open('Dockerfile', 'dockerfile');
			await client.change('Dockerfile', 2, 'FROM debian:12\n');
			await client.pushed('watch.c', (diagnostics) => diagnostics.length === 0);
		});
	});

	suite('configuration', () => {
		test('a declared host makes an error, and stands instead of the image', async () => {
			client = await startClient(
				{ Dockerfile: 'FROM debian:12\n', '.syscall-lens.json': '{ "hosts": ["rhel7"] }', 'watch.c': watch },
				pullingEditor,
			);
			await client.open('watch.c', 'c');
			const [diagnostic] = await client.pull('watch.c');
			assert.equal(diagnostic?.severity, 1);
			assert.match(textOf(diagnostic.message), /^epoll_pwait2 needs Linux 5\.11; host rhel7 has 3\.10\./);
		});

		test('what is wrong in it is told at its place, with the nearest name', async () => {
			const text = '{\n  // ours\n  "hosts": ["debain:12"],\n  "hots": 1,\n}\n';
			client = await startClient({ '.syscall-lens.json': text }, pullingEditor);
			await client.open('.syscall-lens.json', 'jsonc');
			const found = (await client.pull('.syscall-lens.json')).map(
				({ message, range }) => `${range.start.line}: ${textOf(message)}`,
			);
			assert.deepEqual(found.length, 2);
			assert.match(found[0] ?? '', /^2: 'debain:12' names no kernel\. Did you mean debian:12/);
			assert.match(found[1] ?? '', /^3: Unknown setting 'hots'\. Did you mean hosts\?/);
		});

		test('an image that does not start on a declared host is told at its FROM line, and only there', async () => {
			const build = 'FROM debian:11 AS build\n';
			client = await startClient(
				{
					'.syscall-lens.json': '{ "hosts": ["rhel6", "rhel7"] }',
					Dockerfile: `${build}FROM ubuntu:22.04\n`,
					'Dockerfile.new': `${build}FROM debian:12\n`,
					'Dockerfile.quiet': '# syscall-lens-ignore-next-line image-needs-newer-host\nFROM debian:11\n',
				},
				pullingEditor,
			);
			const found = async (name: string): Promise<readonly string[]> => {
				await client.open(name, 'dockerfile');
				return (await client.pull(name)).map(
					({ code, severity, range, message }) =>
						`${code ?? ''} ${severity ?? 0} ${range.start.line}: ${textOf(message)}`,
				);
			};
			assert.deepEqual(await found('Dockerfile'), [
				"image-needs-newer-host 1 1: glibc 2.35 doesn't start before Linux 3.2; host rhel6 has 2.6.32. Use an older base image.",
			]);
			assert.deepEqual(await found('Dockerfile.new'), []);
			assert.deepEqual(await found('Dockerfile.quiet'), []);
		});

		for (const [hosts, why] of [
			['[]', 'without a host'],
			['["rhel7"]', 'on a host that has what it needs'],
		] as const) {
			test(`an image is not called too new ${why}`, async () => {
				client = await startClient(
					{ '.syscall-lens.json': `{ "hosts": ${hosts} }`, Dockerfile: 'FROM ubuntu:22.04\n' },
					pullingEditor,
				);
				await client.open('Dockerfile', 'dockerfile');
				assert.deepEqual(await client.pull('Dockerfile'), []);
			});
		}

		test('a FROM line that names no release is told there, and code is held against nothing', async () => {
			client = await startClient({ Dockerfile: 'FROM registry.corp/base:1\n', 'watch.c': watch }, pullingEditor);
			await client.open('Dockerfile', 'dockerfile');
			await client.open('watch.c', 'c');
			const [diagnostic] = await client.pull('Dockerfile');
			assert.equal(diagnostic?.code, 'unknown-base-image');
			assert.equal(diagnostic.severity, 3);
			assert.deepEqual(await client.pull('watch.c'), []);
		});
	});
});

function textOf(message: Diagnostic['message']): string {
	return typeof message === 'string' ? message : message.value;
}
