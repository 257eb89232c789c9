import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extensionApi, hoverAt, open, placeOf, shot } from './editor.ts';

const command = 'syscallLens.openManualPage';

suite('manual', () => {
	teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

	test('opens the page of the call under the cursor, as a document that can only be read', async () => {
		await extensionApi();
		const editor = await open('runner/src/job.c');
		const place = placeOf(editor.document, 'epoll_pwait2').translate(0, 2);
		editor.selection = new vscode.Selection(place, place);
		await vscode.commands.executeCommand(command);

		assert.match(await shownPage(), /epoll_pwait2\.2\.md/);
		const page = await pageText('2', 'epoll_pwait2');
		// The machine's manual, the packaged one or our own page: each says whose it is.
		assert.match(page, /_From .*_|no manual page epoll_pwait2\(2\)/);
		assert.match(page, /epoll_pwait2/);
		await shot('manual-page', { webviewText: 'epoll_pwait2' });
	});

	test('shows a page that is named, and the pages that it links to', async () => {
		await vscode.commands.executeCommand(command, '2', 'openat2');
		assert.match(await shownPage(), /openat2\.2\.md/);
		await shot('manual-page-named', { webviewText: 'openat2' });
		assert.match(await pageText('2', 'open'), /# open\(2\)/);
	});

	test('shows our own page where there is no manual, and how to get one', async () => {
		const page = await pageText('2', 'map_shadow_stack');
		assert.match(page, /# map_shadow_stack\(2\)/);
		const unknown = await pageText('7', 'no_such_page');
		assert.match(unknown, /apt install manpages-dev/);
	});

	test('is linked from the hover, which may run nothing else', async () => {
		const { document } = await open('runner/src/job.c');
		const text = await hoverAt(document, 'epoll_pwait2');
		assert.match(text, /\(command:syscallLens\.openManualPage\?/);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			placeOf(document, 'epoll_pwait2'),
		);
		const trust = hovers
			.flatMap(({ contents }) => contents)
			.flatMap((content) => (content instanceof vscode.MarkdownString ? [content.isTrusted] : []));
		assert.deepEqual(trust, [{ enabledCommands: [command] }]);
	});
});

function pageUri(section: string, name: string): vscode.Uri {
	return vscode.Uri.from({ scheme: 'syscall-lens-manual', path: `/${name}.${section}.md` });
}

async function pageText(section: string, name: string): Promise<string> {
	return (await vscode.workspace.openTextDocument(pageUri(section, name))).getText();
}

/** The title of the preview that is shown. */
function shownPage(): Promise<string> {
	return eventually(vscode.window.tabGroups.onDidChangeTabs, () => {
		const label = vscode.window.tabGroups.activeTabGroup.activeTab?.label;
		return label?.includes('.2.md') === true ? label : undefined;
	});
}
