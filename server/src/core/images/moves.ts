import type { Moves } from './imageCatalog.ts';

/** The value on the day `asOf` (an ISO date). Before its first day a tag is told by its first value. */
export function valueOn<T extends string | null>(moves: Moves<T>, asOf: string): T {
	if (!Array.isArray(moves)) {
		return moves as T;
	}
	const [first, ...later] = moves as readonly [T, ...(readonly [string, T])[]];
	let value = first;
	for (const [from, next] of later) {
		if (from > asOf) {
			break;
		}
		value = next;
	}
	return value;
}
