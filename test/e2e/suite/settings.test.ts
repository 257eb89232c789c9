import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, exampleUri, findingsWhen, open, underlined } from './editor.ts';

suite('settings', () => {
	teardown(async () => {
		for (const key of ['hosts', 'severity', 'run']) {
			await set(key, undefined);
		}
	});

	test('hosts stand instead of the kernel of the base image', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);

		await set('hosts', ['debian:12']);
		await findingsWhen(document.uri, (found) => found.length === 0);
		// RHEL 8 has close_range as a back-port, and not the other two.
		await set('hosts', ['rhel8']);
		const found = await findingsWhen(document.uri, (now) => now.length > 0);
		assert.deepEqual(underlined(document, found), ['SYS_pidfd_open', 'epoll_pwait2']);
		assert.deepEqual(new Set(found.map(({ severity }) => severity)), new Set([vscode.DiagnosticSeverity.Error]));
		await set('hosts', undefined);
		await findingsWhen(document.uri, (now) => now.length === 3);
	});

	test('severity turns a verdict off', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);
		await set('severity', { 'absent-syscall': 'off' });
		await findingsWhen(document.uri, (found) => found.length === 0);
		await set('severity', undefined);
		await findingsWhen(document.uri, (found) => found.length === 3);
	});

	test('run onSave waits for the save', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);
		await set('run', 'onSave');
		const change = new vscode.WorkspaceEdit();
		const call = document.getText().indexOf('close_range');
		change.insert(document.uri, document.positionAt(call), 'close(3);// ');
		assert.ok(await vscode.workspace.applyEdit(change));
		// Answered after the server has read the change; nothing may have changed till then.
		await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0));
		assert.equal((await findingsWhen(document.uri, () => true)).length, 3);
		await document.save();
		await findingsWhen(document.uri, (found) => found.length === 2);

		await vscode.commands.executeCommand('undo');
		await document.save();
		await findingsWhen(document.uri, (found) => found.length === 3);
		await set('run', undefined);
	});

	test('are read from .syscall-lens.json too, as soon as it is there', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);
		const file = exampleUri('.syscall-lens.json');

		await vscode.workspace.fs.writeFile(file, Buffer.from('{ "hosts": ["debian:12"] }'));
		await findingsWhen(document.uri, (found) => found.length === 0);
		await vscode.workspace.fs.delete(file);
		await findingsWhen(document.uri, (found) => found.length === 3);
	});

	test('the editor knows the keys of .syscall-lens.json', async () => {
		const file = exampleUri('.syscall-lens.json');
		await vscode.workspace.fs.writeFile(file, Buffer.from('{ "hots": [] }'));
		await vscode.window.showTextDocument(file);
		const problem = await eventually(vscode.languages.onDidChangeDiagnostics, () =>
			vscode.languages.getDiagnostics(file).find(({ message }) => message.includes('hots')),
		);
		assert.equal(problem.range.start.line, 0);
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
		await vscode.workspace.fs.delete(file);
	});
});

async function set(key: string, value: unknown): Promise<void> {
	await vscode.workspace.getConfiguration('syscallLens').update(key, value, vscode.ConfigurationTarget.Workspace);
}
