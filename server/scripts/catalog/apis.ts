import type { Alternative, Api, ApiRow, LanguageId } from '../../src/core/catalog/apis.ts';
import { readDataFiles, type DataFile } from './dataFiles.ts';
import type { Problem } from './problem.ts';

/** The folders of `server/data` that hold the API maps, one for each language. */
export const apiFolders: Readonly<Record<LanguageId, string>> = {
	c: 'apis/c',
	python: 'apis/python',
	node: 'apis/node',
};

/** A file of an API map, as api.schema.json describes it. */
export interface ApiFile {
	readonly $schema: string;
	readonly language: LanguageId;
	readonly group: string;
	readonly module: string;
	readonly sources?: Readonly<Record<string, { readonly says: string }>>;
	readonly apis: Readonly<Record<string, ApiEntry>>;
}

/** A function as the file has it; a plain name stands for an alternative without fall-back. */
export interface ApiEntry {
	readonly since?: Readonly<Record<string, string>>;
	readonly everyday?: true;
	readonly rows: readonly RowEntry[];
}

type RowEntry = Omit<ApiRow, 'needs' | 'uses'> & {
	readonly needs: readonly (readonly (string | Alternative)[])[];
	readonly uses?: readonly string[];
	readonly sources?: readonly string[];
};

/** Every Api of a language by its canonical name. */
export type ApisOf = Readonly<Record<LanguageId, Readonly<Record<string, Api>>>>;

/** Compiles `apis/`: what scanners and verdicts need; sources stay in the files. */
export async function compileApis(dataFolder: string): Promise<ApisOf> {
	const [c, python, node] = await Promise.all([
		compileLanguage(dataFolder, 'c'),
		compileLanguage(dataFolder, 'python'),
		compileLanguage(dataFolder, 'node'),
	]);
	return { c, python, node };
}

/** What the schema can't see: sources that are not there, names said twice, calls that no kernel has. */
export async function problemsOfApis(
	dataFolder: string,
	isSyscall: (name: string) => boolean,
): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const folder of Object.values(apiFolders)) {
		const seen = new Set<string>();
		for (const file of await readDataFiles<ApiFile>(dataFolder, folder)) {
			for (const [name, entry] of Object.entries(file.value.apis)) {
				const problem = (message: string): number => problems.push({ file: file.path, field: `apis.${name}`, message });
				if (seen.has(name)) {
					problem('is in another file too');
				}
				seen.add(name);
				for (const message of entry.rows.flatMap((row) => problemsOfRow(row, file, isSyscall))) {
					problem(message);
				}
				const last = entry.rows.at(-1);
				if (last?.when !== undefined || last?.runtimes !== undefined || last?.kernelBefore !== undefined) {
					problem('has no general row at the end');
				}
			}
		}
	}
	return problems;
}

function problemsOfRow(
	row: RowEntry,
	file: DataFile<ApiFile>,
	isSyscall: (name: string) => boolean,
): readonly string[] {
	const names = [...row.needs.flat().map((item) => toAlternative(item).syscall), ...(row.uses ?? [])];
	return [
		...names.filter((name) => !isSyscall(name)).map((name) => `'${name}' is no syscall`),
		...(row.sources ?? []).filter((key) => file.value.sources?.[key] === undefined).map((key) => `no source '${key}'`),
	];
}

async function compileLanguage(dataFolder: string, language: LanguageId): Promise<Record<string, Api>> {
	const apis: Record<string, Api> = {};
	for (const { value } of await readDataFiles<ApiFile>(dataFolder, apiFolders[language])) {
		for (const [name, entry] of Object.entries(value.apis)) {
			apis[name] = compileApi(name, value, entry);
		}
	}
	return apis;
}

/** Undefined properties are no part of the JSON. */
function compileApi(name: string, file: ApiFile, entry: ApiEntry): Api {
	return {
		name,
		module: file.module,
		group: file.group,
		...(entry.since === undefined ? {} : { since: without(entry.since, 'source') }),
		...(entry.everyday && { everyday: true }),
		rows: entry.rows.map(compileRow),
	};
}

function compileRow(row: RowEntry): ApiRow {
	return {
		...without(row, 'sources'),
		needs: row.needs.map((clause) => clause.map(toAlternative)),
		uses: row.uses ?? [],
	};
}

function toAlternative(item: string | Alternative): Alternative {
	return typeof item === 'string' ? { syscall: item } : item;
}

function without<T extends object, K extends string>(value: T, key: K): Omit<T, K> {
	return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as Omit<T, K>;
}
