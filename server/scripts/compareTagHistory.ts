/**
 * Compares what the product says of the Docker library's tags with a history of them.
 * `tsx server/scripts/compareTagHistory.ts HISTORY.json[.gz] [--as-of 2024-03-01]… [--all]`; the history is
 * `{ image: { tag: [{ d: release, from, to?, removed? }] } }`. Prints agreement and, for each day, what differs.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openImages, type Images } from '../src/core/images/resolveImage.ts';
import { compileImages } from './catalog/images.ts';

interface Interval {
	readonly d: string;
	readonly from: string;
	readonly to?: string;
	readonly removed?: boolean;
}
type History = Readonly<Record<string, Readonly<Record<string, readonly Interval[]>>>>;

/** Row ids that the history writes in another way. */
const sameRelease: Readonly<Record<string, string>> = {
	'amazonlinux-2018.03': 'amazonlinux-1',
	'opensuse-42.1': 'opensuse-leap-42.1',
	'opensuse-42.2': 'opensuse-leap-42.2',
	'opensuse-42.3': 'opensuse-leap-42.3',
};

const today = new Date().toISOString().slice(0, 10);

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			'as-of': { type: 'string', multiple: true, default: [today] },
			all: { type: 'boolean', default: false },
		},
	});
	const [file] = positionals;
	if (file === undefined) {
		throw new Error('Which history? tsx server/scripts/compareTagHistory.ts HISTORY.json[.gz] [--as-of DAY]…');
	}
	const history = await readHistory(file);
	const images = openImages(await compileImages(path.resolve(import.meta.dirname, '../data')));
	for (const day of values['as-of']) {
		compareOn(day, images, history, values.all);
	}
}

async function readHistory(name: string): Promise<History> {
	const bytes = await readFile(name);
	return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as History;
}

function compareOn(day: string, { official }: Images, tagsOf: History, all: boolean): void {
	let known = 0;
	let agree = 0;
	let beyond = 0;
	const differences: string[] = [];
	for (const [image, tags] of Object.entries(tagsOf)) {
		for (const [tag, intervals] of Object.entries(tags)) {
			const interval = intervals.findLast(({ from }) => from <= day);
			const said = interval && (official.resolve(image, tag, day)?.release ?? null);
			if (!interval || said === undefined) {
				continue;
			}
			const expected = expectedRelease(interval.d);
			if (expected === undefined) {
				beyond += said === null ? 0 : 1;
				continue;
			}
			known++;
			if (said === expected) {
				agree++;
			} else {
				differences.push(`${image}:${tag} is ${expected}, said ${said ?? 'unknown'}`);
			}
		}
	}
	const share = known === 0 ? 100 : (agree / known) * 100;
	console.log(`${day}: ${agree} of ${known} tags with a known release agree (${share.toFixed(3)} %)`);
	console.log(`  ${beyond} tags told whose release the history does not know`);
	for (const difference of all ? differences : differences.slice(0, 50)) {
		console.log(`  ${difference}`);
	}
}

/** Undefined where the history does not know the release. */
function expectedRelease(id: string): string | undefined {
	return id.startsWith('unknown') || id.endsWith('?') ? undefined : (sameRelease[id] ?? id);
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 2;
});
