import { existsSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { dataFolders, readDataFiles, readJson } from './dataFiles.ts';
import type { Problem } from './problem.ts';

/** Holds every file of the data folder against the schema that its `$schema` names. */
export async function validate(dataFolder: string): Promise<readonly Problem[]> {
	const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { regex: isRegExp } });
	const validators = new Map<string, ValidateFunction>();
	const problems: Problem[] = [];
	for (const folder of await dataFolders(dataFolder)) {
		for (const file of await readDataFiles<{ readonly $schema?: string }>(dataFolder, folder)) {
			const { $schema } = file.value;
			if (typeof $schema !== 'string') {
				problems.push({ file: file.path, field: '$schema', message: 'names no schema' });
				continue;
			}
			const schemaFile = path.resolve(dataFolder, folder, $schema);
			if (!existsSync(schemaFile)) {
				problems.push({ file: file.path, field: '$schema', message: `names '${$schema}', which is missing` });
				continue;
			}
			const check = validators.get(schemaFile) ?? ajv.compile(await readJson<object>(schemaFile));
			validators.set(schemaFile, check);
			if (!check(file.value)) {
				problems.push(...(check.errors ?? []).map((error) => toProblem(file.path, error)));
			}
		}
	}
	return problems;
}

function isRegExp(text: string): boolean {
	try {
		return new RegExp(text, 'u').source !== '';
	} catch {
		return false;
	}
}

function toProblem(file: string, error: ErrorObject): Problem {
	const extra = 'additionalProperty' in error.params ? ` ('${String(error.params.additionalProperty)}')` : '';
	return { file, field: error.instancePath.slice(1) || '.', message: `${error.message ?? error.keyword}${extra}` };
}
