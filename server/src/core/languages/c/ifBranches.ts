import type { SyntaxNode } from '../../syntax/syntaxNode.ts';

/** The two ways of an `if`. */
export interface IfBranches {
	readonly consequence: SyntaxNode | null;
	readonly alternative: SyntaxNode | null;
}

/**
 * Where a directive ends between the condition, or the `else`, and its statement, the statement stands behind the directive:
 *
 *     #ifdef HAVE_CLOSE_RANGE
 *     	if (close_range(3, ~0U, 0) < 0)
 *     #endif
 *     		close_all();
 */
export function branchesOf(statement: SyntaxNode): IfBranches {
	const consequence = statement.childForFieldName('consequence');
	const alternative = statement.childForFieldName('alternative');
	const directive = statement.parent;
	if (!directive || !/^preproc_(?:ifdef|if)$/.test(directive.type)) {
		return { consequence, alternative };
	}
	const next = statement.nextNamedSibling;
	if (consequence?.text === '' && !next) {
		return { consequence: directive.nextNamedSibling, alternative };
	}
	if (next?.type === 'ERROR' && next.text === 'else' && !next.nextNamedSibling) {
		return { consequence, alternative: directive.nextNamedSibling };
	}
	return { consequence, alternative };
}
