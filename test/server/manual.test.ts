import assert from 'node:assert/strict';
import type { ManualText } from '../../server/src/core/host.ts';
import {
	manualPageRequest,
	manualPagesRequest,
	type ManualPageResult,
	type ManualPagesResult,
} from '../../server/src/lsp/protocol.ts';
import { uriOfPath } from '../../server/src/lsp/uris.ts';
import { pullingEditor, startClient, type TestClient } from './client.ts';

const source = `#include <stdio.h>
#include <sys/epoll.h>

int wait_for(int fd, struct epoll_event *events) {
	puts("waiting");
	return epoll_pwait2(fd, events, 16, 0, 0);
}
`;

const waiting = `.TH epoll_wait 2 2026-11-24 "Own pages 1"
.SH DESCRIPTION
.BR epoll_pwait2 ()
waits; see
.BR epoll (7).
It is ours.
`;

/** A manual of three pages; one of them says itself that it is of another section. */
const manual = new Map([
	['2 epoll_pwait2', waiting],
	['2 stat', '.TH stat 1\n'],
	['3 puts', '.TH puts 3\n'],
]);
let asked = 0;

function readManual(section: string, name: string): Promise<ManualText | undefined> {
	asked++;
	const text = manual.get(`${section} ${name}`);
	return Promise.resolve(text === undefined ? undefined : { format: 'roff', text, origin: `/man/${name}.${section}` });
}

suite('server: manual', () => {
	let client: TestClient;
	teardown(() => client.close());

	const start = async (abilities: Parameters<typeof startClient>[2]): Promise<void> => {
		client = await startClient({ Dockerfile: 'FROM debian:11\n', 'src/watch.c': source }, pullingEditor, abilities);
		await client.open('src/watch.c', 'c');
	};
	const page = (section: string, name: string): Promise<ManualPageResult> =>
		client.connection.sendRequest(manualPageRequest, { section, name });
	const at = (line: number, character: number): object => ({
		uri: uriOfPath(client.host.path('src/watch.c')),
		position: { line, character },
	});
	const hover = async (): Promise<string> => {
		const { line, uri, character } = { line: 5, character: 12, uri: uriOfPath(client.host.path('src/watch.c')) };
		const found: { contents: { value: string } } = await client.connection.sendRequest('textDocument/hover', {
			textDocument: { uri },
			position: { line, character },
		});
		return found.contents.value;
	};

	test('shows a page with its origin and with links to others', async () => {
		await start({ readManual });
		assert.deepEqual(await page('2', 'epoll_pwait2'), {
			origin: '/man/epoll_pwait2.2 (Own pages 1)',
			markdown:
				'_From /man/epoll_pwait2.2 (Own pages 1)._\n\n# epoll_wait(2)\n\n## DESCRIPTION\n\n' +
				'**epoll_pwait2**() waits; see [**epoll**(7)](./epoll.7.md). It is ours.\n',
		});
	});

	test('shows what it knows itself where there is no page, and tells how to get the manual', async () => {
		await start({ readManual });
		const own = await page('2', 'openat2');
		assert.equal(own.origin, null);
		assert.match(own.markdown, /^# openat2\(2\)[^]*5\.6[^]*apt install manpages-dev/);
		assert.match((await page('7', 'nothing')).markdown, /man7\.org\/linux\/man-pages\/man7\/nothing\.7\.html/);
	});

	test('never shows a page of section 1', async () => {
		await start({ readManual });
		asked = 0;
		assert.equal((await page('1', 'stat')).origin, null);
		assert.equal(asked, 0);
		assert.equal((await page('2', 'stat')).origin, null); // what was found says itself that it is of section 1
	});

	test('names the pages of the call at a place, and all others to choose from', async () => {
		await start({ readManual });
		const at2: ManualPagesResult = await client.connection.sendRequest(manualPagesRequest, { at: at(5, 12) });
		assert.deepEqual(at2.here, [{ section: '2', name: 'epoll_pwait2' }]);
		assert.ok(at2.syscalls.some(({ name }) => name === 'openat2'));
		const at3: ManualPagesResult = await client.connection.sendRequest(manualPagesRequest, { at: at(4, 3) });
		assert.deepEqual(at3.here[0], { section: '3', name: 'puts' });
		const nowhere: ManualPagesResult = await client.connection.sendRequest(manualPagesRequest, {});
		assert.deepEqual(nowhere.here, []);
	});

	test('hovers quote what the manual says first, and ask for it once', async () => {
		await start({ readManual });
		asked = 0;
		for (let i = 0; i < 3; i++) {
			assert.match(
				await hover(),
				/\n> \*\*epoll_pwait2\*\*\(\) waits; see \*\*epoll\*\*\(7\)\. It is ours\.\n>\n> _from your manual: epoll_pwait2\(2\)_\n\n\| held against/,
			);
		}
		assert.equal(asked, 1);
	});

	test('hovers without a manual quote nothing, and link to the page online', async () => {
		await start({});
		const text = await hover();
		assert.doesNotMatch(text, /your manual/);
		assert.match(text, /https:\/\/man7\.org\/linux\/man-pages\/man2\/epoll_pwait2\.2\.html/);
	});

	test('hovers link to the command of an editor that has one', async () => {
		await start({ initializationOptions: { manualCommand: true } });
		const text = await hover();
		assert.ok(text.includes('(command:syscallLens.openManualPage?%5B%222%22%2C%22epoll_pwait2%22%5D)'), text);
		assert.doesNotMatch(text, /man7\.org/);
	});
});
