import type { Libc } from '../../src/core/catalog/generated.ts';
import type { Page } from '../../src/core/manual/blocks.ts';
import { sectionOf } from './linuxManual.ts';

type Parameter = Libc['parameters'][number];

/** What the compiler is told of a function. */
export interface Declared {
	readonly returns: string;
	readonly parameters: readonly Parameter[];
}

/** A function as a SYNOPSIS declares it. */
export interface Prototype extends Declared {
	readonly name: string;
	/** What is included above it. */
	readonly headers: readonly string[];
	/** Written as `syscall(SYS_name, …)`: libc has no function for it. */
	readonly isRaw: boolean;
}

/** The declarations of a SYNOPSIS, in order; one that is written twice comes twice. */
export function readSynopsis(page: Page): readonly Prototype[] {
	const prototypes: Prototype[] = [];
	let headers: readonly string[] = [];
	let isFresh = true; // headers that follow a declaration begin a new group
	for (const part of partsOf(page)) {
		if (part.startsWith('#')) {
			const header = /^#\s*include\s*<([^>]+)>/.exec(part)?.[1];
			if (header !== undefined) {
				headers = isFresh ? [...headers, header] : [header];
				isFresh = true;
			}
			continue;
		}
		const declared = readDeclaration(part);
		if (declared !== undefined) {
			prototypes.push({ ...declared, headers });
			isFresh = false;
		}
	}
	return prototypes;
}

/** Directives and declarations, without remarks. */
function partsOf(page: Page): readonly string[] {
	const lines = sectionOf(page, 'SYNOPSIS').flatMap((block) => (block.kind === 'code' ? block.lines : []));
	const text = lines
		.join('\n')
		.replaceAll('\u00a0', ' ')
		.replace(/\/\*[^]*?\*\//g, ' ')
		.replace(/\[\[[^\]]*\]\]/g, ' ') // [[noreturn]], [[deprecated]]
		.replace(/\((?:[\w\s*]+;)+/g, '('); // `read(size_t count; int fd, void buf[count], …)`: a length that is named before its place
	return text
		.split(/(^\s*#.*$)|;/m)
		.map((part: string | undefined) => (part ?? '').replace(/\s+/g, ' ').trim()) // no directive where a `;` parted
		.filter((part) => part !== '');
}

/** `int dup3(int oldfd, int newfd, int flags)`, `long syscall(SYS_tgkill, pid_t tgid, …)`; undefined where it is none. */
export function readDeclaration(text: string): Omit<Prototype, 'headers'> | undefined {
	const [, returns = '', name = '', list] = /^([\w ]*\w[ *]+)(\w+) ?\((.*)\)$/s.exec(text) ?? [];
	if (list === undefined || /\b(?:typedef|return)\b/.test(returns)) {
		return undefined;
	}
	const parameters = splitList(list);
	const raw = name === 'syscall' ? /^SYS_(\w+)$/.exec(parameters[0] ?? '')?.[1] : undefined;
	const own = raw === undefined ? parameters : parameters.slice(1);
	return {
		name: raw ?? name,
		returns: returns.replace(/\b(?:extern|noreturn|static|inline)\b/g, '').trim(),
		parameters: own.filter((one) => one !== 'void').map(readParameter),
		isRaw: raw !== undefined,
	};
}

/** At the commas that stand in no brackets. */
function splitList(list: string): readonly string[] {
	const parts: string[] = [];
	let depth = 0;
	let open = '';
	for (const character of `${list},`) {
		depth += '(['.includes(character) ? 1 : ')]'.includes(character) ? -1 : 0;
		if (character === ',' && depth === 0) {
			parts.push(open.trim());
			open = '';
		} else {
			open += character;
		}
	}
	return parts.filter((part) => part !== '');
}

/** `const char *path`, `int pipefd[2]`, `void buf[.count]`, `int (*fn)(void *)`; whether it may be null says its description. */
export function readParameter(text: string): Parameter {
	const plain = text
		.replace(/\b_Nullable\b/g, '')
		.replace(/\s+/g, ' ')
		.replace(/\* (?=\w)/g, '*')
		.trim();
	const pointer = /^(.*?) ?\(\*(\w*)\) ?\((.*)\)$/.exec(plain);
	if (pointer !== null) {
		return named(`typeof(${pointer[1] ?? ''} (${pointer[3] ?? ''})) *`, pointer[2]);
	}
	const [, before = plain, brackets = ''] = /^([^[(]*)(\[.*\])$/.exec(plain) ?? [];
	const [, type = '', name] = /^(.*?[\s*])(\w+)$/.exec(before.trim()) ?? [];
	const isType = name === undefined || /^(?:int|long|short|char|unsigned|signed|void|restrict|const|\w+_t)$/.test(name);
	const isTag = /(?:^|\s)(?:struct|union|enum)\s$/.test(type);
	const whole = isType || isTag ? before.trim() : type.trim();
	return named(`${whole}${ending(brackets)}`, isType || isTag ? undefined : name);
}

/** A length that is another parameter (`[count]`, `[.count]`, `[restrict size]`) only tells the reader; it is a pointer. */
function ending(brackets: string): string {
	const isPlain = /^(?:\[\d*\])*$/.test(brackets);
	return isPlain ? brackets : brackets.startsWith('[restrict') ? ' *restrict' : ' *';
}

function named(type: string, name: string | undefined): Parameter {
	return name === undefined || name === '' ? { type } : { type, name };
}

/**
 * Whether a declaration says what ours says: the same types, whatever the names. What a compiler takes for the same is the
 * same here (`int fds[2]` and `int *fds`, `restrict`), and `...` of ours stands for any end.
 */
export function isSame(ours: Declared, theirs: Declared): boolean {
	const left = ours.parameters.map(({ type }) => bare(type));
	const right = theirs.parameters.map(({ type }) => bare(type));
	const open = left.indexOf('...');
	const isLong = open >= 0 ? right.length >= open : right.length === left.length;
	const compared = open >= 0 ? left.slice(0, open) : left;
	return isLong && bare(ours.returns) === bare(theirs.returns) && compared.every((type, i) => type === right[i]);
}

function bare(type: string): string {
	return type
		.replace(/\b(?:restrict|_Nullable)\b/g, '')
		.replace(/\s*\[[^\]]*\]$/, ' *')
		.replace(/\s*\*\s*/g, '*')
		.replace(/\bunsigned(?! (?:int|long|char|short))/g, 'unsigned int')
		.replace(/\blong int\b/g, 'long')
		.replace(/\s+/g, ' ')
		.trim();
}
