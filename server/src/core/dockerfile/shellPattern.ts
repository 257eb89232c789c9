/** `${V#p}`, or with `longest` `${V##p}`. */
export function removePrefix(value: string, pattern: string, longest: boolean): string {
	const match = new RegExp(`^${toRegExp(pattern, longest)}`, 's').exec(value);
	return match ? value.slice(match[0].length) : value;
}

/** `${V%p}`, or with `longest` `${V%%p}`. */
export function removeSuffix(value: string, pattern: string, longest: boolean): string {
	const whole = new RegExp(`^${toRegExp(pattern, true)}$`, 's');
	const starts = Array.from({ length: value.length + 1 }, (_, i) => (longest ? i : value.length - i));
	const start = starts.find((i) => whole.test(value.slice(i)));
	return start === undefined ? value : value.slice(0, start);
}

/** `${V/p/r}`, or with `all` `${V//p/r}`. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string {
	if (pattern === '') {
		return value;
	}
	return value.replace(new RegExp(toRegExp(pattern, true), all ? 'gs' : 's'), () => replacement);
}

/** A shell's pattern as a regular expression: `*` and `?` only, as the builder knows no more. */
function toRegExp(pattern: string, greedy: boolean): string {
	return pattern.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (character) => {
		switch (character) {
			case '*':
				return greedy ? '.*' : '.*?';
			case '?':
				return '.';
			default:
				return `\\${character}`;
		}
	});
}
