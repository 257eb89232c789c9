import path from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { readJson } from './dataFiles.ts';

/** The schemas of the data files that have types of their own in the core. */
const schemas = ['syscall', 'kernel', 'distro', 'flags', 'profile', 'startup'];

/** The text of `generated.ts`: the types which the schemas describe. */
export async function generateTypes(dataFolder: string): Promise<string> {
	const known = new Map<string, string>();
	for (const name of schemas) {
		const schema = await readJson<JSONSchema>(path.join(dataFolder, `schemas/${name}.schema.json`));
		const text = await compile(schema, name, {
			bannerComment: '',
			style: { useTabs: true, singleQuote: true, printWidth: 120 },
			unreachableDefinitions: false,
		});
		for (const declaration of declarationsOf(text)) {
			remember(known, declaration);
		}
	}
	const from = schemas.map((name) => `${name}.schema.json`).join(', ');
	return [
		`// Generated from server/data/schemas (${from}) by server/scripts/compileCatalog.ts. Don't edit.`,
		...known.values(),
	]
		.join('\n\n')
		.concat('\n');
}

/** Splits the compiler's text before the comment of each exported declaration. */
function declarationsOf(text: string): readonly string[] {
	return text
		.split(/^(?=\/\*\*)|(?<!\*\/\n)^(?=export )/m)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/** Two schemas may share a definition; they must mean the same by its name. */
function remember(known: Map<string, string>, declaration: string): void {
	const name = /^export (?:type|interface) (\w+)/m.exec(declaration)?.[1];
	if (name === undefined) {
		throw new Error(`The type generator wrote something without a name: ${declaration}`);
	}
	const before = known.get(name);
	if (before !== undefined && withoutComments(before) !== withoutComments(declaration)) {
		throw new Error(`Two schemas define '${name}' differently. Rename the definition in one of them.`);
	}
	known.set(name, before ?? declaration);
}

function withoutComments(text: string): string {
	return text
		.replaceAll(/\/\*[\s\S]*?\*\//g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
