import type { CancellationToken } from '../cancellation.ts';
import { contains, type Position, type Range } from '../domain/text.ts';
import { kindOf, type TextFile } from '../project/document.ts';
import { parentOf } from '../project/paths.ts';
import { callAt, syscallsOfRow } from './callAt.ts';
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
	const found = await callAt(document, position, world, token);
	if (found === undefined) {
		return undefined;
	}
	const { call, row, targets } = found;
	const markdown = callMarkdown(call, row, targets, world.catalog);
	const [only, ...others] = syscallsOfRow(row);
	const quote = only === undefined || others.length > 0 ? undefined : await world.manuals.quote(only);
	return { range: call.range, markdown: quote === undefined ? markdown : `${markdown}\n\n${quote}` };
}
