import type { ApiRow } from '../catalog/apis.ts';
import type { CancellationToken } from '../cancellation.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { KnownTarget, Target } from '../domain/target.ts';
import { contains, type Position } from '../domain/text.ts';
import type { Containment } from '../judgement/blocked.ts';
import { rowOfCall } from '../judgement/callRow.ts';
import type { Configuration } from '../project/configuration.ts';
import { kindOf, type TextFile } from '../project/document.ts';
import { parentOf } from '../project/paths.ts';
import type { World } from './world.ts';

/** A call, the row of its Api that counts for it, and what it is held against. */
export interface CallInPlace {
	readonly call: ApiCall;
	readonly row: ApiRow;
	readonly targets: readonly Target[];
	readonly configuration: Configuration;
	readonly containment: Containment;
}

/** The call under a cursor; undefined where there is none. */
export async function callAt(
	{ path, text, languageId }: TextFile,
	position: Position,
	world: World,
	token?: CancellationToken,
): Promise<CallInPlace | undefined> {
	const kind = kindOf(path, languageId);
	if (kind?.kind !== 'source') {
		return undefined;
	}
	const { targets, configuration, containment } = await world.projects.of(parentOf(path ?? '') ?? '', token);
	const calls = await world.scanner.calls(kind.language, path, text, configuration.guards);
	const call = calls.find(({ range }) => contains(range, position));
	if (call === undefined) {
		return undefined;
	}
	const target = targets.find((one): one is KnownTarget => one.kind === 'known');
	return { call, row: rowOfCall(call, world.catalog, target), targets, configuration, containment };
}

/** The syscalls that a row tries first, each once. */
export function syscallsOfRow({ needs }: ApiRow): readonly string[] {
	return [...new Set(needs.flatMap(([first]) => (first === undefined ? [] : [first.syscall])))];
}
