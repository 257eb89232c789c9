import { constants } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { largestFile, type DirectoryEntry, type FileText, type Host } from '../core/host.ts';
import { createManualReader } from './manualPages.ts';

/** The world as Node sees it. `assets` is the folder of the bundles, the catalog and the grammars. */
export function createNodeHost(assets: string): Host {
	return {
		readText,
		readDirectory,
		today: () => new Date().toISOString().slice(0, 10),
		readAsset: (name) => readFile(path.join(assets, name)),
		readManual: createManualReader(path.join(assets, 'manual')),
	};
}

/** A path of this system in the core's form. */
export function toCorePath(systemPath: string): string {
	const absolute = path.resolve(systemPath);
	return path.sep === '\\' ? absolute.replaceAll('\\', '/') : absolute;
}

async function readText(file: string): Promise<FileText> {
	// Opened once and asked by its handle, so that what is checked is what is read. O_NONBLOCK: a FIFO must not hang us.
	const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => codeOf(error));
	if (typeof handle === 'string') {
		return {
			kind: handle === 'ENOENT' || handle === 'ENOTDIR' ? 'missing' : handle === 'EISDIR' ? 'folder' : 'unreadable',
		};
	}
	try {
		const stat = await handle.stat();
		if (stat.isDirectory()) {
			return { kind: 'folder' };
		}
		if (!stat.isFile()) {
			return { kind: 'unreadable' };
		}
		if (stat.size > largestFile) {
			return { kind: 'too-large' };
		}
		const bytes = await handle.readFile();
		return bytes.subarray(0, 8192).includes(0) ? { kind: 'binary' } : { kind: 'text', text: decode(bytes) };
	} catch {
		return { kind: 'unreadable' };
	} finally {
		await handle.close();
	}
}

/** UTF-8 with bad bytes replaced; the byte order mark stays, since columns count from it. */
function decode(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function readDirectory(folder: string): Promise<readonly DirectoryEntry[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries.map((entry) => ({
		name: entry.name,
		kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other',
	}));
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
