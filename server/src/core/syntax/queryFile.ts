import type { Host } from '../host.ts';

/** The files that ship with the product. */
export type Assets = Pick<Host, 'readAsset'>;

/**
 * Reads `grammars/<grammar>/<query>.scm`. A first line `;; inherits: javascript` puts the query of that grammar before it,
 * so that TypeScript need not repeat JavaScript's patterns.
 */
export async function readQuery(assets: Assets, grammar: string, query: string): Promise<string> {
	const text = new TextDecoder().decode(await assets.readAsset(`grammars/${grammar}/${query}.scm`));
	const base = /^;+ *inherits: *(\w+)/.exec(text)?.[1];
	return base === undefined ? text : `${await readQuery(assets, base, query)}\n${text}`;
}

/**
 * Throws on a capture that its scanner does not know: a misspelt name would silently find nothing.
 * Names with a leading underscore serve the query's own predicates.
 */
export function validateCaptures(file: string, found: readonly string[], known: readonly string[]): void {
	for (const name of found) {
		if (!name.startsWith('_') && !known.includes(name)) {
			throw new Error(
				`${file}: unknown capture @${name}; the scanner knows ${known.map((one) => `@${one}`).join(' ')}`,
			);
		}
	}
	for (const name of known) {
		if (!found.includes(name)) {
			throw new Error(`${file}: no pattern captures @${name}, which the scanner waits for`);
		}
	}
}
