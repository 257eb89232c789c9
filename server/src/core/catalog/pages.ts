import type { Architecture } from '../domain/target.ts';
import type { Host } from '../host.ts';
import type { Page, Wrappers } from './generated.ts';

/** What is shown of a syscall and no check needs. */
export interface SyscallPage extends Partial<Page> {
	/** When to reach for it and what bites. */
	readonly details?: string;
	readonly prototype?: Prototype;
	/** The functions of the C libraries that make the call. */
	readonly wrappers?: Wrappers;
	/** The configuration symbol without which it is not built; null where every kernel has it. */
	readonly kconfig?: string | null;
	/** Where that is another one. */
	readonly kconfigOn?: Readonly<Partial<Record<Architecture, string>>>;
	readonly deprecated?: string;
	/** The architectures that have it, as the manual pages name them, where it is not a call of all. */
	readonly onlyOn?: readonly string[];
	/** By architecture, the oldest release seen with it, where no release that added it is known. */
	readonly notLaterThan?: Readonly<Partial<Record<Architecture, string>>>;
	/** What is lost with the call that stands instead. */
	readonly loses?: string;
	/** What a program does where no older call stands in. */
	readonly without?: string;
	readonly note?: string;
	/** Every source in a line; the first is that of the release. */
	readonly sources: readonly string[];
}

/** How C declares a call. */
export interface Prototype {
	/** `int memfd_create(const char *name, unsigned int flags)`. */
	readonly text: string;
	readonly headers: readonly string[];
	/** Macros to define before the first include. */
	readonly defines?: readonly string[];
}

/** Looks up pages by the syscall's name. */
export type PageOf = (name: string) => Promise<SyscallPage | undefined>;

/** Reads the pages at their first use: a check never needs them. */
export function lazyPages(host: Host): PageOf {
	let pages: Promise<Pages> | undefined;
	return async (name) => {
		pages ??= host
			.readAsset('pages.json')
			.then(
				(bytes) => new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, SyscallPage>)),
			);
		return (await pages).get(name);
	};
}

/** Pages by the name of the syscall. */
export type Pages = ReadonlyMap<string, SyscallPage>;

/** The pages of these names, as far as there are such syscalls. */
export async function pagesOf(names: readonly string[], pageOf: PageOf): Promise<Pages> {
	const pages = new Map<string, SyscallPage>();
	for (const name of names) {
		const page = await pageOf(name);
		if (page !== undefined) {
			pages.set(name, page);
		}
	}
	return pages;
}
