import type { Capture, SyntaxNode } from './syntaxNode.ts';

/** A tree over a binding's tree that asks the binding for everything once at most. */
export interface RememberedTree {
	readonly root: SyntaxNode;
	/** The binding's captures, on nodes of this tree. */
	captures(found: readonly Capture[]): readonly Capture[];
}

/**
 * Lays a tree over a binding's own. A binding crosses into wasm for each question and keeps no way upwards: its `parent`
 * searches from the root, so that climbing from each call of a deep or long source takes quadratic time. Here a node exists
 * once, knows its parent when it was reached from it, and is found from the nodes around the last one otherwise.
 */
export function rememberTree(root: SyntaxNode, text: string): RememberedTree {
	const tree: Tree = { text, nodes: new Map(), last: undefined, walked: 0, limit: 10_000_000 + 100 * text.length };
	return {
		root: Remembered.of(root, tree, null),
		captures: (found) => found.map(({ name, node }) => ({ name, node: Remembered.of(node, tree) })),
	};
}

interface Tree {
	readonly text: string;
	readonly nodes: Map<number, Remembered>;
	/** Where a parent was found last; sources are read in order, so the next one is near. */
	last: Remembered | undefined;
	/** Characters under which descendants were looked for. */
	walked: number;
	/** Where that ends: ten thousand nested statements, each searched through, have no descendants any more. */
	readonly limit: number;
}

type Nodes = readonly Remembered[];

class Remembered implements SyntaxNode {
	readonly id: number;
	readonly startIndex: number;
	readonly #own: SyntaxNode;
	readonly #tree: Tree;
	#parent: Remembered | null | undefined;
	#type: string | undefined;
	#endIndex = -1;
	#children: Nodes | undefined;
	#namedChildren: Nodes | undefined;
	#fields: Map<string, Remembered | null> | undefined;

	private constructor(own: SyntaxNode, tree: Tree) {
		this.id = own.id;
		this.startIndex = own.startIndex;
		this.#own = own;
		this.#tree = tree;
	}

	/** The one node over `own`; `parent` where it is known. */
	static of(own: SyntaxNode, tree: Tree, parent?: Remembered | null): Remembered {
		let node = tree.nodes.get(own.id);
		if (!node) {
			node = new Remembered(own, tree);
			tree.nodes.set(own.id, node);
		}
		if (parent !== undefined) {
			node.#parent = parent;
		}
		return node;
	}

	get type(): string {
		return (this.#type ??= this.#own.type);
	}

	get text(): string {
		return this.#tree.text.slice(this.startIndex, this.endIndex);
	}

	get isNamed(): boolean {
		return this.#own.isNamed;
	}

	get endIndex(): number {
		if (this.#endIndex < 0) {
			this.#endIndex = this.#own.endIndex;
		}
		return this.#endIndex;
	}

	get startPosition(): SyntaxNode['startPosition'] {
		return this.#own.startPosition;
	}

	get endPosition(): SyntaxNode['endPosition'] {
		return this.#own.endPosition;
	}

	get parent(): Remembered | null {
		if (this.#parent === undefined) {
			this.#lookForParent();
			this.#parent ??= this.#wrapped(this.#own.parent);
		}
		return this.#parent;
	}

	get children(): Nodes {
		return (this.#children ??= this.#childrenOver(this.#own.children));
	}

	get namedChildren(): Nodes {
		return (this.#namedChildren ??= this.#childrenOver(this.#own.namedChildren));
	}

	get previousNamedSibling(): Remembered | null {
		return this.#sibling(-1) ?? this.#wrapped(this.#own.previousNamedSibling);
	}

	get nextNamedSibling(): Remembered | null {
		return this.#sibling(1) ?? this.#wrapped(this.#own.nextNamedSibling);
	}

	childForFieldName(name: string): Remembered | null {
		let child = this.#fields?.get(name);
		if (child === undefined) {
			const own = this.#own.childForFieldName(name);
			child = own && Remembered.of(own, this.#tree, this);
			(this.#fields ??= new Map()).set(name, child);
		}
		return child;
	}

	descendantsOfType(types: string | string[]): Nodes {
		const tree = this.#tree;
		tree.walked += this.endIndex - this.startIndex;
		return tree.walked > tree.limit
			? []
			: this.#own.descendantsOfType(types).flatMap((own) => (own ? Remembered.of(own, tree) : []));
	}

	#wrapped(own: SyntaxNode | null): Remembered | null {
		return own && Remembered.of(own, this.#tree);
	}

	#childrenOver(own: SyntaxNode['children']): Nodes {
		return own.flatMap((child) => (child ? Remembered.of(child, this.#tree, this) : []));
	}

	/** Descends from the nodes around the last one. Empty nodes that the parser made up may lie beside the way down. */
	#lookForParent(): void {
		let around: Remembered | undefined = this.#tree.last;
		while (around && !around.#holds(this)) {
			around = around.#parent ?? undefined;
		}
		around ??= this.#tree.nodes.values().next().value;
		while (around && this.#parent === undefined) {
			this.#tree.last = around;
			around = around.namedChildren[lastFrom(around.namedChildren, this.startIndex)];
		}
	}

	/** True for a node that can only be an ancestor of `node`. */
	#holds(node: Remembered): boolean {
		const length = node.endIndex - node.startIndex;
		return (
			this.startIndex <= node.startIndex &&
			node.endIndex <= this.endIndex &&
			length > 0 &&
			length < this.endIndex - this.startIndex
		);
	}

	/** The named node beside this one; undefined where there is none or the node isn't among its parent's named children. */
	#sibling(step: number): Remembered | undefined {
		const nodes = this.parent?.namedChildren ?? [];
		let index = lastFrom(nodes, this.startIndex);
		while (index > 0 && nodes[index] !== this && nodes[index]?.startIndex === this.startIndex) {
			index--;
		}
		return nodes[index] === this ? nodes[index + step] : undefined;
	}
}

/** The index of the last node that starts at or before an offset; -1 where all start behind it. */
function lastFrom(nodes: Nodes, offset: number): number {
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
	return low - 1;
}
