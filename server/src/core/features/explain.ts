import type { ApiRow } from '../catalog/apis.ts';
import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { LanguageId } from '../domain/apiCall.ts';
import { rowFor } from '../judgement/needs.ts';
import { pagesOf, type PageOf, type SyscallPage } from '../catalog/pages.ts';
import { syscallsTried } from './needsInWords.ts';
import { pageMarkdown } from './pageMarkdown.ts';
import { apiMarkdown } from './syscallMarkdown.ts';

/** What is known of a syscall or an Api. */
export type Explanation =
	| {
			readonly kind: 'syscall';
			readonly syscall: Syscall;
			readonly page: SyscallPage | undefined;
			readonly markdown: string;
	  }
	| {
			readonly kind: 'api';
			readonly language: LanguageId;
			readonly api: string;
			readonly module: string;
			readonly row: ApiRow;
			/** Every row, for arguments and libraries other than the usual. */
			readonly rows: readonly ApiRow[];
			readonly markdown: string;
	  };

/**
 * Explains a name: `c:fopen`, `python:os.urandom`, `node:fs.copyFile` are Apis; a bare name is a syscall,
 * or the Api of that name in the first language that has one. Undefined where there is no such thing.
 */
export async function explain(name: string, catalog: Catalog, pageOf: PageOf): Promise<Explanation | undefined> {
	const [, language, rest] = /^(c|python|node):(.+)$/.exec(name) ?? [];
	if (language !== undefined && rest !== undefined) {
		return explainApi(language as LanguageId, rest, catalog, pageOf);
	}
	const syscall = catalog.syscall(name);
	if (syscall !== undefined) {
		const page = await pageOf(name);
		return { kind: 'syscall', syscall, page, markdown: pageMarkdown(syscall, page, catalog) };
	}
	for (const one of ['c', 'python', 'node'] as const) {
		const found = await explainApi(one, name, catalog, pageOf);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

async function explainApi(
	language: LanguageId,
	name: string,
	catalog: Catalog,
	pageOf: PageOf,
): Promise<Explanation | undefined> {
	const api = catalog.knownApi(language, name);
	if (api === undefined) {
		return undefined;
	}
	const row = rowFor(api, { arguments: undefined });
	const pages = await pagesOf([name, ...syscallsTried(row)], pageOf);
	const markdown = apiMarkdown(api, row, pages, catalog);
	return { kind: 'api', language, api: name, module: api.module, row, rows: api.rows, markdown };
}
