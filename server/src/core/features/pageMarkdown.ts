import type { Catalog, Syscall } from '../catalog/catalog.ts';
import type { Flag } from '../catalog/flags.ts';
import type { SyscallPage } from '../catalog/pages.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import { manualPage } from './manualPage.ts';
import { profileMarkdown } from './profileMarkdown.ts';
import { releasesMarkdown } from './releasesMarkdown.ts';
import { signature } from './signature.ts';
import { wrapperWords } from './wrapperWords.ts';

/** All that is known of a syscall: what it does, how to call it, how it fails, and where it is to be had. */
export function pageMarkdown(syscall: Syscall, page: SyscallPage | undefined, catalog: Catalog): string {
	return [
		`# ${syscall.name}(2)`,
		signature(page?.prototype),
		sentences(syscall, page),
		list('Parameters', page?.parameters, 'parameter'),
		result(page),
		errors(page),
		flagTable(catalog.flagsOf(syscall.name), page),
		refusals(page),
		releasesMarkdown(syscall, page, catalog),
		section('Container profiles', profileMarkdown(syscall.name, catalog)),
		page?.wrappers === undefined ? '' : `**C library**: ${wrapperWords(page.wrappers)}.`,
		insteadWords(syscall, page),
		page?.note === undefined ? '' : `_${page.note}_`,
		sources(syscall, page),
	]
		.filter(Boolean)
		.join('\n\n');
}

/** Summary and details as sentences. */
export function sentences({ summary }: Syscall, page: SyscallPage | undefined): string {
	return [summary === undefined ? '' : `${summary}.`, page?.details ?? ''].filter(Boolean).join(' ');
}

/** What a program does where the call is missing; empty for calls older than every kernel we know. */
export function insteadWords({ instead }: Syscall, page: SyscallPage | undefined): string {
	if (instead === undefined) {
		return page?.without === undefined ? '' : `**Where it is missing**: ${page.without}.`;
	}
	return `**Where it is missing**: \`${instead}\`${page?.loses === undefined ? '' : `; that loses ${page.loses}`}.`;
}

function result(page: SyscallPage | undefined): string {
	if (page?.returns === undefined) {
		return '';
	}
	return page.returns === null ? '**Gives** nothing: it does not return.' : `**Gives** ${page.returns}.`;
}

/** A page without errors says so, for silence would leave the reader in doubt. */
function errors(page: SyscallPage | undefined): string {
	const none = page?.errors !== undefined && Object.keys(page.errors).length === 0;
	return none ? '**Errors**: none.' : list('Errors', page?.errors, 'error');
}

function list(title: string, rows: Readonly<Record<string, string>> | undefined, name: string): string {
	const entries = Object.entries(rows ?? {});
	return entries.length === 0
		? ''
		: [
				`## ${title}`,
				'',
				`| ${name} | meaning |`,
				'|---|---|',
				...entries.map(([key, text]) => `| \`${key}\` | ${cell(text)} |`),
			].join('\n');
}

/** Every flag and operation with the release that added it, newest first, then those whose release is not known. */
function flagTable(flags: readonly Flag[], page: SyscallPage | undefined): string {
	const rows = [...flags]
		.sort((a, b) => compareReleases(b.since, a.since))
		.map(({ constant, kind, since }) => `| \`${constant}\` | ${kind} | ${since} |`);
	const dated = new Set(flags.map(({ constant }) => constant));
	const others = constantsIn(page).filter((constant) => !dated.has(constant));
	const undated =
		others.length === 0 ? [] : ['', `No source of ours dates ${others.map((one) => `\`${one}\``).join(', ')}.`];
	const table = rows.length === 0 ? [] : ['', '| constant | | since Linux |', '|---|---|---|', ...rows];
	return table.length + undated.length === 0 ? '' : ['## Flags and operations', ...table, ...undated].join('\n');
}

/** The constants that the meanings of the parameters name: `SOCK_NONBLOCK`, `AT_EACCESS`. */
export function constantsIn(page: SyscallPage | undefined): readonly string[] {
	const text = Object.values(page?.parameters ?? {}).join(' ');
	return [...new Set(text.match(/(?<![\w*])[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9](?![\w*])/g) ?? [])];
}

function section(title: string, text: string): string {
	return text === '' ? '' : `## ${title}\n\n${text}`;
}

function refusals(page: SyscallPage | undefined): string {
	if (page?.alsoRefused === undefined) {
		return '';
	}
	const rows = page.alsoRefused.map(({ errno, when }) => `- \`${errno}\`: ${when}`);
	return ['## What else refuses it', '', ...(rows.length === 0 ? ['Nothing that we know of.'] : rows)].join('\n');
}

function sources({ name }: Syscall, page: SyscallPage | undefined): string {
	const rows = (page?.sources ?? []).map((source) => `- ${source}`);
	return ['## Sources', '', ...rows, `- [manual page](${manualPage(name)})`].join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}
