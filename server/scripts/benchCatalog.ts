/**
 * `npm run bench:catalog`: how long a fresh process needs to load what a check loads, and what the facts weigh in the
 * package. Measures `dist/`, so build first. Fails where no run reaches the goal; on a busy machine the median may be above.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const dist = path.resolve(import.meta.dirname, '../../dist');
const rounds = 15;

/** Milliseconds, and bytes after compression as in the package. */
const goals = { load: 30, weight: 2e6 } as const;

/** A check loads the first two; the pages come with the first hover. */
const all = ['catalog.json', 'images.json', 'pages.json'] as const;

/** The product's own loading in a process of its own, which writes the milliseconds: passed, and of the processor. */
const probe = `
	import { readFile } from 'node:fs/promises';
	import { loadCatalog } from './server/src/core/catalog/catalog.ts';
	import { lazyPages } from './server/src/core/catalog/pages.ts';
	import { createImageReader } from './server/src/core/project/declaredImages.ts';
	const [folder, part] = process.argv.slice(2);
	const host = { readAsset: (name) => readFile(folder + '/' + name), today: () => '2026-11-23' };
	const start = performance.now();
	const before = process.cpuUsage();
	if (part === 'pages.json') {
		await lazyPages(host)('read');
	} else {
		const catalog = await loadCatalog(host);
		if (part !== 'catalog.json') await createImageReader(host, catalog);
	}
	const { user, system } = process.cpuUsage(before);
	console.log([performance.now() - start, (user + system) / 1000].join(' '));
`;

/** Milliseconds of several runs. */
interface Times {
	readonly median: number;
	/** What else the machine did can only have made it slower. */
	readonly fastest: number;
	/** Of the processor, in the median. */
	readonly processor: number;
}

function load(script: string, part: string): Times {
	const runs = Array.from({ length: rounds }, () => {
		const output = execFileSync(process.execPath, [script, dist, part], { encoding: 'utf8' });
		const [passed = NaN, processor = NaN] = output.split(' ').map(Number);
		return { passed, processor };
	});
	const passed = runs.map((run) => run.passed);
	return { median: median(passed), fastest: Math.min(...passed), processor: median(runs.map((run) => run.processor)) };
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function main(): void {
	const missing = all.filter((name) => !existsSync(path.join(dist, name)));
	if (missing.length > 0) {
		throw new Error(`dist/ has no ${missing.join(', ')}. Run: npm run build`);
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-catalog-'));
	const script = path.join(folder, 'probe.mjs');
	buildSync({
		stdin: { contents: probe, resolveDir: path.resolve(dist, '..'), loader: 'ts' },
		bundle: true,
		platform: 'node',
		format: 'esm',
		mainFields: ['module', 'main'],
		outfile: script,
	});
	try {
		report(script);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function report(script: string): void {
	const rows = [['', 'bytes', 'compressed', 'ms', 'fastest', 'processor']];
	let weight = 0;
	for (const name of all) {
		const bytes = readFileSync(path.join(dist, name));
		const compressed = deflateRawSync(bytes, { level: 9 }).length;
		weight += compressed;
		const times = name === 'images.json' ? ['', '', ''] : words(load(script, name));
		rows.push([name, String(bytes.length), String(compressed), ...times]);
	}
	const check = load(script, 'all');
	rows.push(['what a check loads', '', '', ...words(check)], ['all', '', String(weight), '', '', '']);
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	for (const row of rows) {
		const cells = row.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
		);
		console.log(cells.join('  ').trimEnd());
	}
	console.log(
		`\n${rounds} fresh processes each; ms is the median. Goals: ${goals.load} ms for what a check loads, ${goals.weight} bytes in all.`,
	);
	process.exitCode = check.fastest > goals.load || weight > goals.weight ? 1 : 0;
}

function words({ median, fastest, processor }: Times): readonly string[] {
	return [median, fastest, processor].map((milliseconds) => milliseconds.toFixed(1));
}

main();
