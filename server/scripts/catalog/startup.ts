import type { StartupFile, StartupNeed } from '../../src/core/catalog/generated.ts';
import type { StartupRow, StartupRows } from '../../src/core/catalog/startup.ts';
import { readDataFiles } from './dataFiles.ts';

/** Compiles `startup/`: what each library and interpreter needs to start; sources and notes stay in the files. */
export async function compileStartup(dataFolder: string): Promise<StartupRows> {
	const files = await readDataFiles<StartupFile>(dataFolder, 'startup');
	return Object.fromEntries(files.map(({ value }) => [value.runtime, value.needs.map(rowOf)]));
}

function rowOf({ sources: _, note: _note, whenMissing: _words, ...row }: StartupNeed): StartupRow {
	return row;
}
