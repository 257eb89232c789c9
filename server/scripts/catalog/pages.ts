import type { SyscallFile } from '../../src/core/catalog/generated.ts';
import type { SyscallPage } from '../../src/core/catalog/pages.ts';
import { readDataFiles } from './dataFiles.ts';

/** Compiles what only a syscall's page shows, by the syscall's name; apart from the catalog, since a check never needs it. */
export async function compilePages(dataFolder: string): Promise<Readonly<Record<string, SyscallPage>>> {
	const files = await readDataFiles<SyscallFile>(dataFolder, 'syscalls');
	return Object.fromEntries(
		files.map(({ name, value: { page, sources } }) => [
			name,
			{ ...page, sources: sources.map(({ source, says }) => `${source}: ${says}`) },
		]),
	);
}
