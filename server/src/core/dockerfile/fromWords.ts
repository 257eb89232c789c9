import type { From } from 'dockerfile-ast';
import type { Range } from '../domain/text.ts';

/** A word behind FROM and its flags. */
export interface FromWord {
	readonly text: string;
	readonly range: Range;
}

const placeholder = /\{\{.*?\}\}|\{%.*?%\}|<%.*?%>/g;
const opening = /\{\{|\{%|<%/;

/** The words of a FROM line. A placeholder of a template such as `{{ image }}` is part of one word, blanks and all. */
export function fromWords(from: From): FromWord[] {
	const words: FromWord[] = [];
	let open = false;
	for (const argument of from.getArguments()) {
		const word = { text: argument.getValue(), range: argument.getRange() };
		const last = words.at(-1);
		if (open && last) {
			words[words.length - 1] = {
				text: `${last.text} ${word.text}`,
				range: { start: last.range.start, end: word.range.end },
			};
		} else {
			words.push(word);
		}
		open = opening.test(words.at(-1)?.text.replaceAll(placeholder, '') ?? '');
	}
	return words;
}
