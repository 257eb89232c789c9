import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { stringContent, textOf } from './origins.ts';
import { type Atom, initializerOf, type Names, operatorOf, type Truth } from './truth.ts';

/** Error numbers of Linux that programs compare with. */
const numbers: ReadonlyMap<string, string> = new Map([
	['1', 'EPERM'],
	['2', 'ENOENT'],
	['13', 'EACCES'],
	['17', 'EEXIST'],
	['22', 'EINVAL'],
	['38', 'ENOSYS'],
	['95', 'EOPNOTSUPP'],
]);

/** What every failure of the system carries. */
const systemTraits: ReadonlySet<string> = new Set(['code', 'errno', 'syscall', 'message', 'stack', 'name']);

/** What is imagined of a failure: the name that holds it and its code. */
export interface Failure {
	/** The handler's parameter; undefined where it takes the error apart or leaves it out. */
	readonly name: string | undefined;
	readonly code: string;
}

/** What was asked of a failure so far. */
export interface Tested {
	readonly codes: Set<string>;
	/** How often a code was asked for. */
	count: number;
}

/** Decides conditions as they are when a call failed with that code. Every code asked for goes into `tested`. */
export function failureAtom(failure: Failure, names: Names, tested: Tested): Atom {
	const { text } = names;

	const among = (codes: readonly string[]): Truth => {
		codes.forEach((code) => tested.codes.add(code));
		tested.count++;
		return codes.length > 0 ? codes.includes(failure.code) : undefined;
	};

	return (node) => {
		switch (node.type) {
			case 'identifier':
				return textOf(node, text) === failure.name ? true : undefined;
			case 'member_expression':
				return isCode(node, names) ? true : undefined;
			case 'binary_expression':
				return ofComparison(node);
			case 'call_expression':
				return ofCall(node);
			default:
				return undefined;
		}
	};

	function ofComparison(node: SyntaxNode): Truth {
		const left = node.childForFieldName('left');
		const right = node.childForFieldName('right');
		const operator = operatorOf(node, text);
		if (!left || !right) {
			return undefined;
		}
		if (operator === 'instanceof') {
			return isError(left) ? /^(?:\w*\.)?(?:Error|SystemError)$/.test(textOf(right, text)) : undefined;
		}
		if (operator === 'in') {
			return left.type === 'string' && isError(right) ? systemTraits.has(stringContent(left, text)) : undefined;
		}
		if (!/^[!=]==?$/.test(operator)) {
			return undefined;
		}
		const equal = equals(left, right) ?? equals(right, left);
		return equal === undefined ? undefined : operator.startsWith('!') ? !equal : equal;
	}

	function equals(asked: SyntaxNode, other: SyntaxNode): Truth {
		if (isCode(asked, names)) {
			const codes = codesIn(other, names);
			return codes.length > 0 ? among(codes) : other.type === 'null' || other.type === 'undefined' ? false : undefined;
		}
		if (isError(asked)) {
			return other.type === 'null' || other.type === 'undefined' ? false : undefined;
		}
		// A missing syscall has no status, name or signal of its own: `err.name === 'AbortError'` is false.
		return isOtherTrait(asked) && (other.type === 'string' || other.type === 'number') ? false : undefined;
	}

	/** `['ENOSYS', 'EPERM'].includes(err.code)`, `codes.has(err.code)`, `/ENOSYS/.test(err.message)`, `isENOSYS(err)`. */
	function ofCall(node: SyntaxNode): Truth {
		const callee = node.childForFieldName('function');
		const argument = node.childForFieldName('arguments')?.namedChildren[0];
		if (!callee || !argument) {
			return undefined;
		}
		const object = callee.childForFieldName('object');
		if (object && (isCode(argument, names) || isMessage(argument))) {
			return among(codesIn(object, names));
		}
		if (object && (isCode(object, names) || isMessage(object))) {
			return among(codesIn(argument, names));
		}
		const named = isError(argument)
			? (/E(?:[A-Z]{4,}|IO)\b|E(?:[A-Z]{4,})(?=[A-Z][a-z])/.exec(textOf(callee, text))?.[0] ?? '')
			: '';
		if (named !== '') {
			return among([named]);
		}
		return isError(argument) &&
			/(?:^|\.)is(?:Native|Node|Errno|System|FileSystem)?(?:Error|Exception)$/i.test(textOf(callee, text))
			? true
			: undefined;
	}

	function isError(node: SyntaxNode): boolean {
		return node.type === 'identifier' && textOf(node, text) === failure.name;
	}

	function isMessage(node: SyntaxNode): boolean {
		return node.type === 'member_expression' && /\.message$/.test(textOf(node, text));
	}

	function isOtherTrait(node: SyntaxNode): boolean {
		const object = node.type === 'member_expression' ? node.childForFieldName('object') : null;
		return (
			object !== null &&
			isError(object) &&
			/\.(?:name|status|statusCode|signal|type|syscall|killed)$/.test(textOf(node, text))
		);
	}
}

/** `err.code`, `(err as NodeJS.ErrnoException).errno`, a variable made from it, or a `code` taken out of the error. */
export function isCode(node: SyntaxNode, names: Names): boolean {
	switch (node.type) {
		case 'member_expression': {
			const property = node.childForFieldName('property');
			return property !== null && /^(?:code|errno)$/.test(textOf(property, names.text));
		}
		case 'parenthesized_expression':
		case 'as_expression': {
			const inner = node.namedChildren[0];
			return inner ? isCode(inner, names) : false;
		}
		case 'identifier': {
			const initializer = initializerOf(node, names);
			return initializer
				? initializer.type === 'member_expression' && isCode(initializer, names)
				: textOf(node, names.text) === 'code';
		}
		default:
			return false;
	}
}

/** The error codes that an expression names: `'ENOSYS'`, `constants.errno.ENOSYS`, `-38`, `['ENOSYS', 'EPERM']`, a constant of these. */
export function codesIn(node: SyntaxNode, names: Names): readonly string[] {
	if (node.type === 'identifier') {
		const initializer = initializerOf(node, names);
		if (initializer) {
			return codesIn(initializer, names);
		}
	}
	const text = textOf(node, names.text).slice(0, 2000);
	if (node.type === 'string') {
		const code = /\bE[A-Z0-9]{2,}\b/.exec(stringContent(node, names.text))?.[0];
		return code === undefined ? [stringContent(node, names.text)] : [code];
	}
	const number = /^-?\s*(\d+)$/.exec(text)?.[1];
	if (number !== undefined) {
		return [numbers.get(number) ?? number];
	}
	return [...text.matchAll(/\bE[A-Z0-9]{2,}\b/g)].map(([code]) => code);
}
