import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { architectures, type Architecture } from '../../src/core/domain/target.ts';

/** The numbers of system calls by name. */
export type Numbers = ReadonlyMap<string, number>;

/** The table of one architecture as a source has it. */
export interface Table {
	readonly arch: Architecture;
	/** The file, from the folder that was asked. */
	readonly file: string;
	readonly numbers: Numbers;
}

/** A table of a kernel tree: where it is, and which of its rows an architecture takes. */
interface TreeTable {
	readonly file: string;
	readonly abis: readonly string[];
}

/** The abis are those of the architecture's `Makefile.syscalls`, or the ones its own table is made for. */
const treeTables: Readonly<Record<Architecture, TreeTable>> = {
	x86_64: { file: 'arch/x86/entry/syscalls/syscall_64.tbl', abis: ['common', '64'] },
	i386: { file: 'arch/x86/entry/syscalls/syscall_32.tbl', abis: ['i386'] },
	arm64: { file: 'scripts/syscall.tbl', abis: ['common', '64', 'renameat', 'newstat', 'rlimit', 'memfd_secret'] },
	arm: { file: 'arch/arm/tools/syscall.tbl', abis: ['common', 'eabi'] },
	riscv64: { file: 'scripts/syscall.tbl', abis: ['common', '64', 'riscv', 'newstat', 'rlimit', 'memfd_secret'] },
	ppc64: { file: 'arch/powerpc/kernel/syscalls/syscall.tbl', abis: ['common', 'nospu', '64'] },
	ppc32: { file: 'arch/powerpc/kernel/syscalls/syscall.tbl', abis: ['common', 'nospu', '32'] },
	s390x: { file: 'arch/s390/kernel/syscalls/syscall.tbl', abis: ['common', '64'] },
};

/** Headers below a triplet's `asm`, and whose numbers they hold. */
const headers: Readonly<Record<string, Readonly<Record<string, Architecture>>>> = {
	'x86_64-linux-gnu': { 'unistd_64.h': 'x86_64', 'unistd_32.h': 'i386' },
	'i386-linux-gnu': { 'unistd_64.h': 'x86_64', 'unistd_32.h': 'i386' },
	'aarch64-linux-gnu': { 'unistd_64.h': 'arm64' },
	'arm-linux-gnueabihf': { 'unistd-eabi.h': 'arm' },
	'arm-linux-gnueabi': { 'unistd-eabi.h': 'arm' },
	'riscv64-linux-gnu': { 'unistd_64.h': 'riscv64' },
	'powerpc64le-linux-gnu': { 'unistd_64.h': 'ppc64', 'unistd_32.h': 'ppc32' },
	's390x-linux-gnu': { 'unistd_64.h': 's390x' },
};

/**
 * The tables below `folder`: those of a kernel tree, or those of installed headers: `/usr/include`, and
 * `/usr` where they are for another machine (`aarch64-linux-gnu/include`).
 */
export function readTables(folder: string): readonly Table[] {
	return existsSync(path.join(folder, treeTables.x86_64.file)) ? readTree(folder) : readHeaders(folder);
}

function readTree(folder: string): readonly Table[] {
	return architectures.flatMap((arch) => {
		const { file, abis } = treeTables[arch];
		const full = path.join(folder, file);
		return existsSync(full) ? [{ arch, file, numbers: parseTable(readFileSync(full, 'utf8'), abis) }] : [];
	});
}

/** One table an architecture: `/usr/include` may hold the same one for several triplets. */
function readHeaders(folder: string): readonly Table[] {
	const tables = new Map<Architecture, Table>();
	for (const [triplet, files] of Object.entries(headers)) {
		for (const [name, arch] of Object.entries(files)) {
			const file = [`${triplet}/asm/${name}`, `${triplet}/include/asm/${name}`].find((place) =>
				existsSync(path.join(folder, place)),
			);
			if (!tables.has(arch) && file !== undefined) {
				const numbers = parseHeader(readFileSync(path.join(folder, file), 'utf8'));
				tables.set(arch, { arch, file, numbers });
			}
		}
	}
	return [...tables.values()];
}

/** Headers with numbers below `folder` that we know no architecture for: someone must look at them. */
export function unknownHeaders(folder: string): readonly string[] {
	return readdirSync(folder)
		.filter((triplet) => existsSync(path.join(folder, triplet, 'asm')))
		.filter((triplet) => headers[triplet] === undefined)
		.flatMap((triplet) => readdirSync(path.join(folder, triplet, 'asm')).map((name) => `${triplet}/asm/${name}`))
		.filter((file) => /\/unistd[^/]*\.h$/.test(file));
}

/** Reads `#define __NR_openat 257`, and numbers that name another: `#define __NR_fcntl __NR3264_fcntl`. */
export function parseHeader(text: string): Numbers {
	const aliases = new Map<string, number>();
	const numbers = new Map<string, number>();
	for (const [, prefix = '', name = '', value = ''] of text.matchAll(
		/^#\s*define\s+(__NR(?:3264)?_|__ARM_NR_)(\w+)\s+(.+?)\s*(?:\/\*.*)?$/gm,
	)) {
		const number = /^\(?(?:__NR_SYSCALL_BASE\s*\+\s*)?(\d+)\)?$/.exec(value)?.[1] ?? aliases.get(value);
		if (number === undefined) {
			continue;
		}
		aliases.set(prefix + name, Number(number));
		if (prefix === '__NR_' && !['syscalls', 'SYSCALL_BASE'].includes(name)) {
			numbers.set(name, Number(number));
		}
	}
	return numbers;
}

/** Reads the rows of a kernel tree's table (`437 common openat2 sys_openat2`) that belong to one of the abis. */
export function parseTable(text: string, abis: readonly string[]): Numbers {
	const numbers = new Map<string, number>();
	for (const line of text.split('\n')) {
		const [number = '', abi = '', name] = line.replace(/#.*/, '').trim().split(/\s+/);
		if (name !== undefined && /^\d+$/.test(number) && abis.includes(abi)) {
			numbers.set(name, Number(number));
		}
	}
	return numbers;
}
