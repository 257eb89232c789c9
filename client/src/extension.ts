import type { ExtensionContext } from 'vscode';
import { createClient } from './client.ts';
import { registerCheckWorkspace } from './checkWorkspace.ts';
import { registerCommands } from './commands.ts';
import { registerKernels } from './kernels.ts';
import { registerManual } from './manual.ts';
import { showTarget, type TargetStatus } from './statusItem.ts';

/** What other extensions, and our own tests, may ask of a running Syscall Lens. */
export interface SyscallLensApi {
	/** What the shown document is held against, as the language status item says it. */
	readonly targetStatus: TargetStatus;
}

/** Starts the language server and everything that shows what it knows. */
export async function activate(context: ExtensionContext): Promise<SyscallLensApi> {
	const client = createClient(context);
	const targetStatus = showTarget(client);
	context.subscriptions.push(client, targetStatus, registerCheckWorkspace(client), registerCommands(client));
	context.subscriptions.push(registerManual(client), registerKernels(client));
	await client.start();
	return { targetStatus };
}
