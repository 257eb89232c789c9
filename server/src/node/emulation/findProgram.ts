import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** The file that a command's name stands for, as a shell finds it; undefined where there is none to run. */
export function findProgram(name: string): string | undefined {
	const folders = name.includes('/') ? [''] : (process.env.PATH ?? '').split(path.delimiter);
	return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false; // not there, or not for us
	}
}
