import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { Host } from '../host.ts';
import { createParsers } from '../syntax/wasmParser.ts';
import type { Language } from './language.ts';
import { languages } from './languages.ts';
import { withProbes } from './probeNames.ts';

/** Finds the calls of sources; grammars load at their first use. */
export interface Scanner {
	/** The calls of a source; `probes` are the project's own functions that probe for a system call. */
	calls(
		language: Language,
		path: string | undefined,
		text: string,
		probes: readonly string[],
	): Promise<readonly ApiCall[]>;
}

/** Builds the scanner on the product's parsers. */
export function createScanner(host: Host, catalog: Catalog): Scanner {
	const parserOf = createParsers(host);
	const mayCall = new Map(languages.map((language) => [language.id, language.mayCall(catalog)]));
	return {
		async calls(language, path, text, probes) {
			if (mayCall.get(language.id)?.(text) === false) {
				return [];
			}
			const parser = await parserOf(language, path ?? `untitled${language.extensions[0] ?? ''}`);
			return parser.parse(text, (source) => language.scan(source, withProbes(catalog, probes)));
		},
	};
}
