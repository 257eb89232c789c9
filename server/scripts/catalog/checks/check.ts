import type {
	DistroFile,
	FlagsFile,
	KernelFile,
	ProfileFile,
	StartupFile,
	SyscallFile,
} from '../../../src/core/catalog/generated.ts';
import { readDataFiles, type DataFile } from '../dataFiles.ts';
import type { Problem } from '../problem.ts';

/** The facts that the checks look at. */
export interface Data {
	readonly syscalls: readonly DataFile<SyscallFile>[];
	readonly kernels: readonly DataFile<KernelFile>[];
	readonly distros: readonly DataFile<DistroFile>[];
	readonly flags: readonly DataFile<FlagsFile>[];
	readonly profiles: readonly DataFile<ProfileFile>[];
	readonly startup: readonly DataFile<StartupFile>[];
}

/** A rule that a schema can't say. */
export interface Check {
	readonly name: string;
	readonly description: string;
	run(data: Data): Iterable<Problem>;
}

/** Reads what the checks look at. */
export async function readData(dataFolder: string): Promise<Data> {
	return {
		syscalls: await readDataFiles<SyscallFile>(dataFolder, 'syscalls'),
		kernels: await readDataFiles<KernelFile>(dataFolder, 'kernels'),
		distros: await readDataFiles<DistroFile>(dataFolder, 'distros'),
		flags: await readDataFiles<FlagsFile>(dataFolder, 'flags'),
		profiles: await readDataFiles<ProfileFile>(dataFolder, 'profiles'),
		startup: await readDataFiles<StartupFile>(dataFolder, 'startup'),
	};
}
