import type { SyscallFile } from '../../src/core/catalog/generated.ts';
import type { Syscall, SyscallDifference } from '../../src/core/catalog/syscalls.ts';
import { kernelRelease, type KernelRelease } from '../../src/core/domain/kernelRelease.ts';
import { architectures, type Architecture } from '../../src/core/domain/target.ts';
import { readDataFiles } from './dataFiles.ts';

/** Compiles `syscalls/`: what verdicts need, with a summary each. */
export async function compileSyscalls(dataFolder: string): Promise<readonly Syscall[]> {
	return (await readDataFiles<SyscallFile>(dataFolder, 'syscalls')).map(({ value }) => compileSyscall(value));
}

/** Undefined properties are no part of the JSON. */
function compileSyscall(file: SyscallFile): Syscall {
	const differences = differencesOf(file);
	return {
		name: file.name,
		summary: file.summary,
		since: release(file.since ?? undefined) ?? null,
		removed: release(file.removed),
		status: file.status,
		numbers: Object.fromEntries(entriesOf(file).map(([arch, { number }]) => [arch, number])),
		differences: Object.keys(differences).length === 0 ? undefined : differences,
		instead: file.instead,
	};
}

function differencesOf(file: SyscallFile): Partial<Record<Architecture, SyscallDifference>> {
	const differences: Partial<Record<Architecture, SyscallDifference>> = {};
	for (const [arch, { since, removed, status }] of entriesOf(file)) {
		if (since !== undefined || removed !== undefined || status !== undefined) {
			differences[arch] = { since: release(since), removed: release(removed), status };
		}
	}
	return differences;
}

/** What a file says of one architecture. */
export type Entry = NonNullable<SyscallFile['architectures'][Architecture]>;

/** What a file says of each architecture that it names, in one order. */
export function entriesOf(file: SyscallFile): readonly (readonly [Architecture, Entry])[] {
	return architectures.flatMap((arch) => {
		const entry = file.architectures[arch];
		return entry === undefined ? [] : [[arch, entry] as const];
	});
}

function release(text: string | undefined): KernelRelease | undefined {
	return text === undefined ? undefined : kernelRelease(text);
}
