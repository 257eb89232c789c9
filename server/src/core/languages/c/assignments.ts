import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { isError, isResult, type Outcome } from './outcome.ts';

/** Notes all assignments of a statement; `ends` where the result is given another value. */
export function noteAssignments(statement: SyntaxNode, outcome: Outcome): 'ends' | undefined {
	for (const node of statement.descendantsOfType(['assignment_expression', 'init_declarator'])) {
		if (node && noteAssignment(node, outcome) === 'ends') {
			return 'ends';
		}
	}
	return undefined;
}

/** Follows `saved = errno;` and `r = fd;`; a result that is given another value ends what is known of it. */
export function noteAssignment(node: SyntaxNode, outcome: Outcome): 'ends' | undefined {
	const left = node.childForFieldName(node.type === 'init_declarator' ? 'declarator' : 'left');
	const right = node.childForFieldName(node.type === 'init_declarator' ? 'value' : 'right');
	if (!left || !right) {
		return undefined;
	}
	const isOwn = right.startIndex <= outcome.expression.startIndex && outcome.expression.endIndex <= right.endIndex;
	if (isOwn) {
		return undefined;
	}
	if (isError(right, outcome)) {
		outcome.errors.add(left.text);
	} else if (isResult(right, outcome)) {
		outcome.results.add(left.text);
	} else if (outcome.results.has(left.text)) {
		return 'ends';
	}
	return undefined;
}

/** True where a condition gives the result another value: `if ((fd = other()) < 0)`. */
export function reassigns(condition: SyntaxNode, outcome: Outcome): boolean {
	return condition
		.descendantsOfType('assignment_expression')
		.some((node) => node !== null && noteAssignment(node, outcome) === 'ends');
}
