import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, findingsWhen, open, placeOf, shot } from './editor.ts';

suite('extension', () => {
	test('starts when a C file is opened', async () => {
		await open('runner/src/main.c');
		await extensionApi();
		assert.equal(vscode.extensions.getExtension('syscall-lens.syscall-lens')?.isActive, true);
	});

	test('has each command that its manifest promises', async () => {
		await extensionApi();
		const known = new Set(await vscode.commands.getCommands(true));
		const manifest = vscode.extensions.getExtension('syscall-lens.syscall-lens')?.packageJSON as Manifest;
		for (const { command } of manifest.contributes.commands) {
			assert.ok(known.has(command), command);
		}
	});

	test('does its work again after a restart of the server', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);
		const restarted = vscode.commands.executeCommand('syscallLens.restartServer');
		await findingsWhen(document.uri, (found) => found.length === 0);
		await restarted;
		await findingsWhen(document.uri, (found) => found.length === 3);
	});

	test('colours a suppression comment', async () => {
		const editor = await open('runner/src/main.c');
		await editor.edit((change) =>
			change.insert(new vscode.Position(0, 0), '// syscall-lens-ignore-file openat2: why not\n'),
		);
		for (const [word, scope] of [
			['syscall-lens-ignore-file', 'keyword.other.suppression.syscall-lens'],
			['openat2', 'variable.other.constant.suppression.syscall-lens'],
		] as const) {
			const place = placeOf(editor.document, word).translate(0, 1);
			editor.selection = new vscode.Selection(place, place);
			await vscode.commands.executeCommand('editor.action.inspectTMScopes');
			await shot(`scope-of-${word}`, { selector: `.token-inspect-widget:has-text("${scope}")` });
			await vscode.commands.executeCommand('editor.action.inspectTMScopes');
		}
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});
});

interface Manifest {
	readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
