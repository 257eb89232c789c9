/** A line of a page: text, or a request with its arguments, escapes still in it. */
export type Line =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'request'; readonly name: string; readonly arguments: readonly string[]; readonly rest: string };

/** The lines that count and the strings that were defined: no comments, no macro definitions, one branch of a conditional. */
export interface Lines {
	readonly lines: readonly Line[];
	readonly strings: ReadonlyMap<string, string>;
}

const predefined: readonly (readonly [string, string])[] = [
	['R', '®'],
	['Tm', '™'],
	['lq', '“'],
	['rq', '”'],
	['Aq', "'"],
	['C+', 'C++'],
	['C`', ''],
	["C'", ''],
];

/** Takes a page apart into lines. Conditions are answered as for a terminal (`n`), and those on registers as by groff. */
export function readLines(page: string): Lines {
	const strings = new Map(predefined);
	const lines: Line[] = [];
	const waiting = physicalLines(page).reverse();
	let taken = false; // whether the last `.ie` was
	while (waiting.length > 0) {
		const text = waiting.pop() ?? '';
		const [, name = '', rest = ''] = /^[.'][ \t]*(\\?[^\s\\]*)[ \t]*(.*)$/s.exec(text) ?? [];
		if (!/^[.']/.test(text) || (text.startsWith("'") && name === '')) {
			lines.push({ kind: 'text', text });
			continue;
		}
		switch (name) {
			case 'if':
			case 'ie':
			case 'el': {
				const branch: Branch = name === 'el' ? { isTaken: !taken, body: rest } : splitCondition(rest);
				taken = name === 'ie' ? branch.isTaken : taken;
				enterBranch(branch, waiting);
				break;
			}
			case 'de':
			case 'de1':
			case 'am':
			case 'ig': {
				const end = (name === 'ig' ? rest : rest.split(/\s+/)[1]) || '.';
				while (
					waiting.length > 0 &&
					waiting
						.pop()
						?.replace(/^[.'][ \t]*/, '')
						.trim() !== end
				);
				break;
			}
			case 'ds': {
				const [, key = '', value = ''] = /^(\S+)[ \t]*"?(.*)$/s.exec(rest) ?? [];
				if (!predefined.some(([known]) => known === key)) {
					strings.set(key, value);
				}
				break;
			}
			case '':
			case '\\}':
				break;
			default:
				lines.push({ kind: 'request', name, arguments: splitArguments(rest), rest });
		}
	}
	return { lines, strings };
}

/** Lines without comments; a backslash at the end continues a line. */
function physicalLines(page: string): string[] {
	const lines: string[] = [];
	let open: string | undefined;
	for (const raw of page.split(/\r?\n/)) {
		if (open === undefined && /^[.'][ \t]*\\[#"]/.test(raw)) {
			continue;
		}
		const comment = /^((?:[^\\]|\\[^"#])*?)[ \t]*\\(?:"|#)/s.exec(raw);
		const text = (open ?? '') + (comment?.[1] ?? raw);
		const continues = /(?:^|[^\\])(?:\\\\)*\\$/.test(text);
		open = continues ? text.slice(0, -1) : undefined;
		if (!continues) {
			lines.push(text);
		}
	}
	return open === undefined ? lines : [...lines, open];
}

/** What a conditional request guards. */
interface Branch {
	readonly isTaken: boolean;
	readonly body: string;
}

/** `n .ad l` → taken, `.ad l`; `t \{\` → not taken. */
function splitCondition(rest: string): Branch {
	const [, condition = '', body = ''] =
		/^(!?(?:[noetv](?=[\s\\.]|$)|\([^)]*\)+\)?|[^\s]*))[ \t]*(.*)$/s.exec(rest) ?? [];
	const not = condition.startsWith('!');
	const test = not ? condition.slice(1) : condition;
	return { isTaken: /^(?:n|o|\\n\(\.g|\(?\\n\[?\.g)/.test(test) !== not, body };
}

/** Leaves the lines of a branch that is taken, drops those of one that is not. */
function enterBranch({ isTaken, body }: Branch, waiting: string[]): void {
	if (isTaken) {
		const first = body.replace(/^\\\{\\?/, '').trim();
		if (first !== '') {
			waiting.push(first);
		}
		return;
	}
	let depth = bracesOf(body);
	while (depth > 0 && waiting.length > 0) {
		depth += bracesOf(waiting.pop() ?? '');
	}
}

function bracesOf(line: string): number {
	return (line.match(/\\\{/g) ?? []).length - (line.match(/\\\}/g) ?? []).length;
}

/** Arguments are parted by blanks; quotes hold them together, and a doubled quote in quotes is one. */
function splitArguments(rest: string): readonly string[] {
	const found = rest.matchAll(/"((?:[^"]|"")*)(?:"|$)|((?:\\.|[^\s\\])(?:\\.|[^\s\\])*)|\\$/gs);
	return [...found].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}
