import type { Guard } from '../../domain/guard.ts';
import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import { namesProbe } from '../probeNames.ts';
import { argumentNodes, parseNumber, stripped } from './arguments.ts';
import { guard } from './errnoGuard.ts';
import { leaves } from './otherPath.ts';

/** The condition under which a place stands, where it says that one of the project's own probes has answered yes. */
export function probeGuard(place: SyntaxNode, names: ApiNames): Guard | null {
	if (!names.isProbe) {
		return null;
	}
	for (let node = place, parent = node.parent; parent; node = parent, parent = node.parent) {
		if (parent.type === 'function_definition') {
			return ownProbeGuard(parent, names);
		}
		for (const { condition, truth } of premises(node, parent)) {
			if (implies(condition, truth, names)) {
				return guard('probe', 'complete', stripped(condition));
			}
		}
	}
	return null;
}

/** A probe asks in order to fail: what it calls needs no guard. */
function ownProbeGuard(definition: SyntaxNode, names: ApiNames): Guard | null {
	const declarator = definition.childForFieldName('declarator');
	const name = declarator?.descendantsOfType('identifier')[0] ?? null;
	return name && isProbe(name, names) ? guard('probe', 'complete', name) : null;
}

/** A condition that was true, or false, for a place to be reached. */
interface Premise {
	readonly condition: SyntaxNode;
	readonly truth: boolean;
}

function* premises(node: SyntaxNode, parent: SyntaxNode): Iterable<Premise> {
	switch (parent.type) {
		case 'if_statement':
		case 'conditional_expression': {
			const condition = parent.childForFieldName('condition');
			if (condition && condition.endIndex <= node.startIndex) {
				yield { condition, truth: parent.childForFieldName('alternative')?.startIndex !== node.startIndex };
			}
			return;
		}
		case 'while_statement':
		case 'for_statement': {
			const condition = parent.childForFieldName('condition');
			if (condition && parent.childForFieldName('body')?.startIndex === node.startIndex) {
				yield { condition, truth: true };
			}
			return;
		}
		case 'binary_expression': {
			const condition = parent.childForFieldName('left');
			const operator = parent.childForFieldName('operator')?.type;
			if (condition && condition.endIndex <= node.startIndex && (operator === '&&' || operator === '||')) {
				yield { condition, truth: operator === '&&' };
			}
			return;
		}
		default:
			if (/^(?:compound_statement|case_statement|preproc_\w+)$/.test(parent.type)) {
				yield* earlyExits(node);
			}
	}
}

/** `if (!have_openat2()) return -1;` before a statement, in the same block. */
function* earlyExits(statement: SyntaxNode): Iterable<Premise> {
	for (let before = statement.previousNamedSibling; before; before = before.previousNamedSibling) {
		const condition = before.type === 'if_statement' ? before.childForFieldName('condition') : null;
		const consequence = before.childForFieldName('consequence');
		const alternative = before.childForFieldName('alternative');
		if (condition && consequence && leaves(consequence)) {
			yield { condition, truth: false };
		} else if (condition && alternative && leaves(alternative)) {
			yield { condition, truth: true };
		}
	}
}

/** True where a condition can be true (or false) only when a probe has answered yes. */
function implies(condition: SyntaxNode, truth: boolean, names: ApiNames, hops = 0): boolean {
	const inner = (node: SyntaxNode | null | undefined, wanted = truth): boolean =>
		node ? implies(node, wanted, names, hops) : false;
	const node = stripped(condition);
	switch (node.type) {
		case 'unary_expression':
			return node.childForFieldName('operator')?.type === '!' && inner(node.childForFieldName('argument'), !truth);
		case 'assignment_expression':
			return inner(node.childForFieldName('right'));
		case 'binary_expression':
			return impliesBinary(node, truth, inner);
		case 'call_expression': {
			const callee = node.childForFieldName('function');
			const list = node.childForFieldName('arguments');
			return /^(?:__builtin_expect|(?:un)?likely)$/i.test(callee?.text ?? '')
				? inner(list && argumentNodes(list)[0])
				: truth && isProbe(callee, names);
		}
		case 'identifier':
			return (truth && isProbe(node, names)) || (hops === 0 && variableImplies(node, truth, names));
		default:
			return truth && isProbe(node, names);
	}
}

function impliesBinary(
	node: SyntaxNode,
	truth: boolean,
	inner: (node: SyntaxNode | null, wanted?: boolean) => boolean,
): boolean {
	const left = node.childForFieldName('left');
	const right = node.childForFieldName('right');
	const operator = node.childForFieldName('operator')?.type ?? '';
	if (operator === '&&' || operator === '||') {
		return (operator === '&&') === truth ? inner(left) || inner(right) : inner(left) && inner(right);
	}
	const constant = right && constantTruth(stripped(right));
	if (constant === undefined || constant === null) {
		return false;
	}
	switch (operator) {
		case '==':
			return inner(left, constant === truth);
		case '!=':
			return inner(left, constant !== truth);
		case '>':
			return constant ? false : inner(left);
		default:
			return false;
	}
}

function constantTruth({ text }: SyntaxNode): boolean | undefined {
	const number = parseNumber(text);
	return number === 0 || /^(?:false|FALSE|NULL)$/.test(text)
		? false
		: number === 1 || /^(?:true|TRUE)$/.test(text)
			? true
			: undefined;
}

function isProbe(expression: SyntaxNode | null, names: ApiNames): boolean {
	return /^(?:identifier|field_expression)$/.test(expression?.type ?? '') && namesProbe(expression?.text ?? '', names);
}

/** `bool safe = have_openat2();`: a variable of the function that is given a value once. */
function variableImplies(variable: SyntaxNode, truth: boolean, names: ApiNames): boolean {
	let body: SyntaxNode | null = variable;
	while (body && body.type !== 'function_definition') {
		body = body.parent;
	}
	const given = (body?.descendantsOfType(['init_declarator', 'assignment_expression']) ?? []).filter((node) => {
		const target = node?.childForFieldName('declarator') ?? node?.childForFieldName('left');
		return target?.text === variable.text;
	});
	const value = given[0]?.childForFieldName('value') ?? given[0]?.childForFieldName('right');
	return given.length === 1 && !!value && implies(value, truth, names, 1);
}
