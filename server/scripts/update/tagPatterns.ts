import { expandBraces } from '../../src/core/images/bracePattern.ts';

/** Longer lists of stems go on in the next pattern. */
const longest = 90;

/** Every tag of brace patterns. */
export function tagsOf(patterns: readonly string[]): Set<string> {
	const tags = new Set<string>();
	for (const part of patterns.flatMap(expandBraces)) {
		if (part.kind === 'tag') {
			tags.add(part.tag);
			continue;
		}
		for (let number = part.low; number <= part.high; number++) {
			tags.add(`${part.before}${String(number)}${part.after}`);
		}
	}
	return tags;
}

/**
 * The patterns of a row after tags came and went. Patterns that have nothing to do with them stay as they are written,
 * so that a change is reviewed where it is.
 */
export function editPatterns(
	patterns: readonly string[],
	{ added, removed }: { readonly added: readonly string[]; readonly removed: ReadonlySet<string> },
): string[] {
	const neighbours = new Set(added.flatMap(templatesOf));
	const kept: string[] = [];
	const loose = new Set(added);
	for (const pattern of patterns) {
		const tags = [...tagsOf([pattern])];
		if (!tags.some((tag) => removed.has(tag) || templatesOf(tag).some((template) => neighbours.has(template)))) {
			kept.push(pattern);
			continue;
		}
		for (const tag of tags.filter((one) => !removed.has(one))) {
			loose.add(tag);
		}
	}
	return [...kept, ...patternsOf(loose)];
}

/** Writes tags as brace patterns: `{3.7.{4..9},3.8}{,-slim}`. */
export function patternsOf(tags: Iterable<string>): string[] {
	const bySuffix = grouped(tags, (tag) => {
		const [, stem = tag, suffix = ''] = /^(.+?)((?:-(?:[A-Za-z]|\d+bit)[\w.]*)*)$/.exec(tag) ?? [];
		return [suffix, stem];
	});
	const byStems = grouped(bySuffix, ([suffix, stems]) => [stems.sort(compareTags).join(' '), suffix]);
	return [...byStems].flatMap(([key, suffixes]) => {
		const all = key.split(' ');
		const stems = withRanges(all);
		// A tag has one range at most.
		const ends = stems.length === all.length ? withRanges(suffixes) : suffixes.sort(compareTags);
		return packed(stems).map((some) => choice(some) + choice(ends));
	});
}

function grouped<T>(
	items: Iterable<T>,
	entry: (item: T) => readonly [key: string, value: string],
): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const item of items) {
		const [key, value] = entry(item);
		const group = groups.get(key);
		if (group) {
			group.push(value);
		} else {
			groups.set(key, [value]);
		}
	}
	return groups;
}

function choice(items: readonly string[]): string {
	return items.length === 1 ? (items[0] ?? '') : `{${items.join(',')}}`;
}

/** Lists of a length that a reader takes in at once. */
function packed(items: readonly string[]): string[][] {
	const lists: string[][] = [[]];
	for (const item of items) {
		const last = lists.at(-1) ?? [];
		if (last.length > 0 && last.join(',').length + item.length > longest) {
			lists.push([item]);
		} else {
			last.push(item);
		}
	}
	return lists;
}

/** `3.7.4 3.7.5` become `3.7.{4..5}`. */
function withRanges(texts: readonly string[]): string[] {
	const byTemplate = grouped(texts, (text) => {
		const [, before, digits = '', after] = /^(.*?)(?<!\d)(0|[1-9]\d*)(\D*)$/.exec(text) ?? [];
		return before === undefined ? [text, ''] : [`${before}#${after ?? ''}`, digits];
	});
	return [...byTemplate]
		.flatMap(([template, numbers]) => runsOf(numbers).map((run) => template.replace('#', run)))
		.sort(compareTags);
}

function runsOf(numbers: readonly string[]): string[] {
	const runs: { readonly low: number; high: number }[] = [];
	for (const number of numbers.map(Number).sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && follows(last.high, number)) {
			last.high = number;
		} else {
			runs.push({ low: number, high: number });
		}
	}
	return runs.map(({ low, high }) => (low === high ? String(low) : `{${low}..${high}}`));
}

/** Days of one row make a range, though nothing was published on most of them. */
function follows(before: number, number: number): boolean {
	return number === before + 1 || (before > 20_000_000 && number > before);
}

/** A tag with one of its numbers cut out, for each of them: its neighbours have the same. */
function templatesOf(tag: string): string[] {
	return [...tag.matchAll(/\d+/g)].map(
		({ 0: digits, index }) => `${tag.slice(0, index)}#${tag.slice(index + digits.length)}`,
	);
}

/** By numbers where there are numbers, by letters where there are letters. */
export function compareTags(a: string, b: string): number {
	const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
	const [left, right] = [parts(a), parts(b)];
	for (const [i, part] of left.entries()) {
		const other = right[i];
		if (other === undefined) {
			return 1;
		}
		if (part !== other) {
			const numbers = /^\d/.test(part) && /^\d/.test(other);
			return numbers ? Number(part) - Number(other) : part < other ? -1 : 1;
		}
	}
	return left.length - right.length;
}
