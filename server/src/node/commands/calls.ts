import { callsJson } from '../../core/report/json.ts';
import { writeJson, type Terminal } from '../terminal.ts';
import { commandService, existingPaths, shownPath } from './service.ts';

/** Runs `calls`: what was recognised, a line each, without judgement. */
export async function runCalls(
	paths: readonly string[],
	{ format }: { readonly format: string },
	terminal: Terminal,
): Promise<void> {
	const service = await commandService(terminal);
	const { files } = await service.checkWorkspace(await existingPaths(paths, terminal));
	if (format === 'json') {
		writeJson(terminal, callsJson(files, service.catalog, shownPath));
		return;
	}
	for (const { path, calls } of files) {
		for (const { api, module, range, guard } of calls) {
			const place = terminal.colours.bold(`${shownPath(path)}:${range.start.line + 1}:${range.start.character + 1}`);
			const name = module === 'syscall' ? `syscall(${api})` : api;
			terminal.write(
				`${place}: ${name}${guard === null ? '' : terminal.colours.dim(` (guard: ${guard.kind}, ${guard.grade})`)}\n`,
			);
		}
	}
}
