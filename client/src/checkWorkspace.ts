import { randomUUID } from 'node:crypto';
import {
	type CancellationToken,
	commands,
	Disposable,
	type Progress,
	ProgressLocation,
	window,
	workspace,
} from 'vscode';
import { State, WorkDoneProgress, type LanguageClient } from 'vscode-languageclient/node';
import {
	checkWorkspaceRequest,
	type CheckWorkspaceParams,
	type CheckWorkspaceResult,
} from '../../server/src/lsp/protocol.ts';
import { Report } from './report.ts';

/** Registers the command that checks every folder of the workspace and shows the report. */
export function registerCheckWorkspace(client: LanguageClient): Disposable {
	const report = new Report();
	return Disposable.from(
		report,
		commands.registerCommand('syscallLens.checkWorkspace', () => checkWorkspace(client, report)),
	);
}

/** Answers the summary, or undefined where there was nothing to check or the user cancelled. */
async function checkWorkspace(
	client: LanguageClient,
	report: Report,
): Promise<CheckWorkspaceResult['summary'] | undefined> {
	if (!workspace.workspaceFolders?.length) {
		void window.showInformationMessage('Syscall Lens checks folders. Open a folder first.');
		return undefined;
	}
	if (client.state !== State.Running) {
		void window.showWarningMessage("Syscall Lens' server is not running. Use 'Syscall Lens: Restart Server'.");
		return undefined;
	}
	const result = await window.withProgress(
		{ location: ProgressLocation.Notification, title: 'Checking workspace compatibility', cancellable: true },
		(progress, token) => request(client, progress, token),
	);
	if (!result) {
		return undefined;
	}
	await report.show(result.markdown);
	return result.summary;
}

async function request(
	client: LanguageClient,
	progress: Progress<{ message?: string; increment?: number }>,
	token: CancellationToken,
): Promise<CheckWorkspaceResult | null> {
	const workDoneToken = randomUUID();
	let done = 0;
	const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
		if (value.kind === 'end') {
			return;
		}
		const { message, percentage = done } = value;
		progress.report({ increment: percentage - done, ...(message !== undefined && { message }) });
		done = percentage;
	});
	try {
		const params: CheckWorkspaceParams = { workDoneToken };
		const result = await client.sendRequest<CheckWorkspaceResult | null>(checkWorkspaceRequest, params, token);
		if (!result) {
			void tellFailure(client); // the server has written why
		}
		return result;
	} catch (error) {
		if (!token.isCancellationRequested) {
			client.error('The workspace could not be checked.', error, false);
			void tellFailure(client);
		}
		return null;
	} finally {
		listening.dispose();
	}
}

async function tellFailure(client: LanguageClient): Promise<void> {
	const showOutput = 'Show Output';
	const answer = await window.showErrorMessage('The workspace could not be checked; the output tells why.', showOutput);
	if (answer === showOutput) {
		client.outputChannel.show();
	}
}
