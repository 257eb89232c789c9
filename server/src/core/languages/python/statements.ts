import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Resolver } from './resolver.ts';

const exits = new Set([
	'sys.exit',
	'os._exit',
	'os.abort',
	'builtins.exit',
	'builtins.quit',
	'pytest.fail',
	'pytest.exit',
]);
const reraises = new Set([
	'six.reraise',
	'future.utils.raise_',
	'future.utils.raise_from',
	'tornado.util.raise_exc_info',
]);
const skips = new Set(['pytest.skip', 'unittest.skip', 'test.support.skip']);

/** Tells whether a statement ends the program: `sys.exit(1)`, `self.fail()`. */
export function endsProgram(statement: SyntaxNode, resolver: Resolver): boolean {
	const callee = calleeOf(statement);
	if (!callee) {
		return false;
	}
	const value = resolver.valueOf(callee);
	return (value.kind === 'path' && exits.has(value.path)) || /(?:^|\.)(?:fail|fail_json|die|fatal)$/.test(callee.text);
}

/** Tells whether a statement raises the exception in hand again: `six.reraise(*sys.exc_info())`. */
export function raisesAgain(statement: SyntaxNode, resolver: Resolver): boolean {
	const callee = calleeOf(statement);
	const value = callee && resolver.valueOf(callee);
	return value?.kind === 'path' && reraises.has(value.path);
}

/** The `raise` at the end of the function of this file that a statement calls: `oserror("unshare")`. */
export function raiseBehind(statement: SyntaxNode, resolver: Resolver): SyntaxNode | undefined {
	const callee = calleeOf(statement);
	const value = callee && resolver.valueOf(callee);
	const body = value?.kind === 'function' ? value.scope.node.childForFieldName('body') : null;
	const last = body?.namedChildren.at(-1);
	return last?.type === 'raise_statement' && body?.descendantsOfType('return_statement').length === 0
		? last
		: undefined;
}

/** Tells whether what follows a block in its own block is not reached from it. */
export function leaves(block: SyntaxNode, resolver: Resolver): boolean {
	const last = block.namedChildren.findLast((child) => child?.type !== 'comment');
	return (
		!!last &&
		(isJump(last) ||
			everyBranchLeaves(last, resolver) ||
			endsProgram(last, resolver) ||
			raisesAgain(last, resolver) ||
			skipsTest(last, resolver) ||
			!!raiseBehind(last, resolver))
	);
}

function everyBranchLeaves(statement: SyntaxNode, resolver: Resolver): boolean {
	if (statement.type !== 'if_statement' || statement.namedChildren.at(-1)?.type !== 'else_clause') {
		return false;
	}
	const blocks = statement.namedChildren.flatMap((child) =>
		child?.type === 'elif_clause' || child?.type === 'else_clause' ? child.namedChildren : [child],
	);
	return blocks.every((block) => block?.type !== 'block' || leaves(block, resolver));
}

function isJump(statement: SyntaxNode): boolean {
	return /^(?:return|raise|continue|break)_statement$/.test(statement.type);
}

function skipsTest(statement: SyntaxNode, resolver: Resolver): boolean {
	const callee = calleeOf(statement);
	const value = callee && resolver.valueOf(callee);
	return (value?.kind === 'path' && skips.has(value.path)) || (callee?.text.endsWith('.skipTest') ?? false);
}

function calleeOf(statement: SyntaxNode): SyntaxNode | null {
	const call = statement.type === 'expression_statement' ? statement.namedChildren[0] : undefined;
	return call?.type === 'call' ? call.childForFieldName('function') : null;
}
