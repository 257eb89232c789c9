import type { Api, LanguageId } from '../catalog/apis.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { ParsedSource } from '../syntax/syntaxNode.ts';

/** What a scanner asks of the facts: names only, never kernels. */
export interface ApiNames {
	/** The Api of that canonical name, or undefined. */
	api(language: LanguageId, name: string): Api | undefined;
	/** True for a name in the kernel's table of any architecture. */
	isSyscall(name: string): boolean;
	/** The syscall of a number on an architecture (default x86_64). */
	syscallByNumber(number: number, arch?: string): string | undefined;
	/** True for a function or flag by which the project itself probes for a system call; absent where there is none. */
	isProbe?(name: string): boolean;
}

/** All Apis that there are. */
export interface ApiList {
	/** The canonical names of a language's Apis. */
	apiNames(language: LanguageId): readonly string[];
}

/** One of the languages: which files it reads, with which grammars and queries, and how it finds calls. */
export interface Language {
	readonly id: LanguageId;
	/** Identifiers of the language server protocol: `c`, `python`, `javascript` … */
	readonly languageIds: readonly string[];
	/** File endings with the dot. */
	readonly extensions: readonly string[];
	/** The grammar (`grammars/<name>`, `tree-sitter-<name>.wasm`) for a file's path. */
	grammarOf(path: string): string;
	/** Query files of this language, without `.scm`, with the capture names each may use. */
	readonly queries: Readonly<Record<string, readonly string[]>>;
	/** Builds a look at a bare text that costs little beside parsing it; false only where `scan` would find nothing. */
	mayCall(apis: ApiList): (text: string) => boolean;
	/** Every call of a known Api, in the order of the text. Odd code gives fewer calls, never an error. */
	scan(source: ParsedSource, names: ApiNames): readonly ApiCall[];
}
