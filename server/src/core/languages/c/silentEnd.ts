import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/**
 * True for a path that ends a function without result and without a word: the program does without what the call would have
 * given. `return;`, or `goto out;` where only cleaning up follows.
 */
export function givesUpSilently(path: SyntaxNode): boolean {
	const statements =
		path.type === 'compound_statement' ? path.namedChildren.filter((child) => child?.type !== 'comment') : [path];
	const last = statements.at(-1);
	if (!last || !statements.slice(0, -1).every((one) => one && isCleaningUp(one))) {
		return false;
	}
	if (last.type === 'return_statement') {
		return last.namedChildren.length === 0;
	}
	const label = last.type === 'goto_statement' ? labelled(last) : undefined;
	return label !== undefined && onlyCleansUp(label);
}

/** The statement that the label of a `goto` stands before. */
function labelled(jump: SyntaxNode): SyntaxNode | undefined {
	const name = jump.childForFieldName('label')?.text;
	let body: SyntaxNode | null = jump;
	while (body && body.type !== 'function_definition') {
		body = body.parent;
	}
	const found = body
		?.descendantsOfType('labeled_statement')
		.find((one) => one?.childForFieldName('label')?.text === name);
	return found && found.startIndex > jump.startIndex ? found : undefined;
}

function onlyCleansUp(label: SyntaxNode): boolean {
	if (label.parent?.parent?.type !== 'function_definition') {
		return false;
	}
	for (let node: SyntaxNode | null = label; node; node = node.nextNamedSibling) {
		const statement: SyntaxNode | null = node.type === 'labeled_statement' ? (node.namedChildren.at(-1) ?? null) : node;
		if (statement && statement.type !== 'comment' && !isCleaningUp(statement)) {
			return statement.type === 'return_statement' && statement.namedChildren.length === 0;
		}
	}
	return /^[^({]*\bvoid\s+\w+\s*\(/.test(label.parent.parent.text);
}

const cleaningUp = /^(?:\(void\)\s*)?\w*(?:close|free|munmap|unref|unlock|release|destroy)\w*\s*\(/;

function isCleaningUp({ type, text }: SyntaxNode): boolean {
	return type === 'expression_statement' && cleaningUp.test(text);
}
