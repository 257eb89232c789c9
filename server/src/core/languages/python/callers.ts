import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { Resolver } from './resolver.ts';
import { scopeAt } from './scopes.ts';

/** A function with more calls than that is given up. */
const maximumCallers = 100;

/** The calls of the functions of one file, by the function's name. */
export class Callers {
	#named: ReadonlyMap<string, readonly Capture[]> | undefined;

	constructor(
		readonly captures: readonly Capture[],
		readonly resolver: Resolver,
	) {}

	/** Every callee that calls a function, where only this file can call it and nothing else is done with it. */
	*of(definition: SyntaxNode): Iterable<SyntaxNode> {
		const name = definition.childForFieldName('name')?.text ?? '';
		if (!this.#isOwn(definition, name)) {
			return;
		}
		this.#named ??= byLastName(this.captures);
		const uses = (this.#named.get(name) ?? []).filter(({ node }) => this.#mayStandFor(node, definition));
		if (uses.length <= maximumCallers && uses.every((use) => use.name === 'callee')) {
			yield* uses.map(({ node }) => node);
		}
	}

	/** What can't be told may be the function too: then it has a caller more, which nothing guards perhaps. */
	#mayStandFor(use: SyntaxNode, definition: SyntaxNode): boolean {
		const value = this.resolver.valueOf(use);
		return value.kind === 'function'
			? value.scope.start === definition.startIndex
			: /^(?:path|unknown)$/.test(value.kind);
	}

	/** A private function, one inside another, or one that stands in for the library's where that has none. */
	#isOwn(definition: SyntaxNode, name: string): boolean {
		const scope = scopeAt(this.resolver.module, definition.startIndex).parent;
		return (
			/^_(?!_.*__$)/.test(name) ||
			scope?.kind === 'function' ||
			(!!scope && this.resolver.valueOfBindings(name, scope).kind === 'path')
		);
	}
}

function byLastName(captures: readonly Capture[]): ReadonlyMap<string, readonly Capture[]> {
	const named = new Map<string, Capture[]>();
	for (const capture of captures) {
		const { node } = capture;
		const name = (node.type === 'attribute' ? node.childForFieldName('attribute') : node)?.text ?? '';
		const known = named.get(name);
		if (known) {
			known.push(capture);
		} else {
			named.set(name, [capture]);
		}
	}
	return named;
}
