import type { ApiCall } from '../../domain/apiCall.ts';
import { rangeOf } from '../../syntax/rangeOf.ts';
import type { ParsedSource, SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames, Language } from '../language.ts';
import { argumentNodes, readArguments } from './arguments.ts';
import { isNeverCompiled, otherSystemTerm } from './compiledFor.ts';
import { readDeclaredNames, type DeclaredNames } from './declaredNames.ts';
import { guardOf } from './guards.ts';
import { readDirectives, type Directives } from './preprocessor.ts';
import { readRawSyscall } from './rawSyscall.ts';
import { readRenames, type Renames } from './renames.ts';

/** C sources and headers: libc's functions by their name, unless the file gives the name another meaning, and `syscall(…)`. */
export const c: Language = {
	id: 'c',
	languageIds: ['c'],
	extensions: ['.c', '.h'],
	grammarOf: () => 'c',
	queries: { calls: ['callee'], declarations: ['declarator', 'constant'], references: ['reference'] },
	scan,
};

/** What is known of the file while its calls are looked at. */
interface FileFacts {
	readonly names: ApiNames;
	readonly directives: Directives;
	readonly declared: DeclaredNames;
	readonly renames: Renames;
}

const cPlusPlus = /^[ \t]*(?:class\s+\w+[^;()]*\{|namespace\s+[\w:]*\s*\{|template\s*<|using\s+namespace\b)/m;

function scan(source: ParsedSource, names: ApiNames): readonly ApiCall[] {
	if (cPlusPlus.test(source.text)) {
		return []; // a C++ header: its methods would look like libc's functions
	}
	const directives = readDirectives(source.text);
	const renames = readRenames(directives, names);
	const matters = (name: string): boolean => name === 'syscall' || renames.apiOf(name) !== undefined;
	const isForLinux = (index: number): boolean => {
		const terms = directives.termsAt(index);
		return !isNeverCompiled(terms) && !otherSystemTerm(terms);
	};
	const declared = readDeclaredNames(source, matters, isForLinux);
	const file: FileFacts = { names, directives, declared, renames };
	return [...callsIn(source, file), ...referencesIn(source, file)].sort(
		(a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
	);
}

function* callsIn(source: ParsedSource, file: FileFacts): Iterable<ApiCall> {
	for (const { node: callee } of source.captures('calls')) {
		const name = callee.text;
		const api = file.renames.apiOf(name);
		if ((api === undefined && name !== 'syscall') || isOwn(name, api, callee, file)) {
			continue;
		}
		const call = callAround(callee);
		const list = call?.childForFieldName('arguments');
		if (!call || !list || isNeverCompiled(file.directives.termsAt(callee.startIndex)) || !isCode(call)) {
			continue;
		}
		const found = name === 'syscall' ? rawCall(call, list, file) : undefined;
		if (found) {
			yield found;
		} else if (api !== undefined) {
			yield {
				language: 'c',
				api,
				module: file.names.api('c', api)?.module ?? 'libc',
				range: rangeOf(callee),
				arguments: readArguments(list),
				guard: guardOf(call, { api, ...file }),
			};
		}
	}
}

/** The file's own function, under its name or a macro's. */
function isOwn(name: string, api: string | undefined, { startIndex }: SyntaxNode, { declared }: FileFacts): boolean {
	return declared.isOwn(name, startIndex) || (api !== undefined && declared.isOwn(api, startIndex));
}

/** `syscall(SYS_openat2, …)`; the arguments are those of the system call. */
function rawCall(call: SyntaxNode, list: SyntaxNode, file: FileFacts): ApiCall | undefined {
	const first = argumentNodes(list)[0];
	const raw = first && readRawSyscall(first, file.directives, file.names);
	return (
		raw && {
			language: 'c',
			api: raw.name,
			module: 'syscall',
			range: rangeOf(raw.node),
			arguments: readArguments(list).slice(1),
			guard: guardOf(call, { api: raw.name, ...file }),
		}
	);
}

/** Functions whose names are words that no one uses for anything else; others need a call to be told from a variable. */
const distinctive = /[_\d]|^.{9,}$/;

function* referencesIn(source: ParsedSource, file: FileFacts): Iterable<ApiCall> {
	const { renames, declared, directives } = file;
	for (const { node } of source.captures('references')) {
		const api = renames.apiOf(node.text);
		if (api === undefined || !distinctive.test(node.text) || declared.isDeclared(node.text)) {
			continue;
		}
		if (!isNeverCompiled(directives.termsAt(node.startIndex)) && isValue(node)) {
			yield {
				language: 'c',
				api,
				module: file.names.api('c', api)?.module ?? 'libc',
				range: rangeOf(node),
				arguments: undefined,
				guard: guardOf(node, { api, ...file }),
			};
		}
	}
}

function callAround(callee: SyntaxNode): SyntaxNode | null {
	const parent = callee.parent;
	return parent?.type === 'parenthesized_expression' ? parent.parent : parent;
}

/**
 * False for what only looks like a call: `__attribute__((access(…)))`, a line outside of functions. Where the grammar could
 * not read a function, its statements stand outside too; what is assigned, returned or tested is still a call.
 */
function isCode(call: SyntaxNode): boolean {
	let inStatement = false;
	for (let node = call, parent = node.parent; parent; node = parent, parent = node.parent) {
		if (/^(?:attribute_specifier|attribute_declaration|gnu_asm_expression)$/.test(parent.type)) {
			return false;
		}
		if (/^preproc_(?:if|elif)$/.test(parent.type) && isWithinCondition(call, parent)) {
			return false;
		}
		if (parent.type === 'function_definition') {
			return true;
		}
		inStatement ||= /_statement$|^assignment_expression$/.test(parent.type) && node.id !== call.id;
	}
	return inStatement;
}

function isWithinCondition(call: SyntaxNode, directive: SyntaxNode): boolean {
	const condition = directive.childForFieldName('condition');
	return condition !== null && condition.startIndex <= call.startIndex && call.endIndex <= condition.endIndex;
}

/** False for arguments of macros, which paste names rather than use them: `SYSCALL_DEFINE3(openat, …)`, `EXPORT_SYMBOL(open)`. */
function isValue(reference: SyntaxNode): boolean {
	if (reference.parent?.type !== 'argument_list') {
		return true;
	}
	const callee = reference.parent.parent?.childForFieldName('function');
	return (
		callee?.type === 'identifier' && callee.text !== callee.text.toUpperCase() && !/sys|scmp|name/i.test(callee.text)
	);
}
