import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import { parseNumber, stripped } from './arguments.ts';
import { architectureOf, isNeverCompiled } from './compiledFor.ts';
import type { Directives, Macro } from './preprocessor.ts';

/** The syscall which the first argument of `syscall(…)` names, and the place of that name or number. */
export interface RawSyscall {
	readonly name: string;
	readonly node: SyntaxNode;
}

/** Reads `SYS_x`, `__NR_x`, a number, or a macro of this file for one of them; anything else could be any syscall. */
export function readRawSyscall(argument: SyntaxNode, directives: Directives, names: ApiNames): RawSyscall | undefined {
	const node = stripped(argument);
	const name = syscallOf(node.text, node.startIndex, directives, names) ?? byMacro(node.text, directives, names);
	return name === undefined ? undefined : { name, node };
}

function syscallOf(text: string, index: number, directives: Directives, names: ApiNames): string | undefined {
	const constant = /^(?:SYS_|__NR_)(\w+)$/.exec(text)?.[1];
	if (constant !== undefined) {
		return names.isSyscall(constant) ? constant : undefined;
	}
	const number = parseNumber(text);
	const arch = number === undefined ? undefined : architectureOf(directives.termsAt(index));
	return number === undefined || arch === undefined ? undefined : names.syscallByNumber(number, arch);
}

/** One hop: `#define MY_GETRANDOM SYS_getrandom`. Definitions for several architectures must agree. */
function byMacro(text: string, directives: Directives, names: ApiNames): string | undefined {
	if (!/^[A-Za-z_]\w*$/.test(text)) {
		return undefined;
	}
	const found = new Set(
		directives.macros
			.filter(
				(macro) => macro.name === text && !macro.functionLike && !isNeverCompiled(directives.termsAt(macro.index)),
			)
			.map((macro) => syscallOf(bareValue(macro), macro.index, directives, names))
			.filter((name) => name !== undefined),
	);
	return found.size === 1 ? [...found][0] : undefined;
}

function bareValue({ value }: Macro): string {
	return value.replace(/^\((.*)\)$/, '$1').trim();
}
