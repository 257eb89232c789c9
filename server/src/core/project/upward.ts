import { throwIfCancelled, type CancellationToken } from '../cancellation.ts';
import type { DirectoryEntry, Host } from '../host.ts';
import { parentOf } from './paths.ts';

/** One folder on the way up, with what is in it. */
export interface FolderAbove {
	readonly folder: string;
	readonly entries: readonly DirectoryEntry[];
}

/**
 * Walks from a folder upwards: to `root` where the folder lies in one, else to the folder of its repository (`.git`),
 * else to the file system's root. Both ends are included.
 */
export async function* upward(
	folder: string,
	root: string | undefined,
	host: Host,
	token?: CancellationToken,
): AsyncIterable<FolderAbove> {
	for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
		const entries = await host.readDirectory(at);
		throwIfCancelled(token);
		yield { folder: at, entries };
		if (root === undefined ? entries.some(({ name }) => name === '.git') : at === root) {
			return;
		}
	}
}
