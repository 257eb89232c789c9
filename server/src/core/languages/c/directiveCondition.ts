/** The expression of an `#if`, as far as it matters for evaluating it under assumptions. */
export type DirectiveCondition =
	| { readonly kind: 'number'; readonly value: number }
	/** `X`; `__GLIBC_PREREQ (2, 27)` has arguments. */
	| { readonly kind: 'value'; readonly name: string; readonly arguments: readonly DirectiveCondition[] }
	/** `defined(X)`, `#ifdef X` */
	| { readonly kind: 'defined'; readonly name: string }
	| { readonly kind: 'not'; readonly operand: DirectiveCondition }
	| {
			readonly kind: 'binary';
			readonly operator: string;
			readonly left: DirectiveCondition;
			readonly right: DirectiveCondition;
	  }
	| { readonly kind: 'unreadable' };

/** What is assumed of a macro: its value, whether it is defined (1 or 0), or undefined for "can't be told". */
export type Assumption = (
	macro: Extract<DirectiveCondition, { kind: 'value' | 'defined' }>,
	argumentsOf: readonly (number | undefined)[],
) => number | undefined;

const precedence: Readonly<Record<string, number>> = {
	'||': 1,
	'&&': 2,
	'==': 3,
	'!=': 3,
	'<': 4,
	'>': 4,
	'<=': 4,
	'>=': 4,
	'+': 5,
	'-': 5,
};

const tokenForm = /[A-Za-z_]\w*|\d[\w.]*|&&|\|\||[=!<>]=|<<|>>|\S/g;

/** Reads the text behind `#if` or `#elif`. What it doesn't know becomes `unreadable`, never an error. */
export function parseDirectiveCondition(text: string): DirectiveCondition {
	const tokens = text.match(tokenForm) ?? [];
	let next = 0;

	const binary = (minimum: number): DirectiveCondition => {
		let left = unary();
		for (;;) {
			const operator = tokens[next] ?? '';
			const level = precedence[operator];
			if (level === undefined || level < minimum) {
				return left;
			}
			next++;
			left = { kind: 'binary', operator, left, right: binary(level + 1) };
		}
	};

	const unary = (): DirectiveCondition => {
		const token = tokens[next++] ?? '';
		if (token === '!') {
			return { kind: 'not', operand: unary() };
		}
		if (token === '(') {
			const inner = binary(1);
			next++;
			return inner;
		}
		if (/^\d/.test(token)) {
			const value = Number(token.replace(/[uUlL]+$/, ''));
			return Number.isNaN(value) ? { kind: 'unreadable' } : { kind: 'number', value };
		}
		if (token === 'defined') {
			const inParentheses = tokens[next] === '(';
			const name = tokens[inParentheses ? next + 1 : next] ?? '';
			next += inParentheses ? 3 : 1;
			return { kind: 'defined', name };
		}
		return /^[A-Za-z_]/.test(token)
			? { kind: 'value', name: token, arguments: callArguments() }
			: { kind: 'unreadable' };
	};

	const callArguments = (): readonly DirectiveCondition[] => {
		const list: DirectiveCondition[] = [];
		if (tokens[next] !== '(') {
			return list;
		}
		do {
			next++;
			list.push(binary(1));
		} while (tokens[next] === ',');
		next++;
		return list;
	};

	return binary(1);
}

/** The condition's value under an assumption; undefined where it can't be told. */
export function evaluate(condition: DirectiveCondition, assume: Assumption): number | undefined {
	switch (condition.kind) {
		case 'number':
			return condition.value;
		case 'defined':
			return assume(condition, []);
		case 'value':
			return assume(
				condition,
				condition.arguments.map((one) => evaluate(one, assume)),
			);
		case 'not': {
			const value = evaluate(condition.operand, assume);
			return value === undefined ? undefined : Number(value === 0);
		}
		case 'binary':
			return combine(condition.operator, evaluate(condition.left, assume), evaluate(condition.right, assume));
		case 'unreadable':
			return undefined;
	}
}

/** The names of all macros that the condition speaks of. */
export function* macrosOf(condition: DirectiveCondition): Iterable<string> {
	switch (condition.kind) {
		case 'value':
		case 'defined':
			yield condition.name;
			break;
		case 'not':
			yield* macrosOf(condition.operand);
			break;
		case 'binary':
			yield* macrosOf(condition.left);
			yield* macrosOf(condition.right);
			break;
		case 'number':
		case 'unreadable':
	}
}

function combine(operator: string, left: number | undefined, right: number | undefined): number | undefined {
	if (operator === '&&' && (left === 0 || right === 0)) {
		return 0;
	}
	if (operator === '||' && (truthy(left) || truthy(right))) {
		return 1;
	}
	if (left === undefined || right === undefined) {
		return undefined;
	}
	switch (operator) {
		case '&&':
		case '||':
			return Number(operator === '&&'); // neither side has decided above: both true, or both false
		case '==':
			return Number(left === right);
		case '!=':
			return Number(left !== right);
		case '<':
			return Number(left < right);
		case '>':
			return Number(left > right);
		case '<=':
			return Number(left <= right);
		case '>=':
			return Number(left >= right);
		case '+':
			return left + right;
		case '-':
			return left - right;
		default:
			return undefined;
	}
}

function truthy(value: number | undefined): boolean {
	return value !== undefined && value !== 0;
}
