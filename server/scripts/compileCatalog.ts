import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readData } from './catalog/checks/check.ts';
import { checks } from './catalog/checks/checks.ts';
import { compileApis, problemsOfApis } from './catalog/apis.ts';
import { compileDistros } from './catalog/distros.ts';
import { compileFlags } from './catalog/flags.ts';
import { generateTypes } from './catalog/generateTypes.ts';
import { compileImages } from './catalog/images.ts';
import { compileKernels } from './catalog/kernels.ts';
import { newestKernel } from './catalog/newestKernel.ts';
import { problemLine, type Problem } from './catalog/problem.ts';
import { compileProfiles } from './catalog/profiles.ts';
import { compilePages } from './catalog/pages.ts';
import { compileStartup } from './catalog/startup.ts';
import { compileSyscalls } from './catalog/syscalls.ts';
import { validate } from './catalog/validate.ts';

const dataFolder = path.resolve(import.meta.dirname, '../data');
const generated = path.resolve(import.meta.dirname, '../src/core/catalog/generated.ts');

/** The parts of `catalog.json`, each by the property that holds it. */
const parts: Readonly<Record<string, (folder: string) => Promise<object>>> = {
	syscalls: compileSyscalls,
	kernels: compileKernels,
	distros: compileDistros,
	apis: compileApis,
	flags: compileFlags,
	profiles: compileProfiles,
	startup: compileStartup,
};

/** Bundles of their own beside `catalog.json`. */
const bundles: Readonly<Record<string, (folder: string) => Promise<object>>> = {
	'images.json': compileImages,
	'pages.json': compilePages,
};

/**
 * Compiles `server/data` into the bundles which the product loads: `catalog.json` (syscalls, kernels, releases, APIs) and
 * `images.json` (references). Every file must fit its schema and the rules of `catalog/checks`.
 */
export async function writeCatalog(folder: string): Promise<void> {
	refuse(await problemsOfData());
	for (const [name, bundle] of Object.entries(await compileBundles())) {
		await writeFile(path.join(folder, name), asciiJson(bundle));
	}
}

/** JSON without a character beyond ASCII: an engine keeps such a text in half the memory, and reads it faster. */
function asciiJson(bundle: object): string {
	const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
	return JSON.stringify(bundle).replace(/[\u0080-\uffff]/g, escape);
}

/** The bundles by the name of their file. */
export async function compileBundles(): Promise<Readonly<Record<string, object>>> {
	const catalog: Record<string, unknown> = { version: 1, newestKernel };
	for (const [name, compile] of Object.entries(parts)) {
		catalog[name] = await compile(dataFolder);
	}
	const others = Object.entries(bundles).map(async ([name, compile]) => [name, await compile(dataFolder)] as const);
	return { 'catalog.json': catalog, ...Object.fromEntries(await Promise.all(others)) };
}

async function problemsOfData(): Promise<readonly Problem[]> {
	const problems = await validate(dataFolder);
	if (problems.length > 0) {
		return problems; // the checks may rely on the shape
	}
	const data = await readData(dataFolder);
	const names = new Set(data.syscalls.map(({ name }) => name));
	return [
		...checks.flatMap((check) => [...check.run(data)]),
		...(await problemsOfApis(dataFolder, (name) => names.has(name))),
	];
}

function refuse(problems: readonly Problem[]): void {
	if (problems.length > 0) {
		throw new Error(`The data is not as it should be:\n${problems.map(problemLine).join('\n')}`);
	}
}

/** `--check` writes nothing and fails when the generated types are not those of the schemas. */
async function main(checkOnly: boolean): Promise<void> {
	const types = await generateTypes(dataFolder);
	if (!checkOnly) {
		await writeFile(generated, types);
	} else if ((await readFile(generated, 'utf8')) !== types) {
		throw new Error('generated.ts does not fit the schemas. Run: npx tsx server/scripts/compileCatalog.ts');
	}
	refuse(await problemsOfData());
	await compileBundles();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	main(process.argv.includes('--check')).catch((error: unknown) => {
		console.error((error as Error).message);
		process.exitCode = 1;
	});
}
