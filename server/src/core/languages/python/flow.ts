import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Binding } from './scopes.ts';

const loops = new Set(['for_statement', 'while_statement']);
const branches = new Set(['if_statement', 'try_statement', 'match_statement', 'conditional_expression']);

/** Where a binding has its effect: from an index on, and surely within a block. */
export interface Span {
	readonly from: number;
	readonly blockStart: number;
	readonly blockEnd: number;
}

/**
 * The binding that surely decides a name where it is used: the last one before it, in a block that holds the use, and
 * none other on a loop's way round. Undefined where several may. `spans` remembers what was worked out.
 */
export function dominating(
	bindings: readonly Binding[],
	use: SyntaxNode,
	spans: Map<Binding, Span>,
): Binding | undefined {
	const at = use.startIndex;
	let last: Binding | undefined;
	let lastSpan: Span | undefined;
	for (const binding of bindings) {
		const span = spanOf(binding, spans);
		if (span.from <= at && span.from > (lastSpan?.from ?? -1)) {
			last = binding;
			lastSpan = span;
		}
	}
	if (!last || !lastSpan || lastSpan.blockStart > at || lastSpan.blockEnd <= at) {
		return undefined;
	}
	const decisive = last.node;
	const comesRound = bindings.some((other) => spanOf(other, spans).from > at && loopsBack(other.node, at, decisive));
	return comesRound ? undefined : last;
}

function spanOf(binding: Binding, spans: Map<Binding, Span>): Span {
	const known = spans.get(binding);
	if (known) {
		return known;
	}
	const block = blockOf(binding.node);
	const span = { from: effectiveFrom(binding), blockStart: block.startIndex, blockEnd: block.endIndex };
	spans.set(binding, span);
	return span;
}

/** True where only one of two places can have run: the branches of an `if`, a `try` and its handlers. */
export function areAlternatives(a: SyntaxNode, b: SyntaxNode): boolean {
	for (let node: SyntaxNode | null = a; node; node = node.parent) {
		if (holds(node, b.startIndex)) {
			return branches.has(node.type);
		}
	}
	return false;
}

/** Tells whether a node's text covers an index. */
export function holds(node: SyntaxNode, index: number): boolean {
	return node.startIndex <= index && index < node.endIndex;
}

/** A name in an assignment has its meaning only after it: `path = Path(path)`. */
function effectiveFrom(binding: Binding): number {
	if (binding.kind !== 'target') {
		return binding.node.startIndex;
	}
	let node = binding.node;
	for (let parent = node.parent; parent && isPattern(parent.type); parent = parent.parent) {
		node = parent;
	}
	return node.type.endsWith('assignment') ? node.endIndex : node.startIndex;
}

function isPattern(type: string): boolean {
	return type === 'pattern_list' || type === 'tuple_pattern' || type === 'list_pattern' || type.endsWith('assignment');
}

function blockOf(node: SyntaxNode): SyntaxNode {
	let block = node;
	while (block.parent && block.type !== 'block' && block.type !== 'function_definition' && block.type !== 'lambda') {
		block = block.parent;
	}
	return block;
}

function loopsBack(node: SyntaxNode, use: number, decisive: SyntaxNode): boolean {
	for (let loop = node.parent; loop; loop = loop.parent) {
		if (loops.has(loop.type) && holds(loop, use) && !holds(loop, decisive.startIndex)) {
			return true;
		}
	}
	return false;
}
