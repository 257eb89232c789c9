import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ParentOf } from './parents.ts';

/** A source's text, and the way up in its tree. */
export interface Tree {
	readonly text: string;
	readonly parentOf: ParentOf;
}

/** Where the value of a declared name comes from: an expression, a module, or something that can't be told. */
export type Source =
	/** The value of `expression`, then its members `steps`; `fallback` where there is a default. */
	| { readonly kind: 'expression'; readonly expression: SyntaxNode; readonly steps: readonly string[] }
	/** An import; one for types alone names no value. */
	| {
			readonly kind: 'module';
			readonly specifier: string;
			readonly steps: readonly string[];
			readonly typesOnly: boolean;
	  }
	/** A parameter of a function, of which `steps` are taken. */
	| { readonly kind: 'parameter'; readonly type: SyntaxNode | null; readonly steps: readonly string[] }
	/** Declared without a value. */
	| { readonly kind: 'nothing'; readonly type: SyntaxNode | null }
	| { readonly kind: 'unknown' };

/** The source of a name, with the default that stands in for it: `({ copy = fs.copyFile })`. */
export interface Sourced {
	readonly source: Source;
	readonly fallback: SyntaxNode | undefined;
}

const unknown: Source = { kind: 'unknown' };

/** Climbs from a name in a declaration, pattern or assignment to what gives it its value. */
export function sourceOf(name: SyntaxNode, { text, parentOf }: Tree): Sourced {
	const steps: string[] = name.type === 'shorthand_property_identifier_pattern' ? [textOf(name, text)] : [];
	let fallback: SyntaxNode | undefined;
	for (let node = name, parent = parentOf(node); parent; node = parent, parent = parentOf(node)) {
		switch (parent.type) {
			case 'pair_pattern': {
				const key = parent.childForFieldName('key');
				steps.unshift(key ? propertyName(key, text) : '');
				break;
			}
			case 'object_pattern':
			case 'rest_pattern':
			case 'parenthesized_expression':
				break;
			case 'assignment_pattern':
			case 'object_assignment_pattern':
				fallback ??= parent.childForFieldName('right') ?? undefined;
				break;
			case 'required_parameter':
			case 'optional_parameter':
				fallback ??= parent.childForFieldName('value') ?? undefined;
				return { source: { kind: 'parameter', type: parent.childForFieldName('type'), steps }, fallback };
			case 'formal_parameters':
			case 'arrow_function':
				return { source: { kind: 'parameter', type: null, steps }, fallback };
			default:
				return { source: declaredIn(parent, steps, { text, parentOf }), fallback };
		}
	}
	return { source: unknown, fallback };
}

function declaredIn(parent: SyntaxNode, steps: readonly string[], tree: Tree): Source {
	switch (parent.type) {
		case 'variable_declarator':
		case 'field_definition':
		case 'public_field_definition': {
			const expression = parent.childForFieldName('value');
			const declaration = tree.parentOf(parent);
			const loop = declaration ? tree.parentOf(declaration)?.type === 'for_in_statement' : false;
			return expression
				? { kind: 'expression', expression, steps }
				: loop
					? unknown
					: { kind: 'nothing', type: parent.childForFieldName('type') };
		}
		case 'assignment_expression':
		case 'augmented_assignment_expression': {
			const expression = parent.childForFieldName('right');
			return expression ? { kind: 'expression', expression, steps } : unknown;
		}
		case 'import_require_clause':
		case 'import_clause':
		case 'namespace_import':
		case 'import_specifier':
			return importedIn(parent, tree);
		default:
			return unknown;
	}
}

function importedIn(clause: SyntaxNode, { text, parentOf }: Tree): Source {
	const name = clause.type === 'import_specifier' ? clause.childForFieldName('name') : null;
	let statement: SyntaxNode | null = clause;
	while (statement && !statement.childForFieldName('source')) {
		statement = parentOf(statement);
	}
	const specifier = statement?.childForFieldName('source');
	if (!statement || !specifier) {
		return unknown;
	}
	return {
		kind: 'module',
		specifier: stringContent(specifier, text),
		steps: name ? [propertyName(name, text)] : [],
		typesOnly: typeOnly.test(text.slice(statement.startIndex, statement.startIndex + 80)),
	};
}

/** `import type fs from 'fs'`, but not `import type from 'fs'`. */
const typeOnly = /^import\s+type\s+(?:[{*]|(?!from\b)[\w$]+\s)/;

/** A property's name as written: `copyFile`, `'copyFile'`. */
export function propertyName(node: SyntaxNode, text: string): string {
	return node.type === 'string' ? stringContent(node, text) : textOf(node, text);
}

/** What stands between the quotes. */
export function stringContent(node: SyntaxNode, text: string): string {
	return text.slice(node.startIndex + 1, node.endIndex - 1);
}

/** A node's text; cheaper than the node's own. */
export function textOf(node: SyntaxNode, text: string): string {
	return text.slice(node.startIndex, node.endIndex);
}
