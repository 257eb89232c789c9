/** A stretch of text in one font; `**` bold is `B`, `*` italic is `I`. */
export interface Span {
	readonly text: string;
	readonly font: Font;
}

export type Font = 'R' | 'B' | 'I';

/** Text without its fonts. */
export function plain(spans: readonly Span[]): string {
	return spans.map(({ text }) => text).join('');
}

/** Neighbours in the same font become one; empty ones go. */
export function merged(spans: readonly Span[]): readonly Span[] {
	const result: Span[] = [];
	for (const span of spans) {
		const last = result.at(-1);
		if (last?.font === span.font) {
			result[result.length - 1] = { text: last.text + span.text, font: span.font };
		} else if (span.text !== '') {
			result.push(span);
		}
	}
	return result;
}
