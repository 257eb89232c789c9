import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';

/** Where a name means something that the file declares itself. */
interface Scope {
	readonly start: number;
	readonly end: number;
}

/** Names which the file gives a meaning of its own. */
export interface DeclaredNames {
	/** True where `name`, used at `index`, is the file's own function, variable or parameter. */
	isOwn(name: string, index: number): boolean;
	/** True when anything in the file declares that name, wherever. */
	isDeclared(name: string): boolean;
}

const everywhere: Scope = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * Reads the declarations of all names for which `matters`. A prototype doesn't make a name the file's own: it is how
 * C speaks of another's function. A static one does, and so does a definition, unless `counts` refuses its place
 * (`#ifdef _WIN32`, `#ifndef HAVE_GETRANDOM`).
 */
export function readDeclaredNames(
	captures: readonly Capture[],
	matters: (name: string) => boolean,
	counts: (name: string, index: number) => boolean,
): DeclaredNames {
	const scopes = new Map<string, Scope[]>();
	const declared = new Set<string>();
	for (const { name: capture, node } of captures) {
		if (capture !== 'declarator' && capture !== 'constant') {
			continue;
		}
		const name = node.text;
		if (!matters(name)) {
			continue;
		}
		declared.add(name);
		const scope = capture === 'declarator' && counts(name, node.startIndex) ? scopeOf(node) : undefined;
		if (scope) {
			scopes.set(name, [...(scopes.get(name) ?? []), scope]);
		}
	}
	return {
		isOwn: (name, index) => scopes.get(name)?.some(({ start, end }) => start <= index && index < end) ?? false,
		isDeclared: (name) => declared.has(name),
	};
}

/** Where the declared name holds; undefined for prototypes and their parameters. */
function scopeOf(name: SyntaxNode): Scope | undefined {
	let isFunction: boolean | undefined;
	let node: SyntaxNode = name;
	for (let parent = node.parent; parent; node = parent, parent = node.parent) {
		switch (parent.type) {
			case 'function_declarator':
				isFunction ??= true;
				break;
			case 'pointer_declarator':
				// `int *f(void)` is a function, in `int (*f)(void)` the star comes first
				isFunction ??= false;
				break;
			case 'function_definition':
				return isFunction === undefined ? undefined : everywhere;
			case 'parameter_declaration':
				return parameterScope(parent);
			case 'declaration':
				return isFunction === true && !isStatic(parent) ? undefined : blockScope(parent, node);
			case 'init_declarator':
			case 'array_declarator':
				isFunction ??= false;
				break;
			case 'parenthesized_declarator':
			case 'attributed_declarator':
				break;
			default:
				return undefined;
		}
	}
	return undefined;
}

function isStatic(declaration: SyntaxNode): boolean {
	return declaration.namedChildren.some(
		(child) => child?.type === 'storage_class_specifier' && child.text === 'static',
	);
}

/** A parameter holds in the body of the function whose list it stands in; in a prototype nowhere. */
function parameterScope(parameter: SyntaxNode): Scope | undefined {
	let depth = 0;
	for (let node = parameter.parent; node; node = node.parent) {
		if (node.type === 'function_definition') {
			return depth === 1 ? { start: node.startIndex, end: node.endIndex } : undefined;
		}
		if (node.type === 'function_declarator') {
			depth++;
		} else if (!/_declarator$|^parameter_(?:list|declaration)$/.test(node.type)) {
			return undefined;
		}
	}
	return undefined;
}

/** From the declaration to the end of the block, loop or file around it. */
function blockScope(declaration: SyntaxNode, declarator: SyntaxNode): Scope {
	for (let node = declaration.parent; node; node = node.parent) {
		if (node.type === 'compound_statement' || node.type === 'for_statement') {
			return { start: declarator.startIndex, end: node.endIndex };
		}
		if (node.type === 'function_definition') {
			return { start: node.startIndex, end: node.endIndex }; // parameters in the old style, before the body
		}
	}
	return everywhere;
}
