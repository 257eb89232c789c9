import { QuickPickItemKind, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { KernelNamesResult } from '../../server/src/lsp/protocol.ts';

/** A kernel that was chosen, by the name people use, and the architecture whose table is wanted. */
export interface PickedKernel {
	readonly id: string;
	readonly arch: string;
}

/** A line of the list; separators have no kernel. */
interface KernelItem extends QuickPickItem {
	readonly id?: string;
}

const changeArchitecture: QuickInputButton = {
	iconPath: new ThemeIcon('circuit-board'),
	tooltip: 'Choose another architecture',
};

/** Asks for a kernel: one of those named, or any other name that is typed. Undefined when nothing was chosen. */
export async function pickKernel(
	title: string,
	names: KernelNamesResult,
	arch = names.arch,
): Promise<PickedKernel | undefined> {
	const answer = await ask(`${title} (${arch})`, names);
	if (answer !== changeArchitecture) {
		return typeof answer === 'string' ? { id: answer, arch } : undefined;
	}
	const chosen = await window.showQuickPick([...names.architectures], { title, placeHolder: `Now ${arch}` });
	return pickKernel(title, names, chosen ?? arch);
}

function ask(title: string, { groups }: KernelNamesResult): Promise<string | QuickInputButton | undefined> {
	const pick = window.createQuickPick<KernelItem>();
	pick.title = title;
	pick.placeholder = 'A kernel by its name, such as rhel7, debian:12, 5.10 or gvisor';
	pick.matchOnDescription = true;
	pick.buttons = [changeArchitecture];
	pick.items = itemsFor('', groups);
	pick.onDidChangeValue((value) => {
		pick.items = itemsFor(value.trim(), groups);
	});
	return new Promise((resolve) => {
		pick.onDidAccept(() => {
			resolve(pick.selectedItems[0]?.id);
			pick.hide();
		});
		pick.onDidTriggerButton((button) => {
			resolve(button);
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined); // counts only where nothing was chosen before
			pick.dispose();
		});
		pick.show();
	});
}

/** The groups with their titles between them; a name that is typed in full comes first, any other one last. */
function itemsFor(typed: string, groups: KernelNamesResult['groups']): readonly KernelItem[] {
	const named: readonly KernelItem[] = groups.flatMap(({ title, kernels }) => [
		{ label: title, kind: QuickPickItemKind.Separator },
		...kernels.map(({ id, description }) => ({ id, label: id, description })),
	]);
	const exact = named.find(({ id }) => id === typed);
	// Were its label the typed text alone, the editor would sort it before every name that begins so.
	const other = { id: typed, label: `Kernel named ${typed}`, alwaysShow: true };
	return exact ? [exact, ...named.filter((item) => item !== exact)] : typed === '' ? named : [...named, other];
}
