import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ParentOf } from './parents.ts';

/** A node with the child through which it was reached. */
export interface Step {
	readonly node: SyntaxNode;
	readonly child: SyntaxNode;
}

const functionTypes: ReadonlySet<string> = new Set([
	'function_declaration',
	'function_expression',
	'generator_function',
	'generator_function_declaration',
	'arrow_function',
	'method_definition',
	'class_static_block',
	'class_body',
]);

/** True for a node whose inside runs at another time than its outside. */
export function isFunction(node: SyntaxNode): boolean {
	return functionTypes.has(node.type);
}

/** The nodes around one, from the inside out, up to and with the whole file. */
export function* ancestors(node: SyntaxNode, parentOf: ParentOf): Iterable<Step> {
	for (let child = node, parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
		yield { node: parent, child };
	}
}

/** True where `child` is that field of `node`. */
export function isField({ node, child }: Step, field: string): boolean {
	return node.childForFieldName(field)?.id === child.id;
}
