import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { FileFinding } from '../domain/finding.ts';
import { lineIndex, type LineIndex } from '../domain/lineIndex.ts';
import type { Range } from '../domain/text.ts';
import { checkSettings, type ConfigurationFacts } from './checkSettings.ts';
import type { Configuration } from './configuration.ts';

/** A configuration as far as it could be read, and what is wrong with the rest, each at its place. */
export interface ReadConfiguration {
	readonly configuration: Partial<Configuration>;
	readonly problems: readonly FileFinding[];
	/** Where the profile is named. */
	readonly profileRange?: Range;
}

/** Reads a `.syscall-lens.json`. Comments and trailing commas are welcome; what is wrong is left out and told. */
export function readConfiguration(text: string, facts: ConfigurationFacts): ReadConfiguration {
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	const index = lineIndex(text);
	const problems = errors.map((error) =>
		problem(index, error.offset, Math.max(1, error.length), `Not JSON here (${printParseErrorCode(error.error)}).`),
	);
	if (root?.type !== 'object') {
		if (text.trim() !== '' && errors.length === 0) {
			problems.push(problem(index, 0, text.length, 'This must be an object: { "hosts": ["rhel8"] }.'));
		}
		return { configuration: {}, problems };
	}
	const settings = Object.fromEntries(
		(root.children ?? []).map((property) => [
			String(property.children?.[0]?.value),
			plainValue(property.children?.[1]),
		]),
	);
	const checked = checkSettings(settings, facts);
	for (const { path, message } of checked.problems) {
		const node = findNodeAtLocation(root, [...path]) ?? root;
		const key = path.length === 1 && message.startsWith('Unknown setting') ? node.parent?.children?.[0] : undefined;
		const at = key ?? node;
		problems.push(problem(index, at.offset, at.length, message));
	}
	const profile = findNodeAtLocation(root, ['profile']);
	return {
		configuration: checked.configuration,
		problems,
		...(profile && { profileRange: rangeOf(index, profile.offset, profile.length) }),
	};
}

function plainValue(node: Node | undefined): unknown {
	switch (node?.type) {
		case undefined:
			return undefined;
		case 'array':
			return (node.children ?? []).map(plainValue);
		case 'object':
			return Object.fromEntries(
				(node.children ?? []).map((p) => [String(p.children?.[0]?.value), plainValue(p.children?.[1])]),
			);
		case 'property':
		case 'string':
		case 'number':
		case 'boolean':
		case 'null':
			return node.value as unknown;
	}
}

function problem(index: LineIndex, offset: number, length: number, message: string): FileFinding {
	return {
		code: 'configuration',
		severity: 'warning',
		range: rangeOf(index, offset, length),
		message,
	};
}

function rangeOf(index: LineIndex, offset: number, length: number): Range {
	return { start: index.positionAt(offset), end: index.positionAt(offset + length) };
}
