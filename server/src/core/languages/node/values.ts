import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import { isAwaitedComma } from './awaitedComma.ts';
import { annotated, heardBy, lineage, resultOf } from './instances.ts';
import { globalPath, memberPath, modulePath } from './modules.ts';
import { propertyName, sourceOf, stringContent, textOf, type Tree } from './origins.ts';
import type { Binding, Origin, Scopes } from './scopes.ts';
import { agreed, type Value } from './value.ts';
import { isInteropName, isWholesaleWrapper, isWrapper } from './wrappers.ts';

/** Tells what expressions stand for. */
export interface Values {
	/** The value of an expression, or undefined where it can't be an Api or lead to one. */
	valueOf(node: SyntaxNode): Value | undefined;
	/** The value of a name at an offset. */
	valueOfName(name: string, offset: number): Value | undefined;
}

/** All that values are read from. */
export interface ValueSources extends Tree {
	readonly scopes: Scopes;
	readonly names: ApiNames;
	/** Functions given to `.then`, by their start. */
	readonly resolved: ReadonlyMap<number, SyntaxNode>;
}

/** Expressions longer than any that names a thing aren't followed, so that odd code can't exhaust the stack. */
const maximalDepth = 24;

/** Builds the look-up of one file. Each name is worked out once. */
export function createValues({ text, parentOf, scopes, names, resolved }: ValueSources): Values {
	const tree = { text, parentOf };
	const known = new Map<Binding, Value | undefined>();
	const knownFields = new Map<readonly SyntaxNode[], Value | undefined>();
	const knownResults = new Map<number, Value | undefined>();
	let depth = 0;

	function valueOf(node: SyntaxNode | null | undefined): Value | undefined {
		if (!node || depth >= maximalDepth) {
			return undefined;
		}
		depth++;
		try {
			return readValue(node);
		} finally {
			depth--;
		}
	}

	function readValue(node: SyntaxNode): Value | undefined {
		switch (node.type) {
			case 'identifier':
			case 'shorthand_property_identifier':
				return valueOfName(textOf(node, text), node.startIndex);
			case 'member_expression':
				return memberOf(node, node.childForFieldName('property'));
			case 'subscript_expression':
				return memberOf(node, constantKey(node.childForFieldName('index')));
			case 'call_expression':
				return callResult(node);
			case 'new_expression':
				return resultOfPath(valueOf(node.childForFieldName('constructor')));
			case 'await_expression':
			case 'yield_expression':
				return settled(valueOf(node.namedChildren[0]));
			case 'parenthesized_expression':
			case 'as_expression':
			case 'satisfies_expression':
			case 'non_null_expression':
				return valueOf(node.namedChildren[0]);
			case 'sequence_expression':
			case 'type_assertion':
				return valueOf(node.namedChildren.at(-1));
			case 'assignment_expression':
				return valueOf(node.childForFieldName('right'));
			case 'ternary_expression':
				return either(node.childForFieldName('consequence'), node.childForFieldName('alternative'));
			case 'binary_expression':
				return choice(node);
			case 'arrow_function':
			case 'function_expression':
				return { kind: 'function', written: [node] };
			case 'this':
				return { kind: 'self', offset: node.startIndex };
			default:
				return undefined;
		}
	}

	function valueOfName(name: string, offset: number): Value | undefined {
		const binding = scopes.lookUp(name, offset);
		if (binding) {
			return valueOfBinding(binding);
		}
		if (name === 'require') {
			return { kind: 'loader' };
		}
		const path = globalPath(name);
		return path === undefined ? undefined : { kind: 'path', path };
	}

	function valueOfBinding(binding: Binding): Value | undefined {
		if (known.has(binding)) {
			return known.get(binding);
		}
		known.set(binding, undefined); // a name that is made from itself has no value
		const values: (Value | undefined)[] = [];
		for (const origin of binding.origins) {
			const value = valueOfOrigin(origin, binding);
			if (value !== 'empty') {
				values.push(value);
			}
		}
		const value = agreed(values);
		known.set(binding, value);
		return value;
	}

	/** What an origin gives; `empty` where it gives nothing and so contradicts nothing. */
	function valueOfOrigin({ role, node }: Origin, binding: Binding): Value | undefined | 'empty' {
		if (role === 'declared') {
			const written = parentOf(node);
			return written?.type === 'function_declaration' ? { kind: 'function', written: [written] } : undefined;
		}
		if (role === 'named' || (role === 'parameter' && isBare(node, binding))) {
			return undefined;
		}
		const { source, fallback } = sourceOf(node, tree);
		switch (source.kind) {
			case 'expression':
				return isEmpty(source.expression)
					? 'empty'
					: (follow(valueOf(source.expression), source.steps) ?? valueOf(fallback));
			case 'module':
				return source.typesOnly
					? undefined
					: follow({ kind: 'path', path: modulePath(source.specifier) }, source.steps);
			case 'parameter': {
				const given = valueOfCallback(binding.scope.start) ?? valueOfType(source.type);
				return follow(given, source.steps) ?? valueOf(fallback);
			}
			case 'nothing':
				return valueOfType(source.type) ?? 'empty';
			case 'unknown':
				return undefined;
		}
	}

	/** A parameter of which nothing is known: without type and default, in a function that isn't given to `.then`. */
	function isBare(parameter: SyntaxNode, { scope }: Binding): boolean {
		return !resolved.has(scope.start) && !/^\s*[:=?]/.test(text.slice(parameter.endIndex, parameter.endIndex + 20));
	}

	/** What the function starting there is called with: `open(…).then((handle) => …)`, `createServer((socket) => …)`. */
	function valueOfCallback(start: number): Value | undefined {
		const callback = resolved.get(start);
		const list = callback && parentOf(callback);
		const call = list && parentOf(list);
		const callee = call?.childForFieldName('function');
		const property = callee?.childForFieldName('property');
		const method = property ? textOf(property, text) : '';
		if (method === 'then') {
			return settled(valueOf(callee?.childForFieldName('object')));
		}
		const value = valueOf(callee);
		const event = /^(?:on|once|addListener)$/.test(method) ? list?.namedChildren[0] : undefined;
		const path = value?.kind === 'path' || value?.kind === 'method' ? value.path : '';
		return heardBy(event?.type === 'string' ? `${path.replace(/\.\w+$/, '.on')}(${stringContent(event, text)})` : path);
	}

	function valueOfType(annotation: SyntaxNode | null): Value | undefined {
		const type = annotation?.namedChildren[0];
		const [first = '', ...rest] = type ? textOf(type, text).split('.') : [];
		const root = type && /^[\w$]+$/.test(first) ? scopes.lookUp(first, type.startIndex) : undefined;
		const origin = root?.origins[0];
		if (!origin || root.origins.length > 1 || origin.role !== 'imported') {
			return undefined;
		}
		const { source } = sourceOf(origin.node, tree);
		if (source.kind !== 'module') {
			return undefined;
		}
		return annotated([...source.steps, ...rest].reduce(memberPath, modulePath(source.specifier)));
	}

	function memberOf(node: SyntaxNode, property: SyntaxNode | null): Value | undefined {
		const object = node.childForFieldName('object');
		if (!object || !property) {
			return undefined;
		}
		return step(valueOf(object), propertyName(property, text));
	}

	function valueOfField(name: string, offset: number): Value | undefined {
		const fields = scopes.fields(name, offset);
		if (fields.length === 0 || knownFields.has(fields)) {
			return knownFields.get(fields);
		}
		knownFields.set(fields, undefined);
		const values = fields.map(valueOfOneField).filter((value) => value !== 'empty');
		const value = agreed(values);
		knownFields.set(fields, value);
		return value;
	}

	function valueOfOneField(field: SyntaxNode): Value | undefined | 'empty' {
		const parent = parentOf(field);
		const { source } = sourceOf(parent?.type === 'member_expression' ? parent : field, tree);
		switch (source.kind) {
			case 'expression':
				return isEmpty(source.expression) ? 'empty' : valueOf(source.expression);
			case 'nothing':
				return valueOfType(source.type) ?? 'empty';
			case 'module':
			case 'parameter':
			case 'unknown':
				return undefined;
		}
	}

	function follow(value: Value | undefined, steps: readonly string[]): Value | undefined {
		return steps.reduce(step, value);
	}

	function step(value: Value | undefined, name: string): Value | undefined {
		switch (value?.kind) {
			case 'path':
				return { kind: 'path', path: memberPath(value.path, name) };
			case 'promisified':
				return { kind: 'path', path: memberPath(value.path, name.replace(/Async$/, '')) };
			case 'instance':
				return { kind: 'method', path: methodPath(value.type, name), of: value };
			case 'method':
				return { kind: 'method', path: `${value.path}.${name}`, of: value };
			case 'promise':
				return name === 'catch' || name === 'finally' ? { kind: 'method', path: name, of: value } : undefined;
			case 'self':
				return valueOfField(name, value.offset);
			case 'loader':
			case 'function':
			case undefined:
				return undefined;
		}
	}

	function methodPath(type: string, name: string): string {
		for (const owner of lineage(type)) {
			if (names.api('node', `${owner}.${name}`)) {
				return `${owner}.${name}`;
			}
		}
		return `${type}.${name}`;
	}

	function callResult(node: SyntaxNode): Value | undefined {
		const callee = node.childForFieldName('function');
		const first = node.childForFieldName('arguments')?.namedChildren.find((child) => child?.type !== 'comment');
		if (!callee) {
			return undefined;
		}
		if (callee.type === 'call_expression' && isAwaitedComma(text, callee.startIndex)) {
			return settled(resultOfPath(valueOf(callee.childForFieldName('arguments')?.namedChildren.at(-1))));
		}
		if (callee.type === 'import') {
			const module = moduleNamed(first);
			return module && { kind: 'promise', of: module };
		}
		if (isInterop(callee)) {
			return valueOf(first);
		}
		const value = valueOf(callee);
		switch (value?.kind) {
			case 'loader':
				return moduleNamed(first);
			case 'path':
				return resultOfCall(value.path, first);
			case 'method':
				// Methods that give the object itself: `createServer().on('error', fail).listen(80)`.
				return isFluent(value.path) ? value.of : undefined;
			case 'function':
				return agreed(value.written.map(resultOfFunction));
			case 'instance':
			case 'promise':
			case 'promisified':
			case 'self':
			case undefined:
				return undefined;
		}
	}

	/** A compiler's helper goes by its name or, when a minifier took that, by the `__esModule` it asks for. */
	function isInterop(callee: SyntaxNode): boolean {
		if (isInteropName(textOf(callee.childForFieldName('property') ?? callee, text))) {
			return true;
		}
		if (callee.type !== 'identifier') {
			return false;
		}
		const origins = scopes.lookUp(textOf(callee, text), callee.startIndex)?.origins;
		const made = origins?.length === 1 && origins[0] ? parentOf(origins[0].node) : null;
		return (
			(made?.type === 'function_declaration' || made?.type === 'variable_declarator') &&
			made.endIndex - made.startIndex < 1000 &&
			textOf(made, text).includes('__esModule')
		);
	}

	/** What a function of the file ends with: `() => require('fs')`, `function listen() { …; return server }`. */
	function resultOfFunction(written: SyntaxNode): Value | undefined {
		if (!knownResults.has(written.id)) {
			knownResults.set(written.id, undefined); // a function that calls itself adds nothing
			const body = written.childForFieldName('body');
			const last =
				body?.type === 'statement_block'
					? body.namedChildren.findLast((child) => child?.type !== 'comment')
					: undefined;
			const given = last ? (last.type === 'return_statement' ? last.namedChildren[0] : undefined) : body;
			const value = valueOf(given);
			const isAsync =
				value && value.kind !== 'promise' && /^async\b/.test(text.slice(written.startIndex, written.startIndex + 6));
			knownResults.set(written.id, isAsync ? { kind: 'promise', of: value } : value);
		}
		return knownResults.get(written.id);
	}

	function resultOfCall(path: string, first: SyntaxNode | null | undefined): Value | undefined {
		if (path === 'module.createRequire') {
			return { kind: 'loader' };
		}
		if (path === 'process.getBuiltinModule') {
			return moduleNamed(first);
		}
		if (isWrapper(path)) {
			return valueOf(first);
		}
		if (isWholesaleWrapper(path)) {
			const wrapped = valueOf(first);
			return wrapped?.kind === 'path' ? { kind: 'promisified', path: wrapped.path } : undefined;
		}
		return path.endsWith('.bind') ? { kind: 'path', path: path.slice(0, -'.bind'.length) } : resultOf(path);
	}

	function moduleNamed(node: SyntaxNode | null | undefined): Value | undefined {
		return node?.type === 'string' || (node?.type === 'template_string' && node.namedChildren.length === 1)
			? { kind: 'path', path: modulePath(stringContent(node, text)) }
			: undefined;
	}

	/** `a || b`, `a ?? b`: what is known of them, unless they contradict. `a && b` is b where it is anything. */
	function choice(node: SyntaxNode): Value | undefined {
		const left = node.childForFieldName('left');
		const right = node.childForFieldName('right');
		switch (
			left && right
				? textOf(node, text)
						.slice(left.endIndex - node.startIndex, right.startIndex - node.startIndex)
						.trim()
				: ''
		) {
			case '||':
			case '??':
				return either(left, right);
			case '&&':
				return valueOf(right);
			default:
				return undefined;
		}
	}

	function either(a: SyntaxNode | null, b: SyntaxNode | null): Value | undefined {
		const values = [valueOf(a), valueOf(b)].filter((value) => value !== undefined);
		return agreed(values) ?? agreed(values.filter(isApi));
	}

	/** `isWindows ? require('cross-spawn') : spawn` may be the one that is known. */
	function isApi(value: Value): boolean {
		return (value.kind === 'path' || value.kind === 'method') && names.api('node', value.path) !== undefined;
	}

	return { valueOf, valueOfName };
}

function settled(value: Value | undefined): Value | undefined {
	return value?.kind === 'promise' ? value.of : value;
}

function resultOfPath(value: Value | undefined): Value | undefined {
	return value?.kind === 'path' ? resultOf(value.path) : undefined;
}

function constantKey(index: SyntaxNode | null): SyntaxNode | null {
	return index?.type === 'string' ? index : null;
}

/** `null`, `void 0`, and what stands in for a missing module: `{}`, `{ constants: {} }`. */
function isEmpty(expression: SyntaxNode | null | undefined): boolean {
	if (!expression) {
		return false;
	}
	switch (expression.type) {
		case 'null':
		case 'undefined':
			return true;
		case 'unary_expression':
			return /^void\b/.test(expression.text);
		case 'object':
			return expression.namedChildren.every((pair) => isEmpty(pair?.childForFieldName('value')));
		default:
			return false;
	}
}

function isFluent(path: string): boolean {
	return /(?:^|\.)(?:on|once|addListener|listen|ref|unref|setTimeout|catch|finally)$/.test(path);
}
