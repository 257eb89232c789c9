import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Alternative } from '../../src/core/catalog/apis.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { apiFolders, type ApiFile } from '../catalog/apis.ts';
import { readDataFiles, type DataFile } from '../catalog/dataFiles.ts';
import { apiFileText } from './apiFileText.ts';
import { calledIn } from './compare.ts';
import type { Verdict } from './report.ts';
import type { MeasuredRuntime } from './runtime.ts';
import { summarise, type Summary } from './summarise.ts';

type Held = Extract<Verdict, { kind: 'agrees' | 'disagrees' }>;
type RowEntry = ApiFile['apis'][string]['rows'][number];

/** Calls on the way that tell a reader nothing. */
const unsaid: ReadonlySet<string> = new Set(['getpid', 'lseek', 'ioctl', 'poll', 'uname']);

const sourceKey = 'measure';

/**
 * Writes what was measured into the API maps, for review: the row of a case that disagrees gets what was seen, in its
 * place where it speaks of this runtime alone or of all, else as a row of this runtime before it. A row whose cases
 * agree becomes a measured one. Gives a line for each row that a person must settle: its cases differ.
 */
export async function writeResults(
	dataFolder: string,
	runtime: MeasuredRuntime,
	verdicts: readonly Verdict[],
	catalog: Catalog,
): Promise<readonly string[]> {
	const unsettled: string[] = [];
	const language = runtime.cases[0]?.language ?? 'c';
	const byRow = rowsHeld(verdicts, catalog, language);
	for (const file of await readDataFiles<ApiFile>(dataFolder, apiFolders[language])) {
		const apis = { ...file.value.apis };
		let changed = false;
		for (const [name, entry] of Object.entries(apis)) {
			const rows = [...entry.rows];
			for (const [index, row] of entry.rows.entries()) {
				const held = byRow.get(`${name} ${index}`) ?? [];
				const made = held.length === 0 ? undefined : remake(row, held, runtime);
				if (made === 'differ') {
					unsettled.push(`${name}: cases of one row differ: ${held.map(({ one }) => one.call).join('; ')}`);
				} else if (made !== undefined) {
					rows.splice(rows.indexOf(row), made.inPlace ? 1 : 0, made.row);
					changed = true;
				}
			}
			apis[name] = { ...entry, rows };
		}
		if (changed) {
			writeFile(dataFolder, file, { ...file.value, sources: withSource(file.value.sources, runtime), apis });
		}
	}
	return unsettled;
}

/** The verdicts on each row, by `<api> <index of the row>`. */
function rowsHeld(
	verdicts: readonly Verdict[],
	catalog: Catalog,
	language: ApiFile['language'],
): ReadonlyMap<string, readonly Held[]> {
	const held = new Map<string, Held[]>();
	for (const verdict of verdicts) {
		if (verdict.kind !== 'agrees' && verdict.kind !== 'disagrees') {
			continue;
		}
		const index = catalog.knownApi(language, verdict.call.api)?.rows.indexOf(verdict.row) ?? -1;
		if (index >= 0) {
			const key = `${verdict.call.api} ${index}`;
			held.set(key, [...(held.get(key) ?? []), verdict]);
		}
	}
	return held;
}

function remake(
	row: RowEntry,
	held: readonly Held[],
	runtime: MeasuredRuntime,
): { readonly row: RowEntry; readonly inPlace: boolean } | 'differ' | undefined {
	const sources = [...new Set([...(row.sources ?? []), sourceKey])];
	if (held.every(({ kind }) => kind === 'agrees')) {
		const known = row.known === 'measured' && row.sources?.includes(sourceKey) === true;
		return known ? undefined : { row: { ...row, known: 'measured', sources }, inPlace: true };
	}
	const summaries = held.map(({ measured }) => summarise(measured));
	const [summary] = summaries;
	if (summary === undefined || new Set(summaries.map(({ needs }) => JSON.stringify(needs))).size > 1) {
		return 'differ';
	}
	const inPlace =
		row.runtimes === undefined ? runtime.name !== 'musl' : row.runtimes.every(({ name }) => name === runtime.name);
	const own = row.runtimes?.filter(({ name }) => name === runtime.name);
	const runtimes = inPlace ? row.runtimes : (own ?? [{ name: runtime.name }]);
	const needs = [
		...summary.needs,
		...untried(
			row,
			held.map(({ measured }) => measured),
		),
	];
	return { row: rowOf({ ...row, ...(runtimes && { runtimes }), sources }, { ...summary, needs }), inPlace };
}

/** Needs of the row that the cases call and that could not be tried, such as the reads of an event loop. */
function untried({ needs }: RowEntry, measured: readonly Held['measured'][]): Summary['needs'] {
	const tried = new Set(measured.flatMap(({ trials }) => trials.flatMap(({ missing }) => missing)));
	const called = new Set(measured.flatMap((one) => [...calledIn(one)]));
	return needs
		.map((alternatives) => alternatives.map(long).filter(({ syscall }) => called.has(syscall)))
		.filter((alternatives) => alternatives.length > 0 && alternatives.every(({ syscall }) => !tried.has(syscall)));
}

/** The row with what was measured, its properties in the order of the files. */
function rowOf(
	{ when, runtimes, uses: before = [], note, sources }: RowEntry,
	{ needs, uses, whenMissing, whenRefused }: Summary,
): RowEntry {
	const needed = new Set(needs.flat().map(({ syscall }) => syscall));
	// other versions may use what this one doesn't
	const others = [...new Set([...before, ...uses.filter((call) => !unsaid.has(call))])].filter(
		(call) => !needed.has(call),
	);
	return {
		...(when && { when }),
		...(runtimes && { runtimes }),
		needs: needs.map((alternatives) => alternatives.map(short)),
		...(others.length > 0 && { uses: others }),
		known: 'measured',
		...(whenMissing !== undefined && { whenMissing }),
		...(whenRefused !== undefined && { whenRefused }),
		...(note !== undefined && { note }),
		...(sources && { sources }),
	};
}

function short({ syscall, fallbackOn }: Alternative): string | Alternative {
	return fallbackOn === undefined ? syscall : { syscall, fallbackOn };
}

function long(item: string | Alternative): Alternative {
	return typeof item === 'string' ? { syscall: item } : item;
}

function withSource(sources: ApiFile['sources'], { name, version }: MeasuredRuntime): NonNullable<ApiFile['sources']> {
	const before = sources?.[sourceKey]?.says ?? 'npm run measure: strace, with ENOSYS and with EPERM, on x86_64, of';
	const title = `${name} ${version}`;
	return { ...sources, [sourceKey]: { says: before.includes(title) ? before : `${before} ${title}` } };
}

function writeFile(dataFolder: string, { path: name, value: before }: DataFile<ApiFile>, value: ApiFile): void {
	const file = path.join(dataFolder, name);
	if (apiFileText(before) !== readFileSync(file, 'utf8')) {
		throw new Error(`${name} is not laid out as the maps are`);
	}
	writeFileSync(file, apiFileText(value));
}
