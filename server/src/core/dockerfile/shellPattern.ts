/** Longer values are no part of a reference; patterns are not tried on them. */
const longest = 400;

/** `${V#p}`, or with `greedy` `${V##p}`. */
export function removePrefix(value: string, pattern: string, greedy: boolean): string {
	const end = lengths(value, greedy).find((length) => matches(value.slice(0, length), pattern));
	return end === undefined ? value : value.slice(end);
}

/** `${V%p}`, or with `greedy` `${V%%p}`. */
export function removeSuffix(value: string, pattern: string, greedy: boolean): string {
	const start = lengths(value, !greedy).find((length) => matches(value.slice(length), pattern));
	return start === undefined ? value : value.slice(0, start);
}

/** `${V/p/r}`, or with `all` `${V//p/r}`. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string {
	if (pattern === '' || value.length > longest) {
		return value;
	}
	let result = '';
	let at = 0;
	while (at < value.length) {
		const rest = value.slice(at);
		const length = lengths(rest, true).find((one) => one > 0 && matches(rest.slice(0, one), pattern));
		result += length === undefined ? rest.charAt(0) : replacement;
		at += length ?? 1;
		if (length !== undefined && !all) {
			break;
		}
	}
	return result + value.slice(at);
}

/** The lengths that a part of `value` can have, the longest first where `descending`. */
function lengths({ length }: string, descending: boolean): number[] {
	const ascending = length > longest ? [] : Array.from({ length: length + 1 }, (_, i) => i);
	return descending ? ascending.reverse() : ascending;
}

/** Holds all of a text against a pattern of `*` and `?`, without ever trying one star twice over the same text. */
function matches(text: string, pattern: string): boolean {
	let at = 0;
	let inPattern = 0;
	let star = -1;
	let starAt = 0;
	while (at < text.length) {
		const expected = pattern.charAt(inPattern);
		if (expected === '*') {
			star = inPattern++;
			starAt = at;
		} else if (expected === '?' || expected === text.charAt(at)) {
			inPattern++;
			at++;
		} else if (star >= 0) {
			inPattern = star + 1;
			at = ++starAt;
		} else {
			return false;
		}
	}
	return /^\**$/.test(pattern.slice(inPattern));
}
