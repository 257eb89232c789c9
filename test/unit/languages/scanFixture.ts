/**
 * Reads fixtures whose comments say which calls a scanner must find, and compares. Every call must be annotated, and every
 * annotation must be a call.
 *
 * An annotation is a comment (`//` or `#`) below the line it speaks of; several may follow one line:
 *
 *     fd = memfd_create("x", 0);
 *     //   ^^^^^^^^^^^^ memfd_create
 *     fd = syscall(SYS_openat2, dir, path);
 *     //           ^^^^^^^^^^^ syscall:openat2 guard=errno:kernel-only
 *
 * The markers stand under the range, counted in characters (a tab is one). After them: the canonical name, with `syscall:`
 * before it for a raw call; then, each optional but `guard` obligatory where the call has one,
 * - `guard=kind:grade`, followed by `@+2` to say that the guard starts two lines below the call (`@-1`: above, `@+0`: same line);
 * - `args=0,null,O_RDONLY|O_CLOEXEC,"text",?` the arguments, without blanks (`+?` ends flags of which a part can't be read);
 *   `args=-` for an empty list, `args=none` where the name is used without a call.
 * Where a comment's start would cover the range: `//< 1-13 memfd_create`, start and end character (exclusive).
 * Other comments are ignored.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { grammarAssets } from '../../../server/scripts/grammarAssets.ts';
import type { ApiCall, Argument } from '../../../server/src/core/domain/apiCall.ts';
import type { ApiNames, Language } from '../../../server/src/core/languages/language.ts';
import { createParsers } from '../../../server/src/core/syntax/wasmParser.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The parsers of the product, over the repository's own assets. */
export const parserOf = createParsers(grammarAssets);

/** Paths of the fixtures in `test/fixtures/<folder>`, folders within included. */
export function fixtureFiles(folder: string): readonly string[] {
	const base = path.join(root, 'test/fixtures', folder);
	return readdirSync(base, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
}

/** Scans a text as the product does; `file` decides the grammar. */
export async function scanText(
	language: Language,
	file: string,
	text: string,
	names: ApiNames,
): Promise<readonly ApiCall[]> {
	const parser = await parserOf(language, file);
	return parser.parse(text, (source) => language.scan(source, names));
}

/** Scans a fixture and holds what was found against its annotations. */
export async function checkFixture(language: Language, file: string, names: ApiNames): Promise<void> {
	const text = readFileSync(file, 'utf8');
	assertAnnotated(text, await scanText(language, file, text, names));
}

/** Holds calls against the annotations of their text. */
export function assertAnnotated(text: string, calls: readonly ApiCall[]): void {
	const expected = readAnnotations(text);
	const found = calls.map((call) => describeAs(call, expected));
	assert.deepEqual(found.sort(compareLines), expected.map(written).sort(compareLines));
}

interface Annotation {
	/** Zero-based line and characters of the call. */
	readonly line: number;
	readonly start: number;
	readonly end: number;
	readonly name: string;
	readonly guard: string;
	readonly args: string | undefined;
}

const annotationForm = /^\s*(?:\/\/|#)\s*(?:(?<markers>\^+)|<\s*(?<start>\d+)-(?<end>\d+))\s+(?<name>\S+)(?<rest>.*)$/;

function readAnnotations(text: string): readonly Annotation[] {
	const annotations: Annotation[] = [];
	let line = 0;
	for (const [row, content] of text.split(/\r?\n/).entries()) {
		const groups = annotationForm.exec(content)?.groups;
		if (!groups) {
			line = row;
			continue;
		}
		const start = groups['markers'] ? content.indexOf('^') : Number(groups['start']);
		const end = groups['markers'] ? start + groups['markers'].length : Number(groups['end']);
		const rest = groups['rest'] ?? '';
		annotations.push({
			line,
			start,
			end,
			name: groups['name'] ?? '',
			guard: / guard=(\S+)/.exec(rest)?.[1] ?? '',
			args: / args=(\S+)/.exec(rest)?.[1],
		});
	}
	return annotations;
}

/** Says a call in as much detail as its annotation asks for. */
function describeAs(call: ApiCall, annotations: readonly Annotation[]): string {
	const { start, end } = call.range;
	const wanted = annotations.find((one) => one.line === start.line && one.start === start.character);
	return written({
		line: start.line,
		start: start.character,
		end: end.character,
		name: call.module === 'syscall' ? `syscall:${call.api}` : call.api,
		guard: describeGuard(call, wanted?.guard.includes('@') ?? false),
		args: wanted?.args === undefined ? undefined : describeArguments(call.arguments),
	});
}

function written({ line, start, end, name, guard, args }: Annotation): string {
	const place = `${(line + 1).toString()}:${start.toString()}-${end.toString()}`;
	return [place, name, guard && `guard=${guard}`, args !== undefined && `args=${args}`].filter(Boolean).join(' ');
}

function compareLines(a: string, b: string): number {
	return Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b);
}

function describeGuard(call: ApiCall, withPlace: boolean): string {
	if (!call.guard) {
		return '';
	}
	const { kind, grade, range } = call.guard;
	const offset = range.start.line - call.range.start.line;
	const place = withPlace ? `@${offset < 0 ? '' : '+'}${offset.toString()}` : '';
	return `${kind}:${grade}${place}`;
}

function describeArguments(list: readonly Argument[] | undefined): string {
	if (list === undefined) {
		return 'none';
	}
	return list.length === 0 ? '-' : list.map(describeArgument).join(',');
}

function describeArgument(argument: Argument): string {
	switch (argument.kind) {
		case 'number':
			return argument.value.toString();
		case 'null':
			return 'null';
		case 'flags':
			return argument.names.join('|') + (argument.rest ? '+?' : '');
		case 'string':
			return JSON.stringify(argument.value);
		case 'other':
			return '?';
	}
}
