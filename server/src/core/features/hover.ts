import type { CancellationToken } from '../cancellation.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { pagesOf } from '../catalog/pages.ts';
import type { Finding } from '../domain/finding.ts';
import { contains, type Position, type Range } from '../domain/text.ts';
import { checkCalls } from '../judgement/checkCalls.ts';
import { judge } from '../judgement/judge.ts';
import { kindOf, type TextFile } from '../project/document.ts';
import { parentOf } from '../project/paths.ts';
import { callAt, syscallsOfRow, type CallInPlace } from './callAt.ts';
import { imageMarkdown } from './imageMarkdown.ts';
import { syscallsTried } from './needsInWords.ts';
import { callMarkdown, type HoveredCall } from './syscallMarkdown.ts';
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
		return found === undefined
			? undefined
			: { range: found.stage.range, markdown: imageMarkdown(found, configuration.arch, world.catalog) };
	}
	if (kind?.kind !== 'source') {
		return undefined;
	}
	const found = await callAt(document, position, world, token);
	if (found === undefined) {
		return undefined;
	}
	const { call, row } = found;
	const [only, ...others] = syscallsOfRow(row);
	const quote = only === undefined || others.length > 0 ? undefined : await world.manuals.quote(only);
	const silencedBy = whySilent(found, text, world.catalog);
	const pages = await pagesOf([call.api, ...syscallsTried(row)], world.pageOf);
	return { range: call.range, markdown: callMarkdown({ ...found, silencedBy, quote }, pages, world.catalog) };
}

/** What keeps a finding of the call from being shown; undefined where it is shown, or there is none. */
function whySilent(
	{ call, targets, configuration, containment }: CallInPlace,
	text: string,
	catalog: Catalog,
): HoveredCall['silencedBy'] {
	const known = targets.filter((target) => target.kind === 'known');
	const [finding] = judge([call], known, catalog, containment);
	if (finding === undefined || checkCalls(text, [call], known, configuration, containment, catalog).some(isOfCall)) {
		return undefined;
	}
	return configuration.severity[finding.code] === 'off' ? 'configuration' : 'comment';
}

function isOfCall(finding: Finding): boolean {
	return 'call' in finding;
}
