import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, exampleUri, extensionApi, open, shot } from './editor.ts';

suite('status item', () => {
	test('tells what the shown document is held against, and why', async () => {
		const { document } = await open('runner/src/job.c');
		const { target } = await shownFor(document.uri);

		assert.equal(target.state, 'known');
		assert.match(target.label, /centos:7.*3\.10/);
		assert.match(target.why.join(' '), /runner\/Dockerfile:7\b.*centos:7/);
		assert.match(target.declaredAt?.uri ?? '', /runner\/Dockerfile$/);
		await shot('status-item', { selector: '[id="status.languageStatus"]' });
	});

	test('changes with the editor', async () => {
		const { document } = await open('dashboard/src/dashboard.js');
		const { target } = await shownFor(document.uri);
		assert.match(target.declaredAt?.uri ?? '', /dashboard\/Dockerfile$/);
	});

	test('leads to the declaring line', async () => {
		const { document } = await open('runner/src/job.c');
		const { target } = await shownFor(document.uri);
		await vscode.commands.executeCommand(
			'syscallLens.openDeclaration',
			target.declaredAt?.uri,
			target.declaredAt?.line,
		);

		const editor = vscode.window.activeTextEditor;
		assert.equal(editor?.document.uri.toString(), exampleUri('runner/Dockerfile').toString());
		assert.match(editor.document.lineAt(editor.selection.active.line).text, /^FROM centos:7/);
	});
});

async function shownFor(uri: vscode.Uri) {
	const { targetStatus } = await extensionApi();
	return eventually(targetStatus.onDidShow, () =>
		targetStatus.shown?.uri === uri.toString() ? targetStatus.shown : undefined,
	);
}
