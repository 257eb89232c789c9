import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckWorkspaceResult } from '../../../server/src/lsp/protocol.ts';
import { eventually, exampleUri, extensionApi, findings, findingsWhen, shot } from './editor.ts';

suite('check workspace', () => {
	test('shows a report, and the findings of files that nobody opened', async () => {
		await extensionApi();
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		const summary = await vscode.commands.executeCommand<CheckWorkspaceResult['summary']>('syscallLens.checkWorkspace');

		assert.equal(summary.warning, 5);
		assert.equal(summary.error, 0);
		const report = await reportText();
		for (const words of [/close_range/, /pidfd_open/, /lookup_dcookie/, /centos:7/, /5\.11/]) {
			assert.match(report, words);
		}
		const found = await findingsWhen(exampleUri('runner/src/job.c'), (now) => now.length === 3);
		assert.equal(found.length, 3);
		// Node falls back by itself, so its file has nothing to be told.
		assert.deepEqual(findings(exampleUri('dashboard/src/dashboard.js')), []);
		await shot('report', { webviewText: 'epoll_pwait2' });
	});

	test('lists nothing twice when a checked file is opened, and keeps its findings when it is closed', async () => {
		const uri = exampleUri('runner/src/files.c');
		await findingsWhen(uri, (now) => now.length === 1);
		const seen: number[] = [];
		const listener = vscode.languages.onDidChangeDiagnostics(() => seen.push(findings(uri).length));
		const changed = eventually(vscode.languages.onDidChangeDiagnostics, () => seen.at(-1) === 1 || undefined);
		await vscode.commands.executeCommand('vscode.open', uri); // as a click does: nobody else holds the document
		await changed;
		listener.dispose();
		assert.equal(Math.max(...seen), 1);

		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
		await findingsWhen(uri, (now) => now.length === 1);
	});
});

async function reportText(): Promise<string> {
	const uri = vscode.Uri.from({ scheme: 'syscall-lens-report', path: '/Syscall Lens Report.md' });
	return (await vscode.workspace.openTextDocument(uri)).getText();
}
