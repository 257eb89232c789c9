import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { functionAround } from './enclosingFunction.ts';
import type { FileFacts } from './fileFacts.ts';

/** The calls of the function around `call`, where it does nothing but pass the result on; none where other files may call it. */
export function callersOfWrapper(call: SyntaxNode, file: FileFacts): readonly SyntaxNode[] {
	return passesOn(call) ? callersInFile(call, file) : [];
}

/** The calls of the static function, or of the file's own version of a libc's function, around a place. */
export function callersInFile(place: SyntaxNode, file: FileFacts): readonly SyntaxNode[] {
	const around = functionAround(place);
	if (!around || !(around.isStatic || file.names.api('c', around.name))) {
		return [];
	}
	return namesOf(around.name, file).flatMap((name) => file.callsOf(name));
}

/**
 * True in a function that takes the place of libc's only where the headers lack it: `static int openat2(…)` behind
 * `#ifndef HAVE_OPENAT2`, or one that a macro puts there. Its uses are libc's function to us, and are judged where they stand.
 */
export function isStandIn(call: SyntaxNode, syscall: string, file: FileFacts): boolean {
	const around = functionAround(call);
	return (
		around !== undefined &&
		namesOf(around.name, file).some((name) => {
			const api = file.renames.apiOf(name) === name ? file.names.api('c', name) : undefined;
			const isMeant =
				name === syscall || api?.rows.some(({ needs }) => needs.flat().some((one) => one.syscall === syscall));
			return api !== undefined && isMeant && !file.declared.isOwn(name, call.startIndex);
		})
	);
}

/** A function's name, and those that macros give it: `#define memfd_create memfd_create_here`. */
function namesOf(name: string, { directives }: FileFacts): readonly string[] {
	const macros = directives.macros.filter((macro) => !macro.functionLike && macro.value === name);
	return [...new Set([name, ...macros.map((macro) => macro.name)])];
}

/** `return syscall(…);`, or `r = syscall(…);` in a function that ends with `return r;`. */
function passesOn(call: SyntaxNode): boolean {
	let node = call.parent;
	while (node && /^(?:cast|parenthesized)_expression$/.test(node.type)) {
		node = node.parent;
	}
	if (node?.type === 'return_statement') {
		return true;
	}
	const target =
		node?.type === 'assignment_expression'
			? node.childForFieldName('left')
			: node?.type === 'init_declarator'
				? node.childForFieldName('declarator')
				: null;
	let body = target ? (node?.parent?.parent ?? null) : null;
	while (body && /^preproc_/.test(body.type)) {
		body = body.parent;
	}
	return body?.parent?.type === 'function_definition' && returned(body) === target?.text;
}

/** What the last statement of a function's body returns. */
function returned(body: SyntaxNode): string | undefined {
	const last = body.namedChildren.findLast((child) => child && child.type !== 'comment');
	return last?.type === 'return_statement' ? last.namedChildren[0]?.text : undefined;
}
