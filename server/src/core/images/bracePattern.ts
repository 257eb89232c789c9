/** A tag, or the tags that differ only in a number between `low` and `high`: `3.7.{4..9}-slim`. */
export type TagPattern =
	| { readonly kind: 'tag'; readonly tag: string }
	| {
			readonly kind: 'range';
			readonly before: string;
			readonly low: number;
			readonly high: number;
			readonly after: string;
	  };

const firstChoice = /\{([^{}]*)\}/;
const range = /^(\d+)\.\.(\d+)$/;

/**
 * Takes a brace pattern apart, as a shell would: `{3.7.{4..9},3.8}{,-slim}` gives two tags and two ranges of tags.
 * A range of numbers stays a range; each tag may have one. Choices stand in no other choice, ranges may.
 */
export function expandBraces(pattern: string): TagPattern[] {
	return expandChoices(hideRanges(pattern)).map(toTagPattern);
}

/** `{4..9}` becomes `<4..9>`, which no choice can be taken for. */
function hideRanges(pattern: string): string {
	return pattern.replaceAll(/\{(\d+\.\.\d+)\}/g, '<$1>');
}

function expandChoices(pattern: string): string[] {
	const choice = firstChoice.exec(pattern);
	if (!choice) {
		return [pattern];
	}
	const before = pattern.slice(0, choice.index);
	const rests = expandChoices(pattern.slice(choice.index + choice[0].length));
	return (choice[1] ?? '').split(',').flatMap((part) => rests.map((rest) => before + part + rest));
}

function toTagPattern(text: string): TagPattern {
	const start = text.indexOf('<');
	const end = text.indexOf('>');
	const bounds = range.exec(text.slice(start + 1, end));
	if (start < 0 || !bounds) {
		return { kind: 'tag', tag: text };
	}
	return {
		kind: 'range',
		before: text.slice(0, start),
		low: Number(bounds[1]),
		high: Number(bounds[2]),
		after: text.slice(end + 1),
	};
}
