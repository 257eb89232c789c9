import type { SyscallPage } from '../../core/catalog/pages.ts';
import { needsJson } from '../../core/report/json.ts';
import { UsageError, writeJson, type Terminal } from '../terminal.ts';
import { commandService } from './service.ts';

/** Runs `explain`: the hover of a syscall or an Api. */
export async function runExplain(
	name: string,
	{ format }: { readonly format: string },
	terminal: Terminal,
): Promise<void> {
	const service = await commandService(terminal);
	const found = await service.explain(name);
	if (found === undefined) {
		throw new UsageError(
			`'${name}' is no system call and no known API. Try openat2, c:fopen, python:os.urandom or node:fs.copyFile.`,
		);
	}
	if (format !== 'json') {
		terminal.write(`${found.markdown}\n`);
		return;
	}
	const facts =
		found.kind === 'syscall'
			? { ...found.syscall, ...shown(found.page) }
			: {
					api: found.api,
					language: found.language,
					module: found.module,
					...needsJson(found.row),
					known: found.row.known,
					rows: found.rows,
				};
	writeJson(terminal, { version: 1, ...facts, markdown: found.markdown });
}

/** What is written for the call is its `page`; the facts stand beside it. */
function shown(page: SyscallPage | undefined): object {
	if (page === undefined) {
		return { page: null };
	}
	const { returns, parameters, errors, alsoRefused, sources, prototype, ...facts } = page;
	const { text, headers, defines } = prototype ?? {};
	return { ...facts, prototype: text, headers, defines, page: { returns, parameters, errors, alsoRefused, sources } };
}
