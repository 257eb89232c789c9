import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';

/** How a place in the source speaks of a name. `declared` and `named` hold something of the file's own, never an Api. */
export type Role = 'variable' | 'piece' | 'assigned' | 'imported' | 'parameter' | 'declared' | 'named';

/** A place that gives a name its value. */
export interface Origin {
	readonly role: Role;
	readonly node: SyntaxNode;
}

/** A name in its scope, with every place that declares or assigns it. */
export interface Binding {
	readonly name: string;
	readonly scope: Scope;
	readonly origins: readonly Origin[];
}

/** A stretch of the source in which names live. */
export interface Scope {
	readonly kind: 'file' | 'function' | 'class' | 'block';
	readonly start: number;
	readonly end: number;
	readonly parent: Scope | undefined;
}

/** The names of one file, each in its scope. */
export interface Scopes {
	/** What a name means at an offset, or undefined where the file doesn't declare it. */
	lookUp(name: string, offset: number): Binding | undefined;
	/** The places that give `this.name` a value, in the class around an offset, or outside of classes in the file. */
	fields(name: string, offset: number): readonly SyntaxNode[];
}

interface OpenScope extends Scope {
	readonly bindings: Map<string, OpenBinding>;
	readonly fields: Map<string, SyntaxNode[]>;
}

interface OpenBinding extends Binding {
	readonly origins: Origin[];
}

const scopeKinds: ReadonlySet<string> = new Set(['file', 'function', 'class', 'block']);
const none: readonly SyntaxNode[] = [];
const roles: ReadonlySet<string> = new Set([
	'variable',
	'piece',
	'assigned',
	'imported',
	'parameter',
	'declared',
	'named',
]);

/** Reads scopes and names out of the captures of `names.scm`. */
export function readScopes(captures: readonly Capture[], text: string): Scopes {
	const scopes = nestScopes(captures);
	const at = (offset: number): OpenScope | undefined => innermost(scopes, offset);
	const nameOf = (node: SyntaxNode): string => text.slice(node.startIndex, node.endIndex);

	const hoisted = stretches(captures, 'hoisted');
	const reassigned = stretches(captures, 'reassigned');
	const assignments: SyntaxNode[] = [];
	for (const { name: role, node } of captures) {
		if (role === 'field') {
			append(classAround(at(node.startIndex))?.fields, nameOf(node), node);
		} else if (role === 'assigned' || (role === 'piece' && reassigned(node.startIndex))) {
			assignments.push(node);
		} else if (isRole(role)) {
			const scope = scopeFor(role, at(node.startIndex), hoisted(node.startIndex));
			declare(scope, nameOf(node), { role, node });
		}
	}

	const lookUp = (name: string, offset: number): OpenBinding | undefined => find(at(offset), name);
	for (const node of assignments) {
		lookUp(nameOf(node), node.startIndex)?.origins.push({ role: 'assigned', node });
	}
	return {
		lookUp,
		fields: (name, offset) => classAround(at(offset))?.fields.get(name) ?? none,
	};
}

/** Sorts scopes as they open, each with the one around it. */
function nestScopes(captures: readonly Capture[]): readonly OpenScope[] {
	const ranges = captures
		.filter(({ name }) => scopeKinds.has(name))
		.map(({ name, node }) => ({ kind: name as Scope['kind'], start: node.startIndex, end: node.endIndex }))
		.sort((a, b) => a.start - b.start || b.end - a.end);

	const scopes: OpenScope[] = [];
	let parent: OpenScope | undefined;
	for (const { kind, start, end } of ranges) {
		while (parent && parent.end <= start) {
			parent = parent.parent as OpenScope | undefined;
		}
		// The file's own scope starts at its first token; comments before it belong to it all the same.
		parent = { kind, start: parent ? start : 0, end, parent, bindings: new Map(), fields: new Map() };
		scopes.push(parent);
	}
	return scopes;
}

function innermost(scopes: readonly OpenScope[], offset: number): OpenScope | undefined {
	let low = 0;
	let high = scopes.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((scopes[middle]?.start ?? 0) <= offset) {
			low = middle;
		} else {
			high = middle;
		}
	}
	let scope = scopes[low];
	while (scope && scope.end <= offset) {
		scope = scope.parent as OpenScope | undefined;
	}
	return scope;
}

/** Tells whether an offset lies in a stretch of that capture; offsets must come in the order of the text. */
function stretches(captures: readonly Capture[], name: string): (offset: number) => boolean {
	const ends = captures.filter((capture) => capture.name === name).map(({ node }) => node);
	let next = 0;
	let end = -1;
	return (offset) => {
		for (let node = ends[next]; node && node.startIndex <= offset; node = ends[++next]) {
			end = Math.max(end, node.endIndex);
		}
		return offset < end;
	};
}

function isRole(name: string): name is Role {
	return roles.has(name);
}

/** Where a name declared in `scope` lives: a function's own name lies inside of its range and belongs around it. */
function scopeFor(role: Role, scope: OpenScope | undefined, hoisted: boolean): OpenScope | undefined {
	if (role === 'declared') {
		return scope?.parent as OpenScope | undefined;
	}
	if (!hoisted) {
		return scope;
	}
	while (scope && scope.kind === 'block') {
		scope = scope.parent as OpenScope | undefined;
	}
	return scope;
}

function classAround(scope: OpenScope | undefined): OpenScope | undefined {
	while (scope?.parent && scope.kind !== 'class') {
		scope = scope.parent as OpenScope | undefined;
	}
	return scope;
}

function declare(scope: OpenScope | undefined, name: string, origin: Origin): void {
	if (!scope) {
		return;
	}
	const known = scope.bindings.get(name);
	if (known) {
		known.origins.push(origin);
	} else {
		scope.bindings.set(name, { name, scope, origins: [origin] });
	}
}

function find(scope: OpenScope | undefined, name: string): OpenBinding | undefined {
	for (; scope; scope = scope.parent as OpenScope | undefined) {
		const binding = scope.bindings.get(name);
		if (binding) {
			return binding;
		}
	}
	return undefined;
}

function append(lists: Map<string, SyntaxNode[]> | undefined, name: string, node: SyntaxNode): void {
	const list = lists?.get(name);
	if (list) {
		list.push(node);
	} else {
		lists?.set(name, [node]);
	}
}
