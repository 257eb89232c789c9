import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { isField, isFunction, type Step } from './ancestors.ts';
import type { Tree } from './origins.ts';
import { operatorOf } from './truth.ts';

/** Something that must have held for a place to be reached. */
export type Condition =
	| { readonly kind: 'holds'; readonly condition: SyntaxNode; readonly truth: boolean }
	/** A case of a switch; `labels` are the values that lead here, of which null is `default`. */
	| {
			readonly kind: 'case';
			readonly subject: SyntaxNode;
			readonly labels: readonly (SyntaxNode | null)[];
			readonly others: readonly SyntaxNode[];
			readonly place: SyntaxNode;
	  };

/** Reads conditions off the nodes around a place. */
export interface Conditions {
	/** The conditions that a step outwards adds, nearest first. */
	at(step: Step): Iterable<Condition>;
}

interface Exit {
	readonly end: number;
	readonly condition: Condition;
}

/** Builds the reader of one file. The early exits of a block are looked for once. */
export function createConditions({ text, parentOf }: Tree): Conditions {
	const exitsOf = new Map<number, readonly Exit[]>();

	function exits(block: SyntaxNode): readonly Exit[] {
		let known = exitsOf.get(block.id);
		if (!known) {
			known = [...block.namedChildren].flatMap((child) => (child ? earlyExits(child, text) : []));
			exitsOf.set(block.id, known);
		}
		return known;
	}

	return {
		*at(step) {
			yield* ownCondition(step, { text, parentOf });
			if (!isBlock(step.node)) {
				return;
			}
			for (const exit of exits(step.node)) {
				if (exit.end <= step.child.startIndex) {
					yield exit.condition;
				}
			}
		},
	};
}

function isBlock(node: SyntaxNode): boolean {
	return (
		node.type === 'statement_block' ||
		node.type === 'program' ||
		node.type === 'switch_case' ||
		node.type === 'switch_default'
	);
}

function* ownCondition(step: Step, { text, parentOf }: Tree): Iterable<Condition> {
	const { node } = step;
	const condition = node.childForFieldName('condition');
	switch (node.type) {
		case 'if_statement':
		case 'ternary_expression':
			if (condition && condition.id !== step.child.id) {
				yield { kind: 'holds', condition: inner(condition), truth: isField(step, 'consequence') };
			}
			break;
		case 'while_statement':
			if (condition && isField(step, 'body')) {
				yield { kind: 'holds', condition: inner(condition), truth: true };
			}
			break;
		case 'binary_expression': {
			const operator = operatorOf(node, text);
			const left = node.childForFieldName('left');
			if (left && isField(step, 'right') && (operator === '&&' || operator === '||')) {
				yield { kind: 'holds', condition: left, truth: operator === '&&' };
			}
			break;
		}
		case 'switch_body': {
			const subject = parentOf(node)?.childForFieldName('value');
			if (subject) {
				yield caseCondition(node, step.child, inner(subject));
			}
			break;
		}
	}
}

/** The labels that lead to a case: its own, and those of empty cases right above it. */
function caseCondition(body: SyntaxNode, reached: SyntaxNode, subject: SyntaxNode): Condition {
	let labels: (SyntaxNode | null)[] = [];
	const others: SyntaxNode[] = [];
	let before = true;
	for (const one of body.namedChildren) {
		if (!one || (one.type !== 'switch_case' && one.type !== 'switch_default')) {
			continue;
		}
		const label = one.childForFieldName('value');
		if (one.id === reached.id) {
			labels.push(label);
			before = false;
		} else if (before && !leavesCase(one)) {
			labels.push(label);
		} else {
			others.push(...[...(before ? labels : []), label].filter((node) => node !== null));
			labels = before ? [] : labels;
		}
	}
	return { kind: 'case', subject, labels, others, place: reached.childForFieldName('value') ?? reached };
}

function leavesCase(one: SyntaxNode): boolean {
	const last = one.namedChildren.at(-1);
	return last ? leaves(last) || last.type === 'break_statement' : false;
}

/** `if (isLinux) return;`: behind it the condition is false. */
function earlyExits(statement: SyntaxNode, text: string): readonly Exit[] {
	if (statement.type !== 'if_statement') {
		return [];
	}
	const condition = statement.childForFieldName('condition');
	const consequence = statement.childForFieldName('consequence');
	const alternative = statement.childForFieldName('alternative');
	if (!condition || !consequence) {
		return [];
	}
	const exit = (truth: boolean): Exit => ({
		end: statement.endIndex,
		condition: { kind: 'holds', condition: inner(condition), truth },
	});
	if (leaves(consequence, text)) {
		return [exit(false)];
	}
	return alternative && leaves(alternative, text) ? [exit(true)] : [];
}

/** True for a statement behind which nothing is reached. */
function leaves(statement: SyntaxNode, text?: string): boolean {
	switch (statement.type) {
		case 'return_statement':
		case 'throw_statement':
		case 'continue_statement':
		case 'break_statement':
			return true;
		case 'statement_block':
		case 'else_clause': {
			const last = statement.namedChildren.findLast((child) => child?.type !== 'comment');
			return last ? leaves(last, text) : false;
		}
		case 'expression_statement':
			return (
				text !== undefined &&
				/^process\.(?:exit|abort)\(/.test(text.slice(statement.startIndex, statement.startIndex + 16))
			);
		default:
			return false;
	}
}

function inner(condition: SyntaxNode): SyntaxNode {
	const child = condition.type === 'parenthesized_expression' ? condition.namedChildren[0] : undefined;
	return child ?? condition;
}

/** True where a condition outside of the function still holds inside: it is an expression, made where the condition held. */
export function keepsConditions(node: SyntaxNode): boolean {
	return !isFunction(node) || node.type === 'arrow_function' || node.type === 'function_expression';
}
