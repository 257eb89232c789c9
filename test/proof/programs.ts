import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LanguageId } from '../../server/src/core/domain/apiCall.ts';

const run = promisify(execFile);
const folder = path.resolve(import.meta.dirname, 'programs');

/** A small program that does one thing and exits with 0 when it could. */
export interface Program {
	readonly name: string;
	readonly language: LanguageId;
	readonly text: string;
	readonly command: readonly string[];
}

/** The programs, those in C compiled into `output`. */
export async function buildPrograms(output: string): Promise<readonly Program[]> {
	const { stdout } = await run('python3', ['-c', 'import sys; print(sys.executable)']);
	const python = stdout.trim(); // not what a version manager puts in its place, which is a shell script
	const names = readdirSync(folder).sort();
	await compile(
		names.filter((name) => name.endsWith('.c')),
		output,
	);
	return names.map((name) => ({
		name,
		text: readFileSync(path.join(folder, name), 'utf8'),
		...(name.endsWith('.c')
			? { language: 'c', command: [path.join(output, name.slice(0, -2))] }
			: name.endsWith('.py')
				? { language: 'python', command: [python, '-S', path.join(folder, name)] }
				: { language: 'node', command: [process.execPath, path.join(folder, name)] }),
	}));
}

async function compile(names: readonly string[], output: string): Promise<void> {
	const half = Math.ceil(names.length / 2);
	const each = async (some: readonly string[]): Promise<void> => {
		for (const name of some) {
			await run('gcc', ['-w', '-pthread', '-o', path.join(output, name.slice(0, -2)), path.join(folder, name)]);
		}
	};
	await Promise.all([each(names.slice(0, half)), each(names.slice(half))]);
}
