import type { Guard } from '../../domain/guard.ts';
import { rangeOf } from '../../syntax/rangeOf.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { leaves } from './otherPath.ts';

/** Variables and functions that hold the running kernel's version, by the names which projects give them. */
const kernelVersion = /(?:kernel|linux|krnl|uts)_?(?:ver|rel)|kernel_is_(?:at_least|newer)/i;

/** True where a file speaks of the running kernel's version at all. */
export function asksKernelVersion(text: string): boolean {
	return kernelVersion.test(text);
}

/** The condition on the running kernel's version under which a call stands: an `if` around it, or one before it that leaves. */
export function kernelVersionGuard(call: SyntaxNode): Guard | null {
	for (let node = call, parent = node.parent; parent; node = parent, parent = node.parent) {
		if (parent.type === 'function_definition') {
			return null;
		}
		const found = conditionAround(parent, node) ?? earlierReturn(node, parent);
		if (found) {
			return { kind: 'version', grade: 'complete', range: rangeOf(found) };
		}
	}
	return null;
}

/** `if (kernel_version() >= KERNEL_VERSION(5, 6, 0)) { call }`, also `? :` and `&&`. */
function conditionAround(parent: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
	if (!/^(?:if_statement|while_statement|conditional_expression|binary_expression)$/.test(parent.type)) {
		return undefined;
	}
	const condition = parent.childForFieldName(parent.type === 'binary_expression' ? 'left' : 'condition');
	const isGuarded = condition !== null && condition.endIndex <= node.startIndex;
	return isGuarded && comparesVersion(condition) ? condition : undefined;
}

/** `if (kernel_version() < KERNEL_VERSION(5, 6, 0)) return -1;` before the call. */
function earlierReturn(node: SyntaxNode, parent: SyntaxNode): SyntaxNode | undefined {
	if (parent.type !== 'compound_statement') {
		return undefined;
	}
	for (let before = node.previousNamedSibling; before; before = before.previousNamedSibling) {
		const condition = before.type === 'if_statement' ? before.childForFieldName('condition') : null;
		const consequence = before.childForFieldName('consequence');
		if (condition && consequence && comparesVersion(condition) && leaves(consequence)) {
			return condition;
		}
	}
	return undefined;
}

function comparesVersion(condition: SyntaxNode): boolean {
	const { text } = condition;
	return kernelVersion.test(text) && (/[<>]/.test(text) || /at_least|newer/i.test(text));
}
