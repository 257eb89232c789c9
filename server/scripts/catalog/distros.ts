import type { DistroKernel, DistroRelease } from '../../src/core/catalog/distros.ts';
import type { DistroFile } from '../../src/core/catalog/generated.ts';
import { kernelRelease } from '../../src/core/domain/kernelRelease.ts';
import { readDataFiles } from './dataFiles.ts';

type Files = ReadonlyMap<string, DistroFile>;

/** Compiles `distros/`: a release that has the kernel of another gets it here. */
export async function compileDistros(dataFolder: string): Promise<readonly DistroRelease[]> {
	const files = new Map(
		(await readDataFiles<DistroFile>(dataFolder, 'distros')).map(({ name, value }) => [name, value]),
	);
	return [...files].map(([row, file]) => compileDistro(row, file, files));
}

function compileDistro(row: string, file: DistroFile, files: Files): DistroRelease {
	const { libc, python, dates } = file;
	return {
		row,
		id: file.id,
		version: file.version,
		codename: file.codename,
		aliases: file.aliases ?? [],
		kernel: kernelOf(file, files),
		noKernel: file.noKernel,
		like: file.kernel !== null && 'like' in file.kernel ? file.kernel.like : undefined,
		otherKernels: [...otherKernelsOf(file, files)],
		libc: { name: libc.name, version: libc.version, certainty: libc.certainty },
		python: python === undefined ? null : { version: python.version, certainty: python.certainty },
		released: dates.released,
		endOfLife: dates.extendedIsFree === true ? dates.extendedEndOfLife : dates.endOfLife,
		extendedEndOfLife: dates.extendedEndOfLife,
		note: file.note,
	};
}

/** The claim that two releases share a kernel has a certainty of its own, and that one counts. */
function kernelOf({ kernel }: DistroFile, files: Files): DistroKernel | null {
	if (kernel === null) {
		return null;
	}
	if ('like' in kernel) {
		const shared = kernelOf(fileOf(kernel.like, files), files);
		return shared === null ? null : { ...shared, certainty: kernel.certainty };
	}
	const { release, vendor, full, certainty } = kernel;
	return { release: kernelRelease(release), vendor, ...(full === undefined ? {} : { full }), certainty };
}

function* otherKernelsOf(file: DistroFile, files: Files): Iterable<DistroRelease['otherKernels'][number]> {
	for (const other of file.otherKernels ?? []) {
		if ('like' in other) {
			yield* otherKernelsOf(fileOf(other.like, files), files);
		} else {
			yield other.release === undefined ? { note: other.note } : { release: other.release, note: other.note };
		}
	}
}

function fileOf(row: string, files: Files): DistroFile {
	const file = files.get(row);
	if (file === undefined) {
		throw new Error(`distros: 'like' names '${row}', which has no file`);
	}
	return file;
}
