import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stringContent, textOf } from './origins.ts';
import { type Atom, initializerOf, type Names, operatorOf, type Truth } from './truth.ts';
import type { Values } from './values.ts';

/** What the ways to ask for the system answer on Linux. */
const answers: ReadonlyMap<string, string> = new Map([
	['process.platform', 'linux'],
	['os.type()', 'Linux'],
]);

/** Decides conditions as they are on Linux. */
export function linuxAtom(names: Names, values: Values): Atom {
	return (node) => {
		switch (node.type) {
			case 'binary_expression':
				return comparison(node, names, values);
			case 'call_expression':
				return membership(node, names, values);
			case 'identifier':
				return initializerOf(node, names) || isLocal(node, names) ? undefined : byName(textOf(node, names.text));
			case 'member_expression': {
				const property = node.childForFieldName('property');
				return property ? byName(textOf(property, names.text)) : undefined;
			}
			default:
				return undefined;
		}
	};
}

/** What an expression that asks for the system answers on Linux. */
export function linuxAnswer(node: SyntaxNode | null | undefined, text: string, values: Values): string | undefined {
	if (
		!node ||
		!['identifier', 'member_expression', 'call_expression', 'parenthesized_expression'].includes(node.type)
	) {
		return undefined;
	}
	const value = values.valueOf(node);
	const path = value?.kind === 'path' ? value.path : '';
	if (node.type === 'call_expression' && /\btype\(\)$/.test(textOf(node, text))) {
		const callee = node.childForFieldName('function');
		const called = callee ? values.valueOf(callee) : undefined;
		return called?.kind === 'path' ? answers.get(`${called.path}()`) : undefined;
	}
	return answers.get(path);
}

function comparison(node: SyntaxNode, { text }: Names, values: Values): Truth {
	const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
	if (left?.type !== 'string' && right?.type !== 'string') {
		return undefined;
	}
	const [literal, asked] = left?.type === 'string' ? [left, right] : [right, left];
	const answer = linuxAnswer(asked, text, values);
	if (answer === undefined || !literal) {
		return undefined;
	}
	const equal = stringContent(literal, text) === answer;
	switch (operatorOf(node, text)) {
		case '===':
		case '==':
			return equal;
		case '!==':
		case '!=':
			return !equal;
		default:
			return undefined;
	}
}

/** `['darwin', 'win32'].includes(process.platform)`, `process.platform.startsWith('win')`, `/^win/.test(process.platform)`. */
function membership(node: SyntaxNode, { text }: Names, values: Values): Truth {
	const callee = node.childForFieldName('function');
	const object = callee?.childForFieldName('object');
	const property = callee?.childForFieldName('property');
	const argument = node.childForFieldName('arguments')?.namedChildren[0];
	if (!object || !property || !argument) {
		return undefined;
	}
	const method = textOf(property, text);
	const asked = linuxAnswer(argument, text, values);
	if (asked !== undefined) {
		if (method === 'includes' && object.type === 'array') {
			return object.namedChildren.some((one) => one?.type === 'string' && stringContent(one, text) === asked);
		}
		return method === 'test' && object.type === 'regex' ? matches(textOf(object, text), asked) : undefined;
	}
	const answer = linuxAnswer(object, text, values);
	if (answer === undefined || argument.type !== 'string') {
		return undefined;
	}
	const part = stringContent(argument, text);
	return method === 'startsWith' ? answer.startsWith(part) : method === 'includes' ? answer.includes(part) : undefined;
}

/** Plain patterns alone are tried: words, `^`, `$` and `|`. */
function matches(regex: string, answer: string): Truth {
	const plain = /^\/([\w^$|]+)\/i?$/.exec(regex)?.[1];
	return plain === undefined ? undefined : new RegExp(plain, 'i').test(answer);
}

/** A name from elsewhere that says what it holds: `isWindows`, `platform.isMacOS`, `IS_LINUX`. */
function byName(name: string): Truth {
	if (/^_*(?:is|on)_?linux$/i.test(name)) {
		return true;
	}
	return /^_*(?:is|on)_?(?:win|win32|windows|mac|macos|macintosh|osx|darwin|freebsd)$/i.test(name) ? false : undefined;
}

function isLocal(node: SyntaxNode, { text, scopes }: Names): boolean {
	const binding = scopes.lookUp(textOf(node, text), node.startIndex);
	return binding?.origins.some(({ role }) => role === 'parameter' || role === 'assigned') ?? false;
}
