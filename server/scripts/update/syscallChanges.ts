import type { SyscallFile } from '../../src/core/catalog/generated.ts';
import { architectures, type Architecture } from '../../src/core/domain/target.ts';
import type { Table } from './tables.ts';

/** What tables have that our data lacks. */
export interface NewNumbers {
	/** Calls that we have no file for, by name: their numbers. */
	readonly calls: ReadonlyMap<string, NumberOn>;
	/** Calls that came to another architecture: the file as it is, and the numbers to add. */
	readonly numbers: ReadonlyMap<string, { readonly file: SyscallFile; readonly added: NumberOn }>;
	/** Where they and we say different things: nothing that may be written by itself. */
	readonly conflicts: readonly string[];
}

type NumberOn = Readonly<Partial<Record<Architecture, number>>>;

/** Holds tables against the data. */
export function compareTables(tables: readonly Table[], files: readonly SyscallFile[]): NewNumbers {
	const known = new Map(files.map((file) => [file.name, file]));
	const owners = new Map(files.flatMap((file) => placesOf(file).map((place) => [place, file.name])));
	const calls = new Map<string, NumberOn>();
	const numbers = new Map<string, { file: SyscallFile; added: NumberOn }>();
	const conflicts: string[] = [];
	for (const { arch, file: table, numbers: theirs } of tables) {
		for (const [name, number] of theirs) {
			const file = known.get(name);
			const ours = file?.architectures[arch]?.number;
			const owner = owners.get(`${arch} ${number}`);
			if (ours === number) {
				continue;
			}
			if (ours !== undefined) {
				conflicts.push(`${table}: ${name} is ${number}, in syscalls/${name}.json ${ours}`);
			} else if (owner !== undefined) {
				conflicts.push(`${table}: ${number} is ${name}, in our data ${owner}. Was it renamed?`);
			} else if (file === undefined) {
				calls.set(name, { ...calls.get(name), [arch]: number });
			} else {
				numbers.set(name, { file, added: { ...numbers.get(name)?.added, [arch]: number } });
			}
		}
	}
	return { calls, numbers, conflicts };
}

function placesOf({ architectures: entries }: SyscallFile): readonly string[] {
	return architectures.flatMap((arch) => {
		const entry = entries[arch];
		return entry === undefined ? [] : [`${arch} ${entry.number}`];
	});
}

interface Writing extends Pick<NewNumbers, 'calls' | 'numbers'> {
	/** The release that the numbers came with. */
	readonly release: string;
	/** What the numbers are from. */
	readonly source: string;
}

/** The files to write. What only a person can say is left out, and `npm run check` asks for it. */
export function* withNumbers({ calls, numbers, release, source }: Writing): Iterable<SyscallFile> {
	for (const [name, added] of calls) {
		yield {
			$schema: '../schemas/syscall.schema.json',
			name,
			since: release,
			status: 'implemented',
			architectures: ordered(
				Object.fromEntries(Object.entries(added).map(([arch, number]) => [arch, { number }] as const)),
			),
			sources: [{ source, says: `new in ${release} on ${Object.keys(added).join(', ')}` }],
		};
	}
	for (const { file, added } of numbers.values()) {
		const entries = Object.fromEntries(
			Object.entries(added).map(([arch, number]) => [arch, { number, since: release }] as const),
		);
		yield {
			...file,
			architectures: ordered({ ...file.architectures, ...entries }),
			sources: [...file.sources, { source, says: `added in ${release} on ${Object.keys(added).join(', ')}` }],
		};
	}
}

/** Architectures stand in one order in every file. */
function ordered(entries: SyscallFile['architectures']): SyscallFile['architectures'] {
	return Object.fromEntries(
		architectures.filter((arch) => entries[arch] !== undefined).map((arch) => [arch, entries[arch]]),
	);
}
