import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/**
 * The statements that may run after `first`, which comes first itself: those behind it, then those behind the blocks around
 * it, up to the end of the function. A loop around it comes once more, for its condition. Directives are looked through.
 */
export function* statementsAfter(first: SyntaxNode): Iterable<SyntaxNode> {
	yield first;
	for (let node = first; node.type !== 'function_definition';) {
		yield* siblingsBehind(node);
		const parent = node.parent;
		if (!parent) {
			return;
		}
		if (/^(?:while|do|for)_statement$/.test(parent.type)) {
			yield parent;
		}
		node = parent;
	}
}

function* siblingsBehind(node: SyntaxNode): Iterable<SyntaxNode> {
	if (!node.parent || !holdsStatements(node.parent)) {
		return;
	}
	for (let next = node.nextNamedSibling; next; next = next.nextNamedSibling) {
		if (next.type === 'else_clause' || next.type === 'preproc_else' || next.type === 'preproc_elif') {
			return; // the path that was not taken
		}
		yield* within(next);
	}
}

function holdsStatements(node: SyntaxNode): boolean {
	return /^(?:compound_statement|case_statement|labeled_statement|preproc_(?:ifdef|if|else|elif)|translation_unit|ERROR)$/.test(
		node.type,
	);
}

/** The statement itself, or those between directives and behind a label. */
function* within(node: SyntaxNode): Iterable<SyntaxNode> {
	if (!/^(?:preproc_(?:ifdef|if|else|elif)|labeled_statement|compound_statement)$/.test(node.type)) {
		if (node.type !== 'comment') {
			yield node;
		}
		return;
	}
	for (const child of node.namedChildren) {
		if (child) {
			yield* within(child);
		}
	}
}
