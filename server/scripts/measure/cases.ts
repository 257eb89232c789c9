import type { LanguageId } from '../../src/core/domain/apiCall.ts';

/** A call that is measured, as a case file has it. */
export interface Case {
	readonly language: LanguageId;
	/** The file's name, and the line of the call, counted from 1. */
	readonly file: string;
	readonly line: number;
	/** What is done before. */
	readonly setUp: string;
	/** The call, without a semicolon. */
	readonly call: string;
	/** The Api it is a case of, where the line does not tell: it holds several calls, or one that scanners pass by. */
	readonly api?: string;
	/** An expression of the result `r` (and the error `e` in C) that holds where the call succeeds. */
	readonly succeeds?: string;
}

const commentOf: Readonly<Record<LanguageId, string>> = { c: '//', python: '#', node: '//' };

/**
 * Reads a case file. In a paragraph, each line with a mark at its end is a case, and the lines without are its set-up:
 *
 *     int fd = file();
 *     read(fd, bytes, 8);                                 //: r == 8
 *     read(fd, bytes, 0);                                 //:
 *
 * After the mark (`//:`, in Python `#:`) stand `of API`, where the line does not tell, and what holds of the result
 * where the call succeeds: `//: of malloc, r != 0`. Other comments say something to the reader.
 */
export function* readCases(language: LanguageId, file: string, text: string): Iterable<Case> {
	const comment = commentOf[language];
	const mark = `${comment}:`;
	let setUp: string[] = [];
	for (const [index, line] of text.split('\n').entries()) {
		const at = line.lastIndexOf(mark);
		if (line.trim() === '') {
			setUp = [];
		} else if (at >= 0) {
			const call = line.slice(0, at).trim().replace(/;$/, '');
			yield {
				language,
				file,
				line: index + 1,
				setUp: setUp.join('\n'),
				call,
				...readMark(line.slice(at + mark.length)),
			};
		} else if (!line.trimStart().startsWith(comment)) {
			setUp.push(line);
		}
	}
}

function readMark(text: string): Pick<Case, 'api' | 'succeeds'> {
	const [, api, succeeds = ''] = /^\s*(?:of ([^,\s]+),?)?\s*(.*?)\s*$/.exec(text) ?? [];
	return { ...(api !== undefined && { api }), ...(succeeds !== '' && { succeeds }) };
}
