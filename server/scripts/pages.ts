/**
 * `npm run pages`: which parts the page of each live call has, which it owes and lacks. What does not apply is marked in the
 * data (an empty list, a null) or follows from it, and is counted apart; undated are calls that name constants of which no
 * source tells the release, as their pages say. Fails where anything is lacking.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SyscallFile } from '../src/core/catalog/generated.ts';
import { createCatalog, type Catalog, type CatalogData } from '../src/core/catalog/catalog.ts';
import { architectures } from '../src/core/domain/target.ts';
import { constantsIn } from '../src/core/features/pageMarkdown.ts';
import { profileHistory } from '../src/core/profiles/history.ts';
import { oldestKernel, standIn } from './catalog/checks/fullPages.ts';
import { isLive } from './catalog/checks/live.ts';
import { readDataFiles } from './catalog/dataFiles.ts';
import { compilePage } from './catalog/pages.ts';
import { compileBundles } from './compileCatalog.ts';

/** What a page says of something: it is told, said to be undated, said not to apply, or it is missing. */
type State = 'told' | 'undated' | 'none' | 'missing';

interface Field {
	readonly name: string;
	/** What `none` means here. */
	readonly none?: string;
	readonly look: (file: SyscallFile, catalog: Catalog) => State;
}

const fields: readonly Field[] = [
	{ name: 'summary', look: ({ summary }) => told(summary) },
	{ name: 'details', look: ({ details }) => told(details) },
	{ name: 'prototype', look: (file) => told(compilePage(file).prototype) },
	{
		name: 'meaning of each parameter',
		none: 'takes none',
		look: ({ page, libc, parameters }) => {
			const count = Object.keys(page?.parameters ?? {}).length;
			const owed =
				libc?.parameters.filter(({ type }) => type !== 'void' && type !== '...').length ?? parameters?.length;
			return owed === 0 && count === 0 ? 'none' : owed !== undefined && count >= owed ? 'told' : 'missing';
		},
	},
	{ name: 'errors with meaning', none: 'never fails', look: ({ page }) => entries(page?.errors) },
	{
		name: 'result',
		none: 'does not return',
		look: ({ page }) => (page?.returns === null ? 'none' : told(page?.returns)),
	},
	{
		name: 'flags with their release',
		none: 'takes no constants',
		look: (file, catalog) =>
			catalog.flagsOf(file.name).length > 0
				? 'told'
				: constantsIn(compilePage(file)).length > 0
					? 'undated'
					: told(file.page) === 'told'
						? 'none'
						: 'missing',
	},
	{
		name: 'release and number per architecture',
		look: ({ since, architectures: places }) =>
			Object.values(places).every(
				({ since: own, notLaterThan, status }) => (own ?? notLaterThan ?? status ?? since ?? undefined) !== undefined,
			)
				? 'told'
				: 'missing',
	},
	{ name: 'Kconfig gate', none: 'always built', look: ({ kconfig }) => (kconfig === null ? 'none' : told(kconfig)) },
	{ name: 'wrapper in glibc', none: 'has none', look: ({ wrappers }) => wrapper(wrappers?.glibc) },
	{ name: 'wrapper in musl', none: 'has none', look: ({ wrappers }) => wrapper(wrappers?.musl) },
	{
		name: 'what stands in, and what is lost',
		none: `in every kernel since ${oldestKernel}`,
		look: standIn,
	},
	{
		name: 'container profiles',
		look: ({ name }, catalog) => {
			const numbers = catalog.syscall(name)?.numbers ?? {};
			const arch = architectures.find((one) => numbers[one] !== undefined);
			const answers = catalog
				.engines()
				.map(({ engine }) => (arch === undefined ? [] : profileHistory(engine, name, arch, catalog)));
			return answers.length > 0 && answers.every((answer) => answer.length > 0) ? 'told' : 'missing';
		},
	},
	{
		name: "gVisor's support",
		none: 'not in its table: ENOSYS',
		look: ({ name, architectures: places }, catalog) => {
			const gvisor = catalog.vendorKernel('gvisor');
			const table =
				gvisor?.base === 'none' ? gvisor.architectures[places.x86_64 === undefined ? 'arm64' : 'x86_64'] : {};
			return table === undefined ? 'missing' : name in table ? 'told' : 'none';
		},
	},
	{ name: 'what else refuses it', none: 'nothing known', look: ({ page }) => entries(page?.alsoRefused) },
	{ name: 'sources', look: ({ sources }) => (entries(sources) === 'told' ? 'told' : 'missing') },
];

function told(value: unknown): State {
	return value === undefined || value === '' ? 'missing' : 'told';
}

function entries(value: object | undefined): State {
	return value === undefined ? 'missing' : Object.keys(value).length === 0 ? 'none' : 'told';
}

function wrapper(value: object | false | undefined): State {
	return value === undefined ? 'missing' : value === false ? 'none' : 'told';
}

/** How many pages are in each state, and the names of those that lack the field. */
export interface Count {
	readonly field: string;
	readonly told: number;
	readonly undated: number;
	readonly none: number;
	/** What `none` means. */
	readonly noneMeans: string;
	readonly lacking: readonly string[];
}

/** Counts the fields of every live call. */
export function countFields(files: readonly SyscallFile[], catalog: Catalog): readonly Count[] {
	return fields.map(({ name, none = '', look }) => {
		const states = files.map((file) => [file.name, look(file, catalog)] as const);
		return {
			field: name,
			told: states.filter(([, state]) => state === 'told').length,
			undated: states.filter(([, state]) => state === 'undated').length,
			none: states.filter(([, state]) => state === 'none').length,
			noneMeans: none,
			lacking: states.filter(([, state]) => state === 'missing').map(([call]) => call),
		};
	});
}

/** The live calls, and the catalog over the same data. */
export async function liveCalls(): Promise<{ readonly files: readonly SyscallFile[]; readonly catalog: Catalog }> {
	const folder = path.resolve(import.meta.dirname, '../data');
	const files = (await readDataFiles<SyscallFile>(folder, 'syscalls')).map(({ value }) => value).filter(isLive);
	return { files, catalog: createCatalog((await compileBundles())['catalog.json'] as CatalogData) };
}

async function main(): Promise<void> {
	const { files, catalog } = await liveCalls();
	const counts = countFields(files, catalog);
	const width = Math.max(...counts.map(({ field }) => field.length));
	console.log(`${files.length} live calls\n\n${'field'.padEnd(width)}  told  undated  none  lacking`);
	for (const { field, told: has, undated, none, noneMeans, lacking } of counts) {
		const remark = none === 0 ? '' : `  none: ${noneMeans}`;
		const numbers = [
			String(has).padStart('told'.length),
			String(undated).padStart('undated'.length),
			String(none).padStart('none'.length),
			String(lacking.length).padStart('lacking'.length),
		];
		console.log(`${field.padEnd(width)}  ${numbers.join('  ')}${remark}`);
		if (lacking.length > 0) {
			console.log(`${' '.repeat(width)}  lacking: ${lacking.join(', ')}`);
		}
	}
	process.exitCode = counts.some(({ lacking }) => lacking.length > 0) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main();
}
