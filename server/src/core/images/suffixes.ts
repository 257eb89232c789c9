import type { SuffixGrammar } from './imageCatalog.ts';
import { fillTemplate } from './template.ts';

/** Reads the release out of a tag's suffixes. */
export class SuffixReader {
	readonly #grammar: SuffixGrammar;
	readonly #codename: RegExp;
	readonly #patterns: readonly { readonly tag: RegExp; readonly release: string }[];

	constructor(grammar: SuffixGrammar) {
		this.#grammar = grammar;
		const names = Object.keys(grammar.codenames).join('|');
		this.#codename = new RegExp(`(?<=^|[-_.])(?:${names})(?=$|[-_.]|\\d{8})`, 'g');
		this.#patterns = grammar.patterns.map(({ tag, release }) => ({ tag: new RegExp(tag), release }));
	}

	/**
	 * The row id that a tag's suffixes name: `3.9-slim-buster` → `debian-10`. The last codename counts, as in
	 * `lunar-ros-base-xenial`; words of `except` are none.
	 */
	release(tag: string, except: readonly string[] = []): string | undefined {
		const names = (tag.match(this.#codename) ?? []).filter((name) => !except.includes(name));
		const last = names.at(-1);
		if (last !== undefined) {
			return this.#grammar.codenames[last];
		}
		for (const { tag: pattern, release } of this.#patterns) {
			const match = pattern.exec(tag);
			if (match) {
				return fillTemplate(release, match.groups);
			}
		}
		return undefined;
	}
}
