import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';
import { nameOfFunction } from './enclosingFunction.ts';

/** The bodies of a file's functions by name; of several under one name the first. Nothing is read before it is asked. */
export function bodiesByName(captures: readonly Capture[]): (name: string) => SyntaxNode | undefined {
	let bodies: Map<string, SyntaxNode> | undefined;
	return (name) => {
		bodies ??= read(captures);
		return bodies.get(name);
	};
}

function read(captures: readonly Capture[]): Map<string, SyntaxNode> {
	const bodies = new Map<string, SyntaxNode>();
	for (const { name: capture, node } of captures) {
		const body = capture === 'function' ? node.childForFieldName('body') : null;
		const name = body ? nameOfFunction(node) : undefined;
		if (body && name !== undefined && !bodies.has(name)) {
			bodies.set(name, body);
		}
	}
	return bodies;
}
