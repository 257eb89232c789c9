import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsWhen, hoverAt, open, placeOf, shot } from './editor.ts';

suite('hover', () => {
	test('on a call tells of its system call and of the kernel below', async () => {
		const editor = await open('runner/src/job.c');
		await findingsWhen(editor.document.uri, (found) => found.length > 0);
		const text = await hoverAt(editor.document, 'epoll_pwait2');
		assert.match(text, /epoll_pwait2/);
		assert.match(text, /5\.11/);

		await showHover(editor, 'epoll_pwait2');
		await shot('call-hover', { selector: '.monaco-hover:has-text("5.11")' });
	});

	test('on a FROM line tells of the release and its kernel', async () => {
		const editor = await open('runner/Dockerfile');
		const text = await hoverAt(editor.document, 'centos:7');
		assert.match(text, /CentOS/i);
		assert.match(text, /3\.10/);

		await showHover(editor, 'centos:7');
		await shot('from-hover', { selector: '.monaco-hover:has-text("3.10")' });
	});

	test('on other words says nothing', async () => {
		const { document } = await open('runner/src/job.c');
		assert.equal(await hoverAt(document, 'milliseconds'), '');
	});
});

async function showHover(editor: vscode.TextEditor, text: string): Promise<void> {
	const place = placeOf(editor.document, text);
	editor.selection = new vscode.Selection(place, place);
	editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
	await vscode.commands.executeCommand('editor.action.showHover');
}
