import type { Range } from '../domain/text.ts';

/** A comment by which an author silences findings: which line it speaks of, what it silences, why. */
export interface Suppression {
	/** The comment's text from the marker to the end of its line. */
	readonly range: Range;
	/** Zero-based line it silences; null for the whole file. */
	readonly line: number | null;
	/** Verdict codes, syscalls or APIs; empty: everything. */
	readonly subjects: readonly string[];
}

const marker = /(?:\/\/|\/\*|#|^\s*\*|--|<!--)[ \t]*(syscall-lens-ignore-(line|next-line|file)\b)([^\r\n]*)/gm;

/**
 * Finds the suppression comments of a source, whatever its language:
 * `// syscall-lens-ignore-next-line memfd_create absent-syscall: our hosts are newer`.
 * Words up to a colon, ` -- ` or the first word that `isSubject` doesn't know name what is silenced.
 */
export function* findSuppressions(text: string, isSubject: (word: string) => boolean): Iterable<Suppression> {
	if (!text.includes('syscall-lens-ignore-')) {
		return;
	}
	let line = 0;
	let lineStart = 0;
	for (const match of text.matchAll(marker)) {
		for (
			let next = text.indexOf('\n', lineStart);
			next !== -1 && next < match.index + match[0].length - (match[3]?.length ?? 0);
		) {
			line++;
			lineStart = next + 1;
			next = text.indexOf('\n', lineStart);
		}
		const start = text.indexOf(match[1] ?? '', match.index) - lineStart;
		const rest = (match[3] ?? '').replace(/\*\/.*$/, '').trimEnd();
		const place = match[2];
		yield {
			range: {
				start: { line, character: start },
				end: { line, character: start + (match[1]?.length ?? 0) + rest.length },
			},
			line: place === 'file' ? null : place === 'line' ? line : line + 1,
			subjects: subjectsOf(rest, isSubject),
		};
	}
}

function subjectsOf(rest: string, isSubject: (word: string) => boolean): readonly string[] {
	const subjects: string[] = [];
	const [head = ''] = rest.split(/:\s|:$|\s--\s|\sbecause\s/, 1);
	for (const word of head.split(/[\s,]+/).filter(Boolean)) {
		if (!isSubject(word)) {
			break;
		}
		subjects.push(word);
	}
	return subjects;
}
