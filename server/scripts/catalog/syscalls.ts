import type { Libc, SyscallFile } from '../../src/core/catalog/generated.ts';
import type { Syscall, SyscallDifference } from '../../src/core/catalog/syscalls.ts';
import { kernelRelease, type KernelRelease } from '../../src/core/domain/kernelRelease.ts';
import { architectures, type Architecture } from '../../src/core/domain/target.ts';
import { readDataFiles } from './dataFiles.ts';

/** Compiles `syscalls/`: what hovers and verdicts need, with one line of source each. */
export async function compileSyscalls(dataFolder: string): Promise<readonly Syscall[]> {
	return (await readDataFiles<SyscallFile>(dataFolder, 'syscalls')).map(({ value }) => compileSyscall(value));
}

/** Undefined properties are no part of the JSON. */
function compileSyscall(file: SyscallFile): Syscall {
	const differences = differencesOf(file);
	const { source, says } = file.sources[0];
	return {
		name: file.name,
		summary: file.summary,
		details: file.details,
		since: file.since === null ? null : kernelRelease(file.since),
		removed: release(file.removed),
		status: file.status,
		deprecated: release(file.deprecated),
		onlyOn: file.onlyOn,
		numbers: Object.fromEntries(entriesOf(file).map(([arch, { number }]) => [arch, number])),
		differences: Object.keys(differences).length === 0 ? undefined : differences,
		kconfig: file.kconfig,
		parameters: file.parameters,
		prototype: file.libc === undefined ? undefined : prototype(file.name, file.libc),
		headers: file.libc?.headers,
		defines: file.libc?.defines,
		glibc: file.libc?.glibc,
		musl: file.libc?.musl,
		wrapper: file.libc?.wrapper,
		instead: file.instead,
		loses: file.loses,
		note: file.note,
		source: `${source}: ${says}`,
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

type Entry = NonNullable<SyscallFile['architectures'][Architecture]>;

function entriesOf(file: SyscallFile): readonly (readonly [Architecture, Entry])[] {
	return architectures.flatMap((arch) => {
		const entry = file.architectures[arch];
		return entry === undefined ? [] : [[arch, entry] as const];
	});
}

function release(text: string | undefined): KernelRelease | undefined {
	return text === undefined ? undefined : kernelRelease(text);
}

/** `int memfd_create(const char *name, unsigned int flags)`. What follows `...` can't stand in a declaration. */
function prototype(name: string, { returns, parameters }: Libc): string {
	const variable = parameters.findIndex(({ type }) => type === '...');
	const list = (variable === -1 ? parameters : parameters.slice(0, variable + 1))
		.map((parameter) => declared(parameter.type, parameter.name))
		.join(', ');
	return `${declared(returns, name)}(${list === '' ? 'void' : list})`;
}

/** The star and the brackets belong to the name: `char *name`, `int pipefd[2]`. */
function declared(type: string, name = ''): string {
	const [, element = type, brackets = ''] = /^([^[]*)(\[.*\])$/.exec(type) ?? [];
	return element.endsWith('*') ? `${element}${name}${brackets}` : `${element} ${name}${brackets}`.trim();
}
