import type { Catalog } from '../../src/core/catalog/catalog.ts';
import type { ApiCall } from '../../src/core/domain/apiCall.ts';
import { languages } from '../../src/core/languages/languages.ts';
import type { ParserOf } from '../../src/core/syntax/wasmParser.ts';
import type { Case } from './cases.ts';

/** What stands above and below a case where its text is a source. */
export interface Wrapping {
	readonly file: string;
	readonly head: string;
	readonly tail: string;
}

/**
 * The call of a case as our own scanner finds it in its text, or why it doesn't. An Api that scanners pass by gets a
 * call without arguments.
 */
export async function scannedCall(
	one: Case,
	wrapping: Wrapping,
	catalog: Catalog,
	parserOf: ParserOf,
): Promise<ApiCall | string> {
	const language = languages.find(({ id }) => id === one.language);
	if (language === undefined) {
		return `no scanner for ${one.language}`;
	}
	const above = `${wrapping.head}\n${one.setUp === '' ? '' : `${one.setUp}\n`}`;
	const line = above.split('\n').length - 1;
	const parser = await parserOf(language, wrapping.file);
	const all = parser.parse(`${above}${one.call}\n${wrapping.tail}\n`, (source) => language.scan(source, catalog));
	const calls = all.filter(({ range }) => range.start.line === line);
	// the call of a coroutine's body stands above, where it is started
	const named = [...calls, ...all].filter(({ api }) => api === one.api);
	const wanted = one.api === undefined ? calls : named.slice(0, 1);
	const [call] = wanted;
	if (call !== undefined && new Set(wanted.map(({ api }) => api)).size === 1) {
		return call;
	}
	if (one.api !== undefined && catalog.knownApi(one.language, one.api)?.everyday) {
		return passedBy(one, one.api);
	}
	const found = calls.map(({ api }) => api).join(', ') || 'none';
	return one.api === undefined
		? `the scanner finds ${found} in it`
		: `the scanner finds ${found} in it, not ${one.api}`;
}

function passedBy({ language }: Case, api: string): ApiCall {
	const nowhere = { line: 0, character: 0 };
	return { language, api, module: '', range: { start: nowhere, end: nowhere }, arguments: undefined, guard: null };
}
