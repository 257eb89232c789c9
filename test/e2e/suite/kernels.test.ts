import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, shot } from './editor.ts';

suite('kernels', () => {
	setup(async () => {
		await extensionApi();
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	test('the system calls of a kernel are shown as a table', async () => {
		const text = await shown('syscallLens.showKernel', { id: 'rhel7' });
		assert.match(text, /^# System calls of rhel7$/m);
		assert.match(text, /on x86_64: \*\*313 system calls: 298 of Linux 3\.10, 15 back-ported\*\*/);
		assert.equal(label(), 'Preview System calls of rhel7 on x86_64.md');
		await shot('kernel', { webviewText: 'Left out of Linux 3.10' });
	});

	test('a sandbox tells what it refuses', async () => {
		const text = await shown('syscallLens.showKernel', { id: 'gvisor', arch: 'arm64' });
		assert.match(text, /on arm64: \*\*\d+ system calls, \d+ of them in part; \d+ refused\*\*/);
		await shot('sandbox', { webviewText: 'of them in part' });
	});

	test('two kernels are compared', async () => {
		const text = await shown('syscallLens.compareKernels', { from: 'rhel6', to: 'rhel7' });
		assert.match(text, /rhel7 has 23 calls that rhel6 has not, and lacks 2;/);
		assert.equal(label(), 'Preview rhel6 → rhel7 on x86_64.md');
		await shot('compared-kernels', { webviewText: 'rhel7 has 23 calls that rhel6 has not' });
	});

	test('the calls of a table lead to their pages', async () => {
		const uri = await vscode.commands.executeCommand<vscode.Uri>('syscallLens.showKernel', { id: '5.10' });
		const page = await vscode.workspace.openTextDocument(uri.with({ path: '/getrandom.2.md' }));
		assert.match(page.getText(), /getrandom/);
	});

	test('a kernel is picked by its name, those of the workspace first', async () => {
		const picked = vscode.commands.executeCommand<vscode.Uri | undefined>('syscallLens.showKernel');
		await shot('kernel-pick', { selector: '.quick-input-list .monaco-list-row:has-text("centos:7")' });
		const uri = await accepted(picked);
		assert.match(uri?.path ?? '', /^\/System calls of (centos|rhel):7 on x86_64\.md$/);
	});
});

/** Runs a command and gives the text of the document that it shows. */
async function shown(command: string, asked: object): Promise<string> {
	const uri = await vscode.commands.executeCommand<vscode.Uri>(command, asked);
	return (await vscode.workspace.openTextDocument(uri)).getText();
}

function label(): string | undefined {
	return vscode.window.tabGroups.activeTabGroup.activeTab?.label;
}

/** Accepts the first item of a list as soon as there is one: nothing tells when a list is open. */
async function accepted<T>(picked: Thenable<T>): Promise<T> {
	let open = true;
	const result = Promise.resolve(picked).finally(() => (open = false));
	while (open) {
		await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
	}
	return result;
}
