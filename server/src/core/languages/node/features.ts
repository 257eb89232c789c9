import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import { namesProbe } from '../probeNames.ts';
import { stringContent, textOf } from './origins.ts';
import { type Atom, type Names, operatorOf, type Truth } from './truth.ts';
import type { Values } from './values.ts';

/** Decides conditions as they are where the interpreter has no such Api: `if (fs.cp)`, `typeof fs.cp`, `'cp' in fs`. */
export function missingAtom(path: string, { text }: Names, values: Values): Atom {
	const isMissing = (node: SyntaxNode | null | undefined): boolean => {
		if (node?.type !== 'member_expression' && node?.type !== 'identifier' && node?.type !== 'subscript_expression') {
			return false;
		}
		const value = values.valueOf(node);
		// Without `fs.promises` there is no `fs.promises.copyFile` either; `fs` itself is always there.
		return (
			value?.kind === 'path' && value.path.includes('.') && (value.path === path || path.startsWith(`${value.path}.`))
		);
	};

	return (node) => {
		if (isMissing(node)) {
			return false;
		}
		if (node.type !== 'binary_expression') {
			return undefined;
		}
		const left = node.childForFieldName('left');
		const right = node.childForFieldName('right');
		const operator = operatorOf(node, text);
		if (operator === 'in') {
			return left?.type === 'string' && right && hasMember(right, stringContent(left, text)) ? false : undefined;
		}
		return left && right ? (compared(left, right, operator) ?? compared(right, left, operator)) : undefined;
	};

	function hasMember(object: SyntaxNode, name: string): boolean {
		const value = values.valueOf(object);
		return value?.kind === 'path' && `${value.path}.${name}` === path;
	}

	/** `typeof fs.cp === 'function'`, `fs.cp !== undefined`, `fs.cp != null`. */
	function compared(asked: SyntaxNode, other: SyntaxNode, operator: string): Truth {
		let equal: boolean;
		if (asked.type === 'unary_expression' && text.startsWith('typeof', asked.startIndex) && other.type === 'string') {
			if (!isMissing(asked.childForFieldName('argument'))) {
				return undefined;
			}
			equal = stringContent(other, text) === 'undefined';
		} else if ((other.type === 'undefined' || other.type === 'null') && isMissing(asked)) {
			equal = true;
		} else {
			return undefined;
		}
		return operator.startsWith('!') ? !equal : equal;
	}
}

/** Decides conditions as they are where the project's own probes, `kernel.supports('openat2')`, find nothing. */
export function probedAtom({ text }: Names, apis: ApiNames): Atom {
	return (node) => {
		const name = node.type === 'call_expression' ? node.childForFieldName('function') : node;
		const isName = name?.type === 'identifier' || name?.type === 'member_expression';
		return isName && namesProbe(textOf(name, text), apis) ? false : undefined;
	};
}

/** What a version check asks for: the kernel's release, or the interpreter's version. */
export type Asked = 'kernel' | 'interpreter';

/** Tells whether a condition asks for a version, itself or through the names in it. */
export function askedVersion(condition: SyntaxNode, names: Names, values: Values, hops = 0): Asked | undefined {
	const text = textOf(condition, names.text);
	if (text.length > 2000) {
		return undefined;
	}
	for (const node of [condition, ...condition.descendantsOfType(['member_expression', 'identifier'])]) {
		const value =
			node && (node.type === 'member_expression' || node.type === 'identifier') ? values.valueOf(node) : undefined;
		if (value?.kind === 'path') {
			if (value.path === 'os.release') {
				return 'kernel';
			}
			if (/^process\.versions?(?:\.node)?$/.test(value.path)) {
				return 'interpreter';
			}
		}
		const initializer = node?.type === 'identifier' && hops < 2 ? madeFrom(node, names) : undefined;
		const asked = initializer && askedVersion(initializer, names, values, hops + 1);
		if (asked) {
			return asked;
		}
	}
	return undefined;
}

/** The expression that a name was made from, whole or a piece of it: `const [major] = process.versions.node.split('.')`. */
function madeFrom(name: SyntaxNode, { text, scopes, parentOf }: Names): SyntaxNode | undefined {
	const binding = scopes.lookUp(textOf(name, text), name.startIndex);
	const origin = binding?.origins.length === 1 ? binding.origins[0] : undefined;
	if (origin?.role !== 'variable' && origin?.role !== 'piece') {
		return undefined;
	}
	let node: SyntaxNode | null = origin.node;
	while (node && node.type !== 'variable_declarator') {
		node = node.type.endsWith('parameters') || node.type.endsWith('statement') ? null : parentOf(node);
	}
	const value = node?.childForFieldName('value') ?? undefined;
	return value && isAnswer(value, text) ? value : undefined;
}

/** False for what some function made of it, which may be anything: `release = processRelease(process.version)`. */
function isAnswer(value: SyntaxNode, text: string): boolean {
	const callee = value.type === 'call_expression' ? value.childForFieldName('function') : null;
	return callee?.type !== 'identifier' || /^(?:Number|parseInt|parseFloat|String|Boolean)$/.test(textOf(callee, text));
}
