import type { Libc, SyscallFile } from '../../src/core/catalog/generated.ts';
import type { Prototype, SyscallPage } from '../../src/core/catalog/pages.ts';
import type { Architecture } from '../../src/core/domain/target.ts';
import { readDataFiles } from './dataFiles.ts';
import { entriesOf, type Entry } from './syscalls.ts';

/** Compiles what is only shown of a syscall, by its name; apart from the catalog, since a check never needs it. */
export async function compilePages(dataFolder: string): Promise<Readonly<Record<string, SyscallPage>>> {
	const files = await readDataFiles<SyscallFile>(dataFolder, 'syscalls');
	return Object.fromEntries(files.map(({ name, value }) => [name, compilePage(value)]));
}

/** Undefined properties are no part of the JSON. */
export function compilePage(file: SyscallFile): SyscallPage {
	return {
		...file.page,
		details: file.details,
		prototype: prototypeOf(file),
		wrappers: file.wrappers,
		kconfig: file.kconfig,
		kconfigOn: byArchitecture(file, ({ kconfig }) => kconfig),
		deprecated: file.deprecated,
		onlyOn: file.onlyOn,
		notLaterThan: byArchitecture(file, ({ notLaterThan }) => notLaterThan),
		loses: file.loses,
		without: file.without,
		note: file.note,
		sources: file.sources.map(({ source, says }) => `${source}: ${says}`),
	};
}

function byArchitecture(
	file: SyscallFile,
	pick: (entry: Entry) => string | undefined,
): Partial<Record<Architecture, string>> | undefined {
	const known = entriesOf(file).flatMap(([arch, entry]) => {
		const value = pick(entry);
		return value === undefined ? [] : [[arch, value] as const];
	});
	return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** As C declares it or, where no library does, on the kernel's side. */
function prototypeOf({ name, libc, parameters }: SyscallFile): Prototype | undefined {
	if (libc !== undefined) {
		return { text: declaration(name, libc), headers: libc.headers, defines: libc.defines };
	}
	const list = parameters === undefined || parameters.length > 0 ? parameters?.join(', ') : 'void';
	return list === undefined ? undefined : { text: `long ${name}(${list})`, headers: [] };
}

/** `int memfd_create(const char *name, unsigned int flags)`. What follows `...` can't stand in a declaration. */
function declaration(name: string, { returns, parameters }: Libc): string {
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
