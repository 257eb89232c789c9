import type { ParsedSource, SyntaxNode } from '../../syntax/syntaxNode.ts';
import { importedNames } from './imports.ts';

/** A stretch of source with names of its own. Names of a class are not seen by the functions in it. */
export interface Scope {
	readonly kind: 'module' | 'function' | 'class' | 'comprehension';
	readonly node: SyntaxNode;
	readonly start: number;
	readonly end: number;
	readonly parent: Scope | null;
	readonly children: Scope[];
	readonly bindings: Map<string, Binding[]>;
	/** Of a class: what its methods assign to `self.name`. */
	readonly attributes: Map<string, Binding[]>;
	/** Modules of which every name was imported with `*`. */
	readonly stars: string[];
	/** Names that `global` and `nonlocal` give to an outer scope. */
	readonly outer: Map<string, Scope>;
}

/** One place that gives a name a meaning. */
export interface Binding {
	readonly kind: 'import' | 'target' | 'parameter' | 'definition';
	/** The name as it stands in the source; for an import the statement. */
	readonly node: SyntaxNode;
	/** Where the meaning is worked out. */
	readonly scope: Scope;
	/** Of an import: `os`, `os.path`; undefined for modules of the project. */
	readonly path?: string | undefined;
	/** Of a definition: the scope it opens. */
	readonly defines?: Scope;
}

/** Reads every scope of a source with its names; gives the module's. */
export function readScopes(source: ParsedSource): Scope {
	const module = openScope('module', source.root, null);
	let current = module;
	for (const { name, node } of source.captures('bindings')) {
		while (node.startIndex >= current.end && current.parent) {
			current = current.parent;
		}
		if (name.startsWith('scope.')) {
			current = defineScope(name, node, current);
		} else {
			bindCapture(name, node, current);
		}
	}
	return module;
}

/** The innermost scope at an index of the text. */
export function scopeAt(module: Scope, index: number): Scope {
	let scope = module;
	for (;;) {
		const inner = childAt(scope.children, index);
		if (!inner) {
			return scope;
		}
		scope = inner;
	}
}

/** The function, class or module around a comprehension; any other scope itself. */
export function bodyScope(scope: Scope): Scope {
	let body = scope;
	while (body.kind === 'comprehension' && body.parent) {
		body = body.parent;
	}
	return body;
}

function childAt(children: readonly Scope[], index: number): Scope | undefined {
	let low = 0;
	let high = children.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const child = children[middle];
		if (!child || child.start > index) {
			high = middle - 1;
		} else if (child.end <= index) {
			low = middle + 1;
		} else {
			return child;
		}
	}
	return undefined;
}

function openScope(kind: Scope['kind'], node: SyntaxNode, parent: Scope | null): Scope {
	const scope: Scope = {
		kind,
		node,
		start: node.startIndex,
		// a broken source may end its root early
		end: parent ? node.endIndex : Number.POSITIVE_INFINITY,
		parent,
		children: [],
		bindings: new Map(),
		attributes: new Map(),
		stars: [],
		outer: new Map(),
	};
	parent?.children.push(scope);
	return scope;
}

function defineScope(capture: string, node: SyntaxNode, parent: Scope): Scope {
	switch (capture) {
		case 'scope.class':
		case 'scope.function': {
			const scope = openScope(capture === 'scope.class' ? 'class' : 'function', node, parent);
			const name = node.childForFieldName('name');
			if (name) {
				bind(name.text, { kind: 'definition', node: name, scope: parent, defines: scope }, parent);
			}
			return scope;
		}
		case 'scope.lambda':
			return openScope('function', node, parent);
		default:
			return openScope('comprehension', node, parent);
	}
}

function bindCapture(capture: string, node: SyntaxNode, scope: Scope): void {
	switch (capture) {
		case 'import':
		case 'import.from':
			for (const { name, path, module } of importedNames(node)) {
				if (name === '*') {
					scope.stars.push(module);
				} else {
					bind(name, { kind: 'import', node, scope, path }, scope);
				}
			}
			return;
		case 'parameter':
			bind(node.text, { kind: 'parameter', node, scope }, scope);
			return;
		case 'target':
			bind(node.text, { kind: 'target', node, scope }, targetScope(node, scope));
			return;
		case 'target.attribute':
			bindAttribute(node, scope);
			return;
		case 'global':
			bodyScope(scope).outer.set(node.text, outermost(scope));
			return;
		default:
			bindNonlocal(node.text, bodyScope(scope));
	}
}

function bind(name: string, binding: Binding, scope: Scope): void {
	const home = scope.outer.get(name) ?? scope;
	add(home.bindings, name, binding);
}

function add(bindings: Map<string, Binding[]>, name: string, binding: Binding): void {
	const known = bindings.get(name);
	if (known) {
		known.push(binding);
	} else {
		bindings.set(name, [binding]);
	}
}

/** `:=` in a comprehension binds outside of it; its `for` binds inside. */
function targetScope(node: SyntaxNode, scope: Scope): Scope {
	return scope.kind === 'comprehension' && node.parent?.type === 'named_expression' ? bodyScope(scope) : scope;
}

function bindAttribute(node: SyntaxNode, scope: Scope): void {
	const method = bodyScope(scope);
	const object = node.childForFieldName('object')?.text;
	const attribute = node.childForFieldName('attribute')?.text;
	if (attribute === undefined) {
		return;
	}
	const owner = classOf(object, method);
	if (owner) {
		add(owner.attributes, attribute, { kind: 'target', node, scope });
	}
}

/** The class whose `self` (or `cls`) a name is in a method. */
function classOf(name: string | undefined, method: Scope): Scope | undefined {
	for (let scope: Scope | null = method; scope; scope = scope.parent) {
		if (scope.parent?.kind === 'class' && scope.kind === 'function') {
			return (name === 'self' || name === 'cls') && scope.bindings.has(name) ? scope.parent : undefined;
		}
	}
	return undefined;
}

function outermost(scope: Scope): Scope {
	let module = scope;
	while (module.parent) {
		module = module.parent;
	}
	return module;
}

function bindNonlocal(name: string, scope: Scope): void {
	for (let outer = scope.parent; outer; outer = outer.parent) {
		if (outer.kind === 'function' && outer.bindings.has(name)) {
			scope.outer.set(name, outer);
			return;
		}
	}
}
