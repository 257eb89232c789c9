import type { Argument } from '../../domain/apiCall.ts';
import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Api } from '../../catalog/apis.ts';
import type { ApiNames } from '../language.ts';
import { readArguments } from './arguments.ts';
import { isAwaitedComma } from './awaitedComma.ts';
import { owners } from './instances.ts';
import { propertyName, stringContent, textOf, type Tree } from './origins.ts';
import type { Value } from './value.ts';
import type { Values } from './values.ts';

/** A place where an Api is called or handed on. */
export interface Candidate {
	readonly api: Api;
	/** The callee's name as written. */
	readonly written: SyntaxNode;
	/** The whole callee. */
	readonly callee: SyntaxNode;
	/** The call, or undefined where the name is used without one. */
	readonly call: SyntaxNode | undefined;
	readonly arguments: readonly Argument[] | undefined;
}

/** All that candidates are read from. */
export interface CandidateSources extends Tree {
	readonly values: Values;
	readonly names: ApiNames;
}

/** Finds each use of an Api among the captures. */
export function* findCandidates(captures: readonly Capture[], sources: CandidateSources): Iterable<Candidate> {
	const mayBeApi = membersOf(sources.names);
	for (const { name, node } of captures) {
		switch (name) {
			case 'property':
			case 'key':
				if (mayBeApi(propertyName(node, sources.text))) {
					yield* candidateAt(sources.parentOf(node), sources);
				}
				break;
			case 'called':
			case 'value':
				yield* candidateAt(node, sources);
				break;
		}
	}
}

/** Members that some owner has as Api; each name is asked once. */
function membersOf(names: ApiNames): (name: string) => boolean {
	const known = new Map<string, boolean>();
	const isMember = (name: string): boolean =>
		names.api('node', name) !== undefined || owners.some((owner) => names.api('node', `${owner}.${name}`));
	return (name) => {
		let may = known.get(name);
		if (may === undefined) {
			may = isMember(name) || (name.endsWith('Async') && isMember(name.slice(0, -'Async'.length)));
			known.set(name, may);
		}
		return may;
	};
}

function* candidateAt(node: SyntaxNode | null, sources: CandidateSources): Iterable<Candidate> {
	if (!node) {
		return;
	}
	const { text, values, names } = sources;
	const value =
		node.type === 'shorthand_property_identifier'
			? values.valueOfName(textOf(node, text), node.startIndex)
			: values.valueOf(node);
	if (value?.kind !== 'path' && value?.kind !== 'method') {
		return;
	}
	const use = useOf(node, sources);
	if (!use) {
		return;
	}
	const list = use.call?.childForFieldName('arguments') ?? null;
	const api = apiOf(value, list, names, text);
	if (api) {
		const written = value.kind === 'path' && isDotted(node, text) ? node : (lastName(node) ?? node);
		const given = use.call ? readArguments(list, text).slice(use.skipped) : undefined;
		yield { api, written, callee: node, call: use.call, arguments: given };
	}
}

interface Use {
	readonly call: SyntaxNode | undefined;
	/** Arguments that aren't the Api's own: the `this` of `fs.copyFile.call(fs, …)`. */
	readonly skipped: number;
}

/** How an expression is used, or undefined where it is neither called nor handed on. */
function useOf(node: SyntaxNode, sources: CandidateSources): Use | undefined {
	const { text, parentOf } = sources;
	const parent = parentOf(node);
	if (!parent) {
		return undefined;
	}
	switch (parent.type) {
		case 'call_expression':
			return parent.childForFieldName('function')?.id === node.id ? { call: parent, skipped: 0 } : undefined;
		case 'new_expression':
			return parent.childForFieldName('constructor')?.id === node.id ? { call: parent, skipped: 0 } : undefined;
		case 'parenthesized_expression':
		case 'sequence_expression':
		case 'as_expression':
		case 'satisfies_expression':
		case 'type_assertion':
		case 'non_null_expression':
			return useOf(parent, sources);
		case 'member_expression':
			return useThrough(parent, node, sources);
		case 'arguments':
			return calledBehindAwait(parent, sources) ?? useAsArgument(parent, sources);
		case 'array':
		case 'pair':
		case 'object':
		case 'return_statement':
		case 'jsx_expression':
		case 'export_statement':
			return { call: undefined, skipped: 0 };
		case 'arrow_function':
			return { call: undefined, skipped: 0 };
		case 'ternary_expression':
			return parent.childForFieldName('condition')?.id === node.id ? undefined : useOf(parent, sources);
		case 'assignment_expression': {
			const left = parent.childForFieldName('left');
			const isHandedOn =
				left?.type === 'member_expression' &&
				left.id !== node.id &&
				!/^this\b/.test(textOf(left, text)) &&
				!isNamed(sources.values.valueOf(left));
			return isHandedOn ? { call: undefined, skipped: 0 } : undefined;
		}
		default:
			return undefined;
	}
}

/** `fs.copyFile.call(fs, …)` is a call, `fs.copyFile.bind(fs)` hands it on where that is done with the result. */
function useThrough(member: SyntaxNode, object: SyntaxNode, { text, parentOf }: Tree): Use | undefined {
	const property = member.childForFieldName('property');
	const call = parentOf(member);
	if (
		!property ||
		call?.type !== 'call_expression' ||
		call.childForFieldName('function')?.id !== member.id ||
		property.id === object.id
	) {
		return undefined;
	}
	switch (textOf(property, text)) {
		case 'call':
			return { call, skipped: 1 };
		case 'apply':
			// The arguments come as one list, of which nothing can be told.
			return { call, skipped: 1 };
		case 'bind':
			return parentOf(call)?.type === 'variable_declarator' ? undefined : { call: undefined, skipped: 0 };
		default:
			return undefined;
	}
}

/** `promisify(fs.copyFile)` counts where the result is called: at once, or under the name that it is given. */
function useAsArgument(list: SyntaxNode, sources: CandidateSources): Use | undefined {
	const { values, parentOf } = sources;
	const wrapping = parentOf(list);
	if (wrapping?.type === 'call_expression' && isNamed(values.valueOf(wrapping))) {
		const call = parentOf(wrapping);
		const isCalled = call?.type === 'call_expression' && call.childForFieldName('function')?.id === wrapping.id;
		return isCalled ? { call, skipped: 0 } : undefined;
	}
	return isInspected(list, sources) ? undefined : { call: undefined, skipped: 0 };
}

function isNamed(value: Value | undefined): boolean {
	return value?.kind === 'path' || value?.kind === 'method';
}

/** `expect(fs.rm).toHaveBeenCalled()` */
function isInspected(list: SyntaxNode, { text, parentOf }: Tree): boolean {
	const callee = parentOf(list)?.childForFieldName('function');
	return callee ? /^(?:expect|jest\.mocked|vi\.mocked)$/.test(textOf(callee, text)) : false;
}

/** `await (0, fs_1.stat)(path)`, where the list is `(0, fs_1.stat)`. */
function calledBehindAwait(list: SyntaxNode, { text, parentOf }: Tree): Use | undefined {
	const awaited = parentOf(list);
	const call = awaited && isAwaitedComma(text, awaited.startIndex) ? parentOf(awaited) : null;
	return call?.type === 'call_expression' && call.childForFieldName('function')?.id === awaited?.id
		? { call, skipped: 0 }
		: undefined;
}

function apiOf(
	value: Value & { path: string },
	list: SyntaxNode | null,
	names: ApiNames,
	text: string,
): Api | undefined {
	const api = names.api('node', value.path);
	const event = api || !list ? undefined : list.namedChildren[0];
	if (event?.type !== 'string') {
		return api;
	}
	// An Api may be a method with one event: `dgram.Socket.on(message)`.
	const method = value.path.replace(/\.(?:once|addListener)$/, '.on');
	return names.api('node', `${method}(${stringContent(event, text)})`);
}

/** `fs.promises.copyFile` or `copyFile`: names and dots alone. */
function isDotted(node: SyntaxNode, text: string): boolean {
	return (
		/^[\w$]+(?:\s*\??\.\s*[\w$]+)*$/.test(textOf(node, text)) &&
		!/^this\b/.test(text.slice(node.startIndex, node.startIndex + 5))
	);
}

function lastName(node: SyntaxNode): SyntaxNode | null {
	const index = node.childForFieldName('index');
	return index ? (index.namedChildren[0] ?? index) : node.childForFieldName('property');
}
