import type { Prototype, SyscallPage } from '../catalog/pages.ts';

/** A prototype with its headers as C; empty without one. */
export function signature(prototype: Prototype | undefined): string {
	if (prototype === undefined) {
		return '';
	}
	const { text, headers, defines = [] } = prototype;
	const before = [...defines.map((macro) => `#define ${macro}`), ...headers.map((header) => `#include <${header}>`)];
	return ['```c', ...before, `${text};`, '```'].join('\n');
}

/** Whether a library declares a function by the name of the call, whose prototype it then is. */
export function isFunction(page: SyscallPage | undefined): boolean {
	return page?.prototype !== undefined && [page.wrappers?.glibc, page.wrappers?.musl].some(isNamesake);
}

function isNamesake(wrapper: NonNullable<SyscallPage['wrappers']>['glibc'] | undefined): boolean {
	return typeof wrapper === 'object' && wrapper.function === undefined && wrapper.note === undefined;
}
