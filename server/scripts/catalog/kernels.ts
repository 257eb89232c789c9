import type {
	DistributionKernel as DistributionFile,
	KernelFile,
	SandboxKernel as SandboxFile,
} from '../../src/core/catalog/generated.ts';
import type { KernelDelta, SandboxCall, VendorKernel } from '../../src/core/catalog/kernels.ts';
import { kernelRelease } from '../../src/core/domain/kernelRelease.ts';
import { readDataFiles } from './dataFiles.ts';

/** Compiles `kernels/`: what each adds to mainline and leaves out, and the tables of sandboxes. */
export async function compileKernels(dataFolder: string): Promise<readonly VendorKernel[]> {
	return (await readDataFiles<KernelFile>(dataFolder, 'kernels')).map(({ value }) => compileKernel(value));
}

function compileKernel(file: KernelFile): VendorKernel {
	const { id, aliases = [], name, full, note } = file;
	const common = { id, aliases, name, release: kernelRelease(file.release), full, note };
	return file.base === 'mainline'
		? { ...common, base: file.base, architectures: each(file.architectures, delta), caveats: file.caveats ?? [] }
		: { ...common, base: file.base, architectures: each(file.architectures, table) };
}

function delta({ adds, lacks }: Content<DistributionFile>): KernelDelta {
	return {
		adds: adds.map(({ syscall }) => syscall),
		lacks: Object.fromEntries(lacks.map(({ syscall, reason, kconfig }) => [syscall, { reason, kconfig }])),
	};
}

function table({ full, partial, refused }: Content<SandboxFile>): Record<string, SandboxCall> {
	return Object.fromEntries<SandboxCall>([
		...full.map((syscall) => [syscall, { level: 'full' }] as const),
		...partial.map(({ syscall, ...rest }) => [syscall, { level: 'partial', ...rest }] as const),
		...refused.map(({ syscall, ...rest }) => [syscall, { level: 'refused', ...rest }] as const),
	]);
}

type Content<F extends KernelFile> = NonNullable<F['architectures'][keyof F['architectures']]>;

function each<T, R>(
	byArchitecture: Readonly<Record<string, T | undefined>> | object,
	compile: (one: T) => R,
): Record<string, R> {
	const entries = Object.entries(byArchitecture) as [string, T][];
	return Object.fromEntries(entries.map(([arch, one]) => [arch, compile(one)]));
}
