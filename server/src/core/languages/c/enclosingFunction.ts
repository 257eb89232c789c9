import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { mentions } from './substitutes.ts';

/** The function around a place, as far as its head tells. */
export interface EnclosingFunction {
	readonly name: string;
	/** Only this file can call it. */
	readonly isStatic: boolean;
	readonly node: SyntaxNode;
}

/** The function around a place; undefined outside of functions and where the head can't be read. */
export function functionAround(place: SyntaxNode): EnclosingFunction | undefined {
	let node: SyntaxNode | null = place;
	while (node && node.type !== 'function_definition') {
		node = node.parent;
	}
	const name = node ? nameOfFunction(node) : undefined;
	if (!node || name === undefined) {
		return undefined;
	}
	const isStatic = node.namedChildren.some(
		(child) => child?.type === 'storage_class_specifier' && child.text === 'static',
	);
	return { name, isStatic, node };
}

/** The name of a function definition; undefined where its head can't be read. */
export function nameOfFunction(definition: SyntaxNode): string | undefined {
	return /\b(\w+)\)?\s*\(/.exec(definition.childForFieldName('declarator')?.text ?? '')?.[1];
}

const tellsSupport = /(?:^|_)(?:supports?|supported|available)(?:_|$)|can_use_/i;
const tellsHaving = /(?:^|_)(?:has|have)_/i;

/** True in a function that finds out whether a call is there: `has_statmount`, `pidfd_is_supported`. */
export function isInProbe(place: SyntaxNode, api: string): boolean {
	const name = functionAround(place)?.name ?? '';
	return tellsSupport.test(name) || (tellsHaving.test(name) && mentions(name, api));
}
