import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the data folder with its content as read. */
export interface DataFile<T = unknown> {
	/** From the data folder on: `syscalls/openat2.json`. */
	readonly path: string;
	/** The file's name without its ending. */
	readonly name: string;
	readonly value: T;
}

/** Reads every JSON file of a folder below `dataFolder`, in the order of their names. */
export async function readDataFiles<T>(dataFolder: string, folder: string): Promise<readonly DataFile<T>[]> {
	const names = (await readdir(path.join(dataFolder, folder))).filter((name) => name.endsWith('.json')).sort();
	return Promise.all(
		names.map(async (name) => ({
			path: `${folder}/${name}`,
			name: path.basename(name, '.json'),
			value: await readJson<T>(path.join(dataFolder, folder, name)),
		})),
	);
}

/** Reads a JSON file. What is wrong with its text is said with its name. */
export async function readJson<T>(file: string): Promise<T> {
	const text = await readFile(file, 'utf8');
	try {
		return JSON.parse(text) as T;
	} catch (error) {
		throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
	}
}

/** The folders of facts below `dataFolder`, those within folders too: `syscalls`, `apis/c`. */
export async function dataFolders(dataFolder: string): Promise<readonly string[]> {
	const entries = await readdir(dataFolder, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map((entry) => path.relative(dataFolder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
		.filter((folder) => folder !== 'schemas')
		.sort();
}
