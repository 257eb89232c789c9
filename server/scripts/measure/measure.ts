/**
 * `npm run measure`: holds every row of `server/data/apis` that this machine can run against what strace sees when system
 * calls are made to answer ENOSYS or EPERM.
 *
 *   npm run measure -- [--runtime glibc|musl|python|node]… [--only API]… [--python PATH]… [--node 22]… [--write]
 *
 * Exit status: 1 when a row disagrees; else 2 when something that was asked for can't be measured here.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createCatalog, type Catalog, type CatalogData } from '../../src/core/catalog/catalog.ts';
import type { LanguageId } from '../../src/core/domain/apiCall.ts';
import { createParsers } from '../../src/core/syntax/wasmParser.ts';
import { compileBundles } from '../compileCatalog.ts';
import { grammarAssets } from '../grammarAssets.ts';
import type { CallNumbers } from './bench.ts';
import { readCases, type Case } from './cases.ts';
import { glibc, musl } from './cLibraries.ts';
import { cRuntime } from './cRuntime.ts';
import { installedNode, nodeRuntime } from './nodeRuntime.ts';
import { pythonRuntime } from './pythonRuntime.ts';
import { linesOf, measureRuntime } from './report.ts';
import type { MeasuredRuntime } from './runtime.ts';
import { writeResults } from './write.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const dataFolder = path.join(root, 'server/data');
const cache = path.join(root, '.cache/measure');

const runtimeNames = ['glibc', 'musl', 'python', 'node'];

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			runtime: { type: 'string', multiple: true, default: runtimeNames },
			only: { type: 'string', multiple: true },
			python: { type: 'string', multiple: true },
			node: { type: 'string', multiple: true },
			write: { type: 'boolean', default: false },
		},
	});
	if (process.platform !== 'linux' || process.arch !== 'x64' || spawnSync('strace', ['--version']).status !== 0) {
		throw new Error('Measuring needs Linux on x86_64 with strace: apt-get install strace');
	}
	let catalog = await readCatalog();
	const parserOf = createParsers(grammarAssets);
	let status = 0;
	let cases = 0;
	for (const { name, make } of runtimesOf(values, numbersOf(catalog))) {
		if (!values.runtime.includes(name)) {
			continue;
		}
		let runtime: MeasuredRuntime;
		try {
			runtime = make();
		} catch (error) {
			console.error(`NOT MEASURED: ${name}: ${(error as Error).message}`);
			status ||= 2;
			continue;
		}
		cases += runtime.cases.length;
		const started = Date.now();
		const verdicts = await measureRuntime(runtime, catalog, parserOf);
		for (const line of linesOf(runtime, verdicts)) {
			console.log(line);
		}
		console.log(`${runtime.name} ${runtime.version}  ${Math.round((Date.now() - started) / 1000)} s`);
		if (values.write) {
			for (const line of await writeResults(dataFolder, runtime, verdicts, catalog)) {
				console.log(`${runtime.name} ${runtime.version}  ${line}`);
			}
			catalog = await readCatalog(); // the next runtime is held against what this one wrote
		}
		if (verdicts.some(({ kind }) => kind === 'disagrees' || kind === 'unknown')) {
			status = 1;
		}
	}
	if (values.only !== undefined && cases === 0) {
		throw new Error(`No case of ${values.only.join(' or ')} in server/scripts/measure/cases.`);
	}
	return status;
}

async function readCatalog(): Promise<Catalog> {
	const bundles = await compileBundles();
	return createCatalog(bundles['catalog.json'] as CatalogData);
}

interface Choice {
	readonly name: string;
	readonly make: () => MeasuredRuntime;
}

interface Wanted {
	readonly only?: readonly string[] | undefined;
	readonly python?: readonly string[] | undefined;
	readonly node?: readonly string[] | undefined;
}

function* runtimesOf(values: Wanted, numbers: CallNumbers): Iterable<Choice> {
	const cases = (language: LanguageId): readonly Case[] => casesOf(language, values.only);
	for (const [name, library] of [
		['glibc', glibc],
		['musl', musl],
	] as const) {
		yield { name, make: () => cRuntime(library(), cases('c'), path.join(cache, name), numbers) };
	}
	for (const interpreter of ['/usr/bin/python3', ...(values.python ?? [])]) {
		yield { name: 'python', make: () => pythonRuntime(interpreter, cases('python'), cache, numbers) };
	}
	for (const major of [undefined, ...(values.node ?? [])]) {
		const interpreter = (): string => (major === undefined ? process.execPath : installedNode(major, cache));
		yield { name: 'node', make: () => nodeRuntime(interpreter(), cases('node'), cache, numbers) };
	}
}

/** The cases of a language; with `only`, those of these Apis, or whose text has their last name. */
function casesOf(language: LanguageId, only: readonly string[] | undefined): readonly Case[] {
	const folder = path.join(import.meta.dirname, 'cases', language);
	const all = readdirSync(folder)
		.sort()
		.flatMap((name) => [...readCases(language, name, readFileSync(path.join(folder, name), 'utf8'))]);
	const last = (api: string): string => api.slice(api.lastIndexOf('.') + 1);
	const isOf = ({ call, api }: Case, name: string): boolean =>
		(api !== undefined && last(api) === last(name)) || new RegExp(`\\b${last(name)}\\b`).test(call);
	return only === undefined ? all : all.filter((one) => only.some((name) => isOf(one, name)));
}

function numbersOf(catalog: Catalog): CallNumbers {
	return {
		numberOf: (name) => catalog.syscall(name)?.numbers['x86_64'],
		nameOf: (number) => catalog.syscallByNumber(number),
	};
}

main().then(
	(status) => (process.exitCode = status),
	(error: unknown) => {
		console.error((error as Error).message);
		process.exitCode = 2;
	},
);
