import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { exampleUri, findingsWhen, open, placeOf, shot, underlined } from './editor.ts';

const isSome = (found: readonly vscode.Diagnostic[]) => found.length > 0;
const isNone = (found: readonly vscode.Diagnostic[]) => found.length === 0;

suite('diagnostics', () => {
	test('mark the calls of a C file that the kernel of its base image lacks', async () => {
		const { document } = await open('runner/src/job.c');
		const found = await findingsWhen(document.uri, isSome);

		assert.deepEqual(underlined(document, found), ['close_range', 'SYS_pidfd_open', 'epoll_pwait2']);
		for (const diagnostic of found) {
			assert.equal(codeOf(diagnostic), 'absent-syscall');
			assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
		}
		assert.match(found[0]?.message ?? '', /Linux 5\.9\b.*\b3\.10\b/);
	});

	test('lead to the FROM line', async () => {
		const { document } = await open('runner/src/job.c');
		const [first] = await findingsWhen(document.uri, isSome);
		const related = first?.relatedInformation?.[0]?.location;

		assert.equal(path.basename(related?.uri.path ?? ''), 'Dockerfile');
		const dockerfile = await vscode.workspace.openTextDocument(exampleUri('runner/Dockerfile'));
		assert.match(dockerfile.lineAt(related?.range.start.line ?? 0).text, /^FROM centos:7/);
	});

	test('tell of a removed call, and are silent on a guarded and on a back-ported one', async () => {
		const { document } = await open('runner/src/files.c');
		const found = await findingsWhen(document.uri, isSome);

		assert.deepEqual(underlined(document, found), ['SYS_lookup_dcookie']);
		assert.deepEqual(found.map(codeOf), ['removed-syscall']);
	});

	test('mark the unguarded call of a Python file only', async () => {
		const { document } = await open('scheduler/scheduler.py');
		const found = await findingsWhen(document.uri, isSome);

		assert.deepEqual(
			found.map(({ range }) => document.lineAt(range.start.line).text.trim()),
			['pidfd = os.pidfd_open(process.pid)'],
		);
		assert.equal(found[0]?.range.start.line, placeOf(document, 'os.pidfd_open').line);
	});

	test('follow what is typed, and a suppression comment silences its line', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);
		const line = placeOf(document, 'close_range').line;

		await edit(
			document,
			new vscode.Position(line, 0),
			'\t\t// syscall-lens-ignore-next-line absent-syscall: newer hosts\n',
		);
		const found = await findingsWhen(document.uri, (now) => now.length === 2);
		assert.deepEqual(underlined(document, found), ['SYS_pidfd_open', 'epoll_pwait2']);

		await vscode.commands.executeCommand('undo');
		await findingsWhen(document.uri, (now) => now.length === 3);
	});

	test('follow the FROM line when the Dockerfile is saved', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, (found) => found.length === 3);
		const dockerfile = await vscode.workspace.openTextDocument(exampleUri('runner/Dockerfile'));

		await replace(dockerfile, 'centos:7', 'debian:12');
		await findingsWhen(document.uri, isNone);
		await replace(dockerfile, 'debian:12', 'centos:7');
		await findingsWhen(document.uri, (found) => found.length === 3);
	});

	test('are seen as squiggles', async () => {
		const { document } = await open('runner/src/job.c');
		await findingsWhen(document.uri, isSome);
		await vscode.commands.executeCommand('workbench.actions.view.problems');
		await shot('problems', { selector: '.markers-panel .monaco-list-row' });
		await vscode.commands.executeCommand('workbench.action.closePanel');
	});
});

function codeOf(diagnostic: vscode.Diagnostic): string | number | undefined {
	return typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
}

async function edit(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
	const change = new vscode.WorkspaceEdit();
	change.insert(document.uri, at, text);
	assert.ok(await vscode.workspace.applyEdit(change));
}

async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
	const start = placeOf(document, old);
	const change = new vscode.WorkspaceEdit();
	change.replace(document.uri, new vscode.Range(start, start.translate(0, old.length)), text);
	assert.ok(await vscode.workspace.applyEdit(change));
	assert.ok(await document.save());
}
