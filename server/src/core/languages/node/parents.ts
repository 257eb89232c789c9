import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/** The node around a node, or null for the whole file. */
export type ParentOf = (node: SyntaxNode) => SyntaxNode | null;

/**
 * Finds parents from the root downwards, each node's children read once. A tree keeps no way upwards: the binding's own
 * `parent` searches all of it each time, which in a bundle of one long list takes milliseconds.
 */
export function createParents(root: SyntaxNode): ParentOf {
	const parents = new Map<number, SyntaxNode>();
	const childrenOf = new Map<number, readonly SyntaxNode[]>();

	function children(node: SyntaxNode): readonly SyntaxNode[] {
		let known = childrenOf.get(node.id);
		if (!known) {
			known = node.namedChildren.filter((child) => child !== null);
			childrenOf.set(node.id, known);
			for (const child of known) {
				parents.set(child.id, node);
			}
		}
		return known;
	}

	return (node) => {
		const known = parents.get(node.id);
		if (known || node.id === root.id) {
			return known ?? null;
		}
		let around: SyntaxNode | undefined = root;
		while (around && !parents.has(node.id)) {
			around = lastFrom(children(around), node.startIndex);
		}
		// Empty nodes that the parser made up may lie beside the way down.
		return parents.get(node.id) ?? node.parent;
	};
}

/** The last node that starts at or before an offset. */
function lastFrom(nodes: readonly SyntaxNode[], offset: number): SyntaxNode | undefined {
	let low = 0;
	let high = nodes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((nodes[middle]?.startIndex ?? 0) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return nodes[low - 1];
}
