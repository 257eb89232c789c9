import type { CancellationToken } from '../cancellation.ts';
import type { Position } from '../domain/text.ts';
import type { TextFile } from '../project/document.ts';
import { callAt, syscallsOfRow } from './callAt.ts';
import type { World } from './world.ts';

/** A page as `openat2(2)` names it. */
export interface PageName {
	readonly section: string;
	readonly name: string;
}

/** A page as Markdown; `origin` is null where there is no manual and it is our own. */
export interface ManualPage {
	readonly markdown: string;
	readonly origin: string | null;
}

const howToGet =
	'To have the manual: `apt install manpages-dev` (Debian, Ubuntu), `dnf install man-pages` (Fedora, Red Hat), `apk add man-pages` (Alpine).';

/** The page of a section, with where it is from; without one what we know ourselves, and how to get the manual. */
export async function manualPage(
	section: string,
	name: string,
	{ manuals }: Pick<World, 'manuals'>,
	explain: (name: string) => Promise<{ readonly markdown: string } | undefined>,
): Promise<ManualPage> {
	const page = await manuals.page(section, name);
	if (page !== undefined) {
		return { markdown: `_From ${page.origin}._\n\n${page.markdown}`, origin: page.origin };
	}
	const own = section.startsWith('2') ? await explain(name) : undefined;
	const missing = `_There is no manual page ${name}(${section}) at hand that can be shown. ${howToGet}_`;
	const known = own?.markdown ?? `# ${name}(${section})\n\n[Read it at man7.org](${onlinePage(section, name)})`;
	return { markdown: `${known.trimEnd()}\n\n${missing}\n`, origin: null };
}

function onlinePage(section: string, name: string): string {
	return `https://man7.org/linux/man-pages/man${section.charAt(0)}/${encodeURIComponent(name)}.${section}.html`;
}

/** The pages of a call: that of the C function, where it is none of section 2 itself, then those of the syscalls behind it. */
export async function manualPagesAt(
	document: TextFile,
	position: Position,
	world: World,
	token?: CancellationToken,
): Promise<readonly PageName[]> {
	const found = await callAt(document, position, world, token);
	if (found === undefined) {
		return [];
	}
	const { call, row } = found;
	const syscalls = syscallsOfRow(row).map((name) => ({ section: '2', name }));
	const isFunction = call.module === 'libc' && world.catalog.syscall(call.api) === undefined;
	const hasPage = isFunction && (await world.manuals.page('3', call.api)) !== undefined;
	return hasPage ? [{ section: '3', name: call.api }, ...syscalls] : syscalls;
}
