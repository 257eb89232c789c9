import { specialCharacter } from './specialCharacters.ts';
import type { Font, Span } from './spans.ts';

/** The fonts of a page as it is read: `\fP` goes back to the one before. */
export interface Fonts {
	current: Font;
	previous: Font;
}

/** The fonts at the start of a paragraph. */
export function regular(): Fonts {
	return { current: 'R', previous: 'R' };
}

/** Text taken apart. `joined`: it ended in `\c`, so what follows stands close. */
export interface ReadText {
	readonly spans: readonly Span[];
	readonly joined: boolean;
}

const nameAt = /\((..)|\[([^\]]*)\]|(.)/sy;
const quotedAt = /(.)(.*?)\1/sy;
const numberAt = /\([-+]?\d\d|\[[^\]]*\]|[-+]\(\d\d|[-+]?\d|'[^']*'/y;

const singles: Readonly<Record<string, string>> = {
	'-': '-',
	e: '\\',
	'\\': '\\',
	' ': '\u00a0',
	'~': '\u00a0',
	0: '\u00a0',
	t: '\t',
	"'": '´',
	'`': '`',
	_: '_',
	'.': '.',
};

/** Takes the escapes out of a line: characters, strings, fonts; sizes, motions and colours mean nothing here. */
export function readText(line: string, fonts: Fonts, strings: ReadonlyMap<string, string>): ReadText {
	const spans: Span[] = [];
	let text = '';
	let joined = false;
	let at = 0;
	let left = 2000; // a string that names itself must not hang us
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(line);
		at += found?.[0].length ?? 0;
		return found;
	};
	const takeName = (): string => {
		const found = take(nameAt);
		return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
	};
	while (at < line.length) {
		const character = line.charAt(at++);
		if (character !== '\\') {
			text += character;
			continue;
		}
		const escape = line.charAt(at++);
		switch (escape) {
			case 'f':
				spans.push({ text, font: fonts.current });
				text = '';
				changeFont(fonts, takeName());
				break;
			case '(':
			case '[':
				at--;
				text += specialCharacter(takeName());
				break;
			case 'C':
				text += specialCharacter(take(quotedAt)?.[2] ?? '');
				break;
			case '*': {
				const defined = strings.get(takeName()) ?? '';
				line = (left-- > 0 ? defined : '') + line.slice(at);
				at = 0;
				break;
			}
			case 's':
				take(numberAt);
				break;
			case 'n':
			case 'k':
			case 'm':
			case 'M':
			case 'F':
			case 'g':
			case 'V':
			case 'Y':
				take(/[-+]/y);
				takeName();
				break;
			case 'b':
			case 'o':
				text += take(quotedAt)?.[2] ?? '';
				break;
			case 'N':
				text += String.fromCharCode(Number(take(quotedAt)?.[2] ?? 32) || 32);
				break;
			case 'A':
			case 'B':
			case 'D':
			case 'H':
			case 'L':
			case 'R':
			case 'S':
			case 'X':
			case 'Z':
			case 'h':
			case 'l':
			case 'v':
			case 'w':
			case 'x':
				take(quotedAt);
				break;
			case '"':
			case '#':
				at = line.length;
				break;
			case 'c':
				joined = true;
				at = line.length;
				break;
			default:
				// `\&`, `\%`, `\:`, `\|`, `\^`, `\/`, `\,`, `\{` and the like take no room; other characters are themselves.
				text += singles[escape] ?? (/\w/.test(escape) && !/[adpruz]/.test(escape) ? escape : '');
		}
	}
	spans.push({ text, font: fonts.current });
	return { spans: spans.filter((span) => span.text !== ''), joined };
}

/** `B`, `I`, `R`, `P`, and the numbers and constant-width names that stand for them. */
export function changeFont(fonts: Fonts, name: string): void {
	const { current, previous } = fonts;
	fonts.previous = current;
	if (name === 'P' || name === '') {
		fonts.current = previous;
	} else if (/^(B|BI|CB|3|4)$/.test(name)) {
		fonts.current = 'B';
	} else {
		fonts.current = /^(I|CI|2)$/.test(name) ? 'I' : 'R';
	}
}
