import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';

/** Tells code from what only looks like it. */
export interface CodePlaces {
	/** False for `__attribute__((access(…)))` and for lines outside of functions. */
	isCode(call: SyntaxNode): boolean;
}

/** Reads where functions and attributes are. */
export function codePlaces(captures: readonly Capture[]): CodePlaces {
	const functions = captures.filter(({ name }) => name === 'function').map(({ node }) => extentOf(node));
	const attributes = captures.filter(({ name }) => name === 'attribute').map(({ node }) => extentOf(node));
	return {
		isCode(call) {
			const { startIndex } = call;
			if (attributes.some((extent) => contains(extent, startIndex))) {
				return false;
			}
			return functions.some((extent) => contains(extent, startIndex)) || isInStatement(call);
		},
	};
}

interface Extent {
	readonly start: number;
	readonly end: number;
}

function extentOf({ startIndex, endIndex }: SyntaxNode): Extent {
	return { start: startIndex, end: endIndex };
}

function contains({ start, end }: Extent, index: number): boolean {
	return start <= index && index < end;
}

/** Where the grammar could not read a function, its statements stand outside; what is assigned, returned or tested is a call. */
function isInStatement(call: SyntaxNode): boolean {
	for (let node = call.parent; node; node = node.parent) {
		if (/^preproc_(?:if|elif)$/.test(node.type)) {
			return false;
		}
		if (node.type === 'assignment_expression' || (node.type.endsWith('_statement') && node.id !== call.parent?.id)) {
			return true;
		}
	}
	return false;
}
