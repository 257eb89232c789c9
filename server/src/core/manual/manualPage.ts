import { pageMarkdown } from './markdown.ts';
import { readPage, type Unreadable } from './readPage.ts';
import type { LinkOf } from './spanMarkdown.ts';

/** A page ready to be shown, or why it can't be. */
export type ConvertedPage =
	| {
			readonly kind: 'page';
			readonly markdown: string;
			readonly section: string;
			/** The release that it came with: `Linux man-pages 6.03`; may be empty. */
			readonly source: string;
			/** Copyright and licence, as the page's own comment gives them. */
			readonly notice: readonly string[];
	  }
	| { readonly kind: 'unreadable'; readonly reason: Unreadable };

/** Turns a page's source into Markdown; `linkOf` says where the pages that it names can be read. */
export function convertPage(text: string, linkOf: LinkOf): ConvertedPage {
	const page = readPage(text);
	if (typeof page === 'string') {
		return { kind: 'unreadable', reason: page };
	}
	const { section, source, notice } = page;
	return { kind: 'page', markdown: pageMarkdown(page, linkOf), section, source, notice };
}
