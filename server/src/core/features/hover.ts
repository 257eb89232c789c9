import type { CancellationToken } from '../cancellation.ts';
import { contains, type Position, type Range } from '../domain/text.ts';
import { rowOfCall } from '../judgement/callRow.ts';
import type { KnownTarget } from '../domain/target.ts';
import { kindOf, type TextFile } from '../project/document.ts';
import { parentOf } from '../project/paths.ts';
import { imageMarkdown } from './imageMarkdown.ts';
import { callMarkdown } from './syscallMarkdown.ts';
import type { World } from './world.ts';

/** What stands under a cursor, as Markdown, and the stretch of text it speaks of. */
export interface Hover {
	readonly range: Range;
	readonly markdown: string;
}

/** The hover of a call in a source or of an image in a FROM line; undefined anywhere else. */
export async function hover(
	document: TextFile,
	position: Position,
	world: World,
	token?: CancellationToken,
): Promise<Hover | undefined> {
	const { path, text } = document;
	const kind = kindOf(path, document.languageId);
	const folder = parentOf(path ?? '') ?? '';
	if (kind?.kind === 'image-file') {
		const { configuration } = await world.projects.of(folder, token);
		const found = world.images
			.stagesOf(text, configuration.images)
			.find(({ stage }) => contains(stage.range, position));
		return found === undefined ? undefined : { range: found.stage.range, markdown: imageMarkdown(found) };
	}
	if (kind?.kind !== 'source') {
		return undefined;
	}
	const { targets, configuration } = await world.projects.of(folder, token);
	const calls = await world.scanner.calls(kind.language, path, text, configuration.guards);
	const call = calls.find(({ range }) => contains(range, position));
	if (call === undefined) {
		return undefined;
	}
	const target = targets.find((one): one is KnownTarget => one.kind === 'known');
	const row = rowOfCall(call, world.catalog, target);
	return { range: call.range, markdown: callMarkdown(call, row, targets, world.catalog) };
}
