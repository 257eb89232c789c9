import type { ApiNames } from '../language.ts';
import { isForLinux } from './compiledFor.ts';
import { standsInFor } from './headerGuard.ts';
import type { Directives } from './preprocessor.ts';

/** Which Api a name stands for, macros of the file counted in. */
export interface Renames {
	/** `open64` for `my_open` after `#define my_open open64`; undefined for names that a macro takes away from libc. */
	apiOf(name: string): string | undefined;
}

/** Reads the macros that rename a function, or put something else in its place. One hop. */
export function readRenames(directives: Directives, names: ApiNames): Renames {
	const renamed = new Map<string, string | undefined>();
	for (const { name, functionLike, value, index } of directives.macros) {
		const isApi = names.api('c', value) !== undefined;
		if (
			value === name || functionLike ? names.api('c', name) === undefined : !isApi && names.api('c', name) === undefined
		) {
			continue;
		}
		const terms = directives.termsAt(index);
		if (value !== name && isForLinux(terms) && !standsInFor(name, terms)) {
			renamed.set(name, !functionLike && isApi ? value : undefined);
		}
	}
	return {
		apiOf(name) {
			if (renamed.has(name)) {
				return renamed.get(name);
			}
			return names.api('c', name) === undefined ? undefined : name;
		},
	};
}
