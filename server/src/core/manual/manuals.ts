import type { Host, ManualText } from '../host.ts';
import { convertPage } from './manualPage.ts';
import { firstSentences } from './firstSentences.ts';

/** A manual page as it is shown. */
export interface ShownPage {
	readonly markdown: string;
	/** Where it comes from, in words: a file of this machine, or the package that it was taken from. */
	readonly origin: string;
}

/** The manual at hand: the machine's own, or the packaged. */
export interface Manuals {
	/** A page of exactly this section; undefined where there is none, or none that can be shown. */
	page(section: string, name: string): Promise<ShownPage | undefined>;
	/** What the manual says first of a system call, as a quote with its origin; remembered by name. */
	quote(syscall: string): Promise<string | undefined>;
}

/** Sections that pages are shown of. Programs of section 1 are none: `open(2)` is never `open(1)`. */
const shownSections = /^[2-8](?:type|const|head)?$/;

/** Where a page is found from another: beside it, by name and section. */
export function pageLink(section: string, name: string): string | undefined {
	return shownSections.test(section) ? `./${name}.${section}.md` : undefined;
}

/** Builds the manual over what the host can read; without that ability there is none. */
export function createManuals(host: Host): Manuals {
	const quotes = new Map<string, Promise<string | undefined>>();

	async function read(section: string, name: string): Promise<(ShownPage & Pick<ManualText, 'format'>) | undefined> {
		const found = shownSections.test(section) ? await host.readManual?.(section, name) : undefined;
		if (found === undefined) {
			return undefined;
		}
		const { format, text, origin } = found;
		if (format === 'markdown') {
			return { format, markdown: text, origin };
		}
		const converted = convertPage(text, pageLink);
		if (converted.kind === 'unreadable' || converted.section.charAt(0) !== section.charAt(0)) {
			return undefined;
		}
		const release = converted.source === '' ? '' : ` (${converted.source})`;
		return { format, markdown: converted.markdown, origin: `${origin}${release}` };
	}

	async function readQuote(syscall: string): Promise<string | undefined> {
		const found = await read('2', syscall);
		const words = found === undefined ? undefined : firstSentences(found.markdown, syscall);
		const whose = found?.format === 'roff' ? 'your manual' : 'the packaged manual';
		return words === undefined ? undefined : `> ${words}\n>\n> _from ${whose}: ${syscall}(2)_`;
	}

	return {
		page: read,
		quote(syscall) {
			const known = quotes.get(syscall) ?? readQuote(syscall);
			quotes.set(syscall, known);
			return known;
		},
	};
}
