import type { Api } from '../../catalog/apis.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { isAwaitedComma } from './awaitedComma.ts';
import { textOf, type Tree } from './origins.ts';

/** Modules whose functions fail where they are called, whatever their names say. */
const synchronousModules: ReadonlySet<string> = new Set([
	'process',
	'os',
	'crypto',
	'worker_threads',
	'cluster',
	'v8',
	'vm',
]);

/** True where a failure is thrown at the call: `fs.copyFileSync`, `process.setgid`, `child_process.spawn`. */
export function isSynchronous({ name, module }: Api): boolean {
	return (
		/Sync$|^child_process\.(?:spawn|fork)$|^fs\.realpathSync\.native$|^dgram\.Socket\.set/.test(name) ||
		synchronousModules.has(module)
	);
}

/** True where a failure comes back at the call: `await copy()`, also through `await Promise.all([copy()])`. */
export function isAwaited(call: SyntaxNode, tree: Tree): boolean {
	if (isAwaitedComma(tree.text, call.startIndex)) {
		return true;
	}
	for (const node of outwards(call, tree)) {
		if (node.type === 'await_expression' || node.type === 'yield_expression') {
			return true;
		}
		if (node.type === 'for_in_statement') {
			return /^for\s+await\b/.test(tree.text.slice(node.startIndex, node.startIndex + 16));
		}
	}
	return false;
}

/**
 * What handles the rejection of a call's promise: the argument of `.catch`, the second of `.then`, and the name
 * `allSettled`, which needs no handler.
 */
export function* promiseHandlers(call: SyntaxNode, tree: Tree): Iterable<SyntaxNode> {
	for (const node of outwards(call, tree)) {
		const callee = node.type === 'call_expression' && node.id !== call.id ? node.childForFieldName('function') : null;
		const property = callee?.childForFieldName('property');
		if (!property) {
			continue;
		}
		const list = node.childForFieldName('arguments')?.namedChildren.filter((one) => one?.type !== 'comment') ?? [];
		const name = textOf(property, tree.text);
		const handler =
			name === 'catch' ? list[0] : name === 'then' ? list[1] : name === 'allSettled' ? property : undefined;
		if (handler && handler.type !== 'null' && handler.type !== 'undefined') {
			yield handler;
		}
	}
}

/** The expressions that a call's promise goes through unchanged. */
function* outwards(call: SyntaxNode, { text, parentOf }: Tree): Iterable<SyntaxNode> {
	let child = call;
	for (let node = parentOf(call); node; child = node, node = parentOf(node)) {
		switch (node.type) {
			case 'member_expression':
				if (!/\.\s*(?:then|catch|finally)$/.test(text.slice(child.endIndex, node.endIndex))) {
					return;
				}
				break;
			case 'call_expression': {
				const callee = node.childForFieldName('function');
				if (
					callee?.id !== child.id &&
					!/^Promise\.(?:all|allSettled|race|any)$/.test(callee ? textOf(callee, text) : '')
				) {
					return;
				}
				yield node;
				break;
			}
			case 'await_expression':
			case 'yield_expression':
				yield node;
				// `await open().catch()` is through; `(await open()).catch` is another promise.
				return;
			case 'for_in_statement':
				if (node.childForFieldName('right')?.id === child.id) {
					yield node;
				}
				return;
			case 'ternary_expression':
				if (node.childForFieldName('condition')?.id === child.id) {
					return;
				}
				break;
			case 'arguments':
			case 'array':
			case 'parenthesized_expression':
			case 'as_expression':
			case 'satisfies_expression':
			case 'non_null_expression':
			case 'binary_expression':
				break;
			default:
				return;
		}
	}
}
