import { lineIndex } from '../../domain/lineIndex.ts';
import type { Range } from '../../domain/text.ts';
import { parseDirectiveCondition, type DirectiveCondition } from './directiveCondition.ts';

/** One condition under which a stretch of the file is compiled: `holds` is false behind an `#else`. */
export interface Term {
	readonly condition: DirectiveCondition;
	readonly holds: boolean;
	/** The directive itself. */
	readonly range: Range;
}

/** The lines between two directives of an `#if` family. */
export interface Branch {
	readonly start: number;
	readonly end: number;
	/** All conditions of the branch, those of the branches around it first. */
	readonly terms: readonly Term[];
}

/** `#define name value`; a function-like macro has parameters. */
export interface Macro {
	readonly name: string;
	readonly functionLike: boolean;
	readonly value: string;
	readonly index: number;
}

/** What the preprocessor's lines of a file say. */
export interface Directives {
	/** Conditions of the place; empty where it is always compiled. */
	termsAt(index: number): readonly Term[];
	readonly macros: readonly Macro[];
	/** The texts that are compiled where a term is the other way round: behind the `#else` of an `#ifdef`, and before it. */
	otherwise(term: Term): readonly string[];
}

interface Directive {
	readonly keyword: string;
	readonly body: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Reads the directives from the text, not from the tree: they cut through statements (`#ifdef X if (a) { #else if (b) {`),
 * which the grammar can only call an error, and their lines still mean what they mean.
 */
export function readDirectives(text: string): Directives {
	const branches: Branch[] = [];
	const macros: Macro[] = [];
	const open: { earlier: readonly Term[]; own: readonly Term[]; start: number; last: Term }[] = [];
	const lines = lineIndex(text);

	const begin = (
		directive: Directive,
		earlier: readonly Term[],
		condition: DirectiveCondition,
		around: readonly Term[],
	) => {
		const range = { start: lines.positionAt(directive.start), end: lines.positionAt(directive.end) };
		const last: Term = { condition, holds: true, range };
		open.push({ earlier, own: [...around, last], start: directive.end, last });
	};
	const finish = (directive: Directive) => {
		const branch = open.pop();
		if (branch) {
			branches.push({ start: branch.start, end: directive.start, terms: branch.own });
		}
		return branch;
	};

	for (const directive of directivesOf(text)) {
		const { keyword, body } = directive;
		if (keyword === 'define') {
			const macro = readMacro(directive);
			if (macro) {
				macros.push(macro);
			}
		} else if (keyword.startsWith('if')) {
			const around = open.at(-1)?.own ?? [];
			begin(directive, around, conditionOf(keyword, body), around);
		} else {
			const before = finish(directive);
			if (before && keyword !== 'endif') {
				const earlier = [...before.earlier, { ...before.last, holds: false }];
				if (keyword === 'else') {
					open.push({ ...before, earlier, own: earlier, start: directive.end });
				} else {
					begin(directive, earlier, conditionOf(keyword.slice(2), body), earlier);
				}
			}
		}
	}
	for (const { start, own } of open) {
		branches.push({ start, end: text.length, terms: own });
	}
	return {
		macros,
		termsAt: (index) => innermost(branches, index)?.terms ?? [],
		otherwise: ({ condition, holds }) =>
			branches
				.filter(({ terms }) => terms.some((term) => term.condition === condition && term.holds !== holds))
				.map(({ start, end }) => text.slice(start, end)),
	};
}

/** Branches are listed as they end, so the first that holds the place is the innermost. */
function innermost(branches: readonly Branch[], index: number): Branch | undefined {
	return branches.find((branch) => branch.start <= index && index < branch.end);
}

const directiveForm =
	/"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|\/\/.*|^[ \t]*#[ \t]*(ifdef|ifndef|if|elifdef|elifndef|elif|else|endif|define)\b((?:\/\*[\s\S]*?\*\/|\\\r?\n|.)*)/gm;

function* directivesOf(text: string): Iterable<Directive> {
	for (const match of text.matchAll(directiveForm)) {
		const [whole, keyword, body] = match;
		if (keyword !== undefined && body !== undefined) {
			const start = match.index + whole.indexOf('#');
			const comment = body.search(/\/[/*]/);
			const end =
				match.index + (comment < 0 ? whole : whole.slice(0, whole.length - body.length + comment)).trimEnd().length;
			yield { keyword, body: withoutComments(body), start, end };
		}
	}
}

function withoutComments(body: string): string {
	return body.replace(/\/\*[\s\S]*?\*\/|\/\/.*|\\\r?\n/g, ' ').trim();
}

function conditionOf(keyword: string, body: string): DirectiveCondition {
	if (keyword === 'if') {
		return parseDirectiveCondition(body);
	}
	const defined: DirectiveCondition = { kind: 'defined', name: /^\w*/.exec(body)?.[0] ?? '' };
	return keyword.endsWith('ndef') ? { kind: 'not', operand: defined } : defined;
}

function readMacro({ body, start }: Directive): Macro | undefined {
	const [whole, name, parameters] = /^(\w+)(\([^)]*\))?/.exec(body) ?? [];
	if (whole === undefined || name === undefined) {
		return undefined;
	}
	return { name, functionLike: parameters !== undefined, value: body.slice(whole.length).trim(), index: start };
}
