import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stripped } from './arguments.ts';
import { branchesOf } from './ifBranches.ts';
import { leaves } from './otherPath.ts';
import { deepest, testsIn, type Outcome } from './outcome.ts';

/** What a condition says where the call has failed with ENOSYS; undefined where it speaks of other things too. */
export function truthWhenAbsent(condition: SyntaxNode, outcome: Outcome, depth = 0): boolean | undefined {
	if (depth > deepest) {
		return undefined;
	}
	const node = stripped(condition);
	const operator = node.childForFieldName('operator')?.type;
	if (node.type === 'unary_expression' && operator === '!') {
		const argument = node.childForFieldName('argument');
		const value = argument ? truthWhenAbsent(argument, outcome, depth + 1) : undefined;
		return value === undefined ? undefined : !value;
	}
	if (operator === '&&' || operator === '||') {
		const sides = [node.childForFieldName('left'), node.childForFieldName('right')].map((side) =>
			side ? truthWhenAbsent(side, outcome, depth + 1) : undefined,
		);
		const decisive = operator === '||';
		return sides.includes(decisive) ? decisive : sides.includes(undefined) ? undefined : !decisive;
	}
	const [test] = testsIn(node, outcome);
	if (test === undefined) {
		return undefined;
	}
	return test.kind === 'result' ? test.failed : test.names.includes('ENOSYS') === (operator !== '!=');
}

/** True for an `if` that a call which failed with ENOSYS does not get past: `if (fd < 0 && errno != EEXIST) return -1;` */
export function endsWhenAbsent(statement: SyntaxNode, outcome: Outcome): boolean {
	const condition = statement.type === 'if_statement' ? statement.childForFieldName('condition') : null;
	const truth = condition ? truthWhenAbsent(condition, outcome) : undefined;
	if (truth === undefined) {
		return false;
	}
	const { consequence, alternative } = branchesOf(statement);
	const taken = truth ? consequence : alternative;
	return taken !== null && leaves(taken);
}
