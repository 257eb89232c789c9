import { removePrefix, removeSuffix, replacePattern } from './shellPattern.ts';

/** The value of a variable, or undefined where it is not set. */
export type Lookup = (name: string) => string | undefined;

/** A word with its variables filled in. */
export interface Expanded {
	/** Variables that are not set stay as `${NAME}`. */
	readonly value: string;
	readonly missing: readonly string[];
}

interface Reader {
	readonly text: string;
	readonly escape: string;
	readonly lookup: Lookup;
	readonly missing: string[];
	at: number;
}

/**
 * Fills in variables and takes quotes away as the builder does: `python:${V:-3.9}`, `${V:+x}`, `${V#p}`, `${V%%p}`,
 * `${V/a/b}`. Nothing is filled in between single quotes.
 */
export function expandVariables(text: string, lookup: Lookup, escape = '\\'): Expanded {
	const reader: Reader = { text, escape, lookup, missing: [], at: 0 };
	return { value: readUntil(reader, ''), missing: reader.missing };
}

/** Reads up to one of the characters of `end`, which is left unread. */
function readUntil(reader: Reader, end: string): string {
	let value = '';
	while (reader.at < reader.text.length) {
		const character = reader.text.charAt(reader.at);
		if (end !== '' && end.includes(character)) {
			break;
		}
		value += readPart(reader, character);
	}
	return value;
}

function readPart(reader: Reader, character: string): string {
	switch (character) {
		case "'":
			return readSingleQuoted(reader);
		case '"':
			return readDoubleQuoted(reader);
		case '$':
			return readVariable(reader);
		case reader.escape:
			reader.at += 2;
			return reader.text.charAt(reader.at - 1);
		default:
			reader.at++;
			return character;
	}
}

function readSingleQuoted(reader: Reader): string {
	const close = reader.text.indexOf("'", reader.at + 1);
	const end = close < 0 ? reader.text.length : close;
	const value = reader.text.slice(reader.at + 1, end);
	reader.at = end + 1;
	return value;
}

function readDoubleQuoted(reader: Reader): string {
	let value = '';
	reader.at++;
	while (reader.at < reader.text.length) {
		const character = reader.text.charAt(reader.at);
		if (character === '"') {
			break;
		}
		if (character === reader.escape && !/["$\\`]/.test(reader.text.charAt(reader.at + 1))) {
			value += character; // escapes nothing here
			reader.at++;
		} else {
			value += character === "'" ? literal(reader) : readPart(reader, character);
		}
	}
	reader.at++;
	return value;
}

function literal(reader: Reader): string {
	reader.at++;
	return reader.text.charAt(reader.at - 1);
}

function readVariable(reader: Reader): string {
	const plain = /^\$([A-Za-z_]\w*)/.exec(reader.text.slice(reader.at));
	if (plain?.[1] !== undefined) {
		reader.at += plain[0].length;
		return valueOf(reader, plain[1]);
	}
	const braced = /^\$\{([A-Za-z_]\w*)/.exec(reader.text.slice(reader.at));
	if (braced?.[1] === undefined) {
		return literal(reader);
	}
	reader.at += braced[0].length;
	const value = readOperation(reader, braced[1]);
	if (reader.text.charAt(reader.at) === '}') {
		reader.at++;
	}
	return value;
}

function valueOf({ lookup, missing }: Reader, name: string): string {
	const value = lookup(name);
	if (value === undefined) {
		missing.push(name);
	}
	return value ?? `\${${name}}`;
}

/** Reads what stands between a variable's name and the closing brace. */
function readOperation(reader: Reader, name: string): string {
	const operator = /^(?::[-+?]|[-+?]|##?|%%?|\/\/?)/.exec(reader.text.slice(reader.at))?.[0] ?? '';
	reader.at += operator.length;
	switch (operator.slice(-1)) {
		case '-':
			return readDefault(reader, name, operator.startsWith(':'));
		case '+':
			return readAlternative(reader, name, operator.startsWith(':'));
		case '?':
			readUntil(reader, '}');
			return valueOf(reader, name);
		case '#':
			return removePrefix(valueOf(reader, name), readUntil(reader, '}'), operator.length > 1);
		case '%':
			return removeSuffix(valueOf(reader, name), readUntil(reader, '}'), operator.length > 1);
		case '/':
			return readReplacement(reader, name, operator.length > 1);
		default:
			readUntil(reader, '}');
			return valueOf(reader, name);
	}
}

function readDefault(reader: Reader, name: string, orEmpty: boolean): string {
	const value = reader.lookup(name);
	const useValue = value !== undefined && !(orEmpty && value === '');
	const word = useValue ? skip(reader) : readUntil(reader, '}');
	return useValue ? value : word;
}

function readAlternative(reader: Reader, name: string, orEmpty: boolean): string {
	const value = reader.lookup(name);
	if (value === undefined || (orEmpty && value === '')) {
		skip(reader);
		return '';
	}
	return readUntil(reader, '}');
}

function readReplacement(reader: Reader, name: string, all: boolean): string {
	const pattern = readUntil(reader, '/}');
	const slash = reader.text.charAt(reader.at) === '/';
	reader.at += slash ? 1 : 0;
	const replacement = slash ? readUntil(reader, '}') : '';
	return replacePattern(valueOf(reader, name), pattern, replacement, all);
}

/** Reads a word that is not used; what is missing in it is not missed. */
function skip(reader: Reader): string {
	const aside: Reader = { ...reader, missing: [] };
	const value = readUntil(aside, '}');
	reader.at = aside.at;
	return value;
}
