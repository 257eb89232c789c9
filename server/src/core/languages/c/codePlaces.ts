import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';

/** Tells code from what only looks like it. */
export interface CodePlaces {
	/** False for `__attribute__((access(…)))` and for lines outside of functions. */
	isCode(call: SyntaxNode): boolean;
}

/** Reads where functions and attributes are. */
export function codePlaces(captures: readonly Capture[]): CodePlaces {
	const functions = outermost(captures.filter(({ name }) => name === 'function'));
	const attributes = outermost(captures.filter(({ name }) => name === 'attribute'));
	return {
		isCode(call) {
			const { startIndex } = call;
			return !isWithin(attributes, startIndex) && (isWithin(functions, startIndex) || isInStatement(call));
		},
	};
}

interface Extent {
	readonly start: number;
	readonly end: number;
}

/** Extents in the order of the text, without those inside another. */
function outermost(captures: readonly Capture[]): readonly Extent[] {
	const extents = captures.map(({ node }) => ({ start: node.startIndex, end: node.endIndex }));
	let end = 0;
	return extents
		.sort((a, b) => a.start - b.start || b.end - a.end)
		.filter((extent) => {
			const isOuter = extent.end > end;
			end = Math.max(end, extent.end);
			return isOuter;
		});
}

function isWithin(extents: readonly Extent[], index: number): boolean {
	let from = 0;
	let to = extents.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((extents[middle]?.end ?? 0) <= index) {
			from = middle + 1;
		} else {
			to = middle;
		}
	}
	return (extents[from]?.start ?? Number.POSITIVE_INFINITY) <= index;
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
