import type { Host } from '../host.ts';
import type { Page } from './generated.ts';

/** What only a syscall's page shows: the parts that were written for it, and every source in a line. */
export type SyscallPage = Partial<Page> & { readonly sources: readonly string[] };

/** Looks up pages by the syscall's name. */
export type PageOf = (name: string) => Promise<SyscallPage | undefined>;

/** Reads the pages at their first use: a check never needs them. */
export function lazyPages(host: Host): PageOf {
	let pages: Promise<ReadonlyMap<string, SyscallPage>> | undefined;
	return async (name) => {
		pages ??= host
			.readAsset('pages.json')
			.then(
				(bytes) => new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, SyscallPage>)),
			);
		return (await pages).get(name);
	};
}
