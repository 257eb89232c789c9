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
	const last = block.namedChildren.at(-1);
	return (
		!!last &&
		(isJump(last) || endsProgram(last, resolver) || skipsTest(last, resolver) || !!raiseBehind(last, resolver))
	);
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
