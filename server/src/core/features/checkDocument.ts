import type { Catalog } from '../catalog/catalog.ts';
import { throwIfCancelled, type CancellationToken } from '../cancellation.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { FileFinding, Finding, ImageFinding } from '../domain/finding.ts';
import type { KnownTarget, Target, UnknownTarget } from '../domain/target.ts';
import type { Range } from '../domain/text.ts';
import type { Language } from '../languages/language.ts';
import { applyWishes, checkCalls } from '../judgement/checkCalls.ts';
import { imageMessage } from '../judgement/messages.ts';
import { startupLack } from '../judgement/startup.ts';
import { readConfiguration } from '../project/readConfiguration.ts';
import { kindOf, type TextFile } from '../project/document.ts';
import { isLeftOut } from '../project/walk.ts';
import { parentOf } from '../project/paths.ts';
import { targetsOf } from '../project/targets.ts';
import { unknownImageMessage } from './targetWords.ts';
import type { World } from './world.ts';

/** A document with what was found in it. */
export interface CheckedDocument {
	/** Undefined for Dockerfiles and configuration files. */
	readonly language: Language | undefined;
	readonly calls: readonly ApiCall[];
	readonly findings: readonly Finding[];
	readonly targets: readonly Target[];
}

const nothing: CheckedDocument = { language: undefined, calls: [], findings: [], targets: [] };

/** Checks one document of any kind; what is none of ours has no findings. */
export async function checkDocument(
	document: TextFile,
	world: World,
	token?: CancellationToken,
): Promise<CheckedDocument> {
	const kind = kindOf(document.path, document.languageId);
	switch (kind?.kind) {
		case undefined:
			return nothing;
		case 'configuration':
			return { ...nothing, findings: await checkConfiguration(document, world, token) };
		case 'image-file':
			return checkImageFile(document, world, token);
		case 'source':
			return checkSource(kind.language, document, world, token);
	}
}

async function checkConfiguration(
	{ path, text }: TextFile,
	world: World,
	token: CancellationToken | undefined,
): Promise<readonly FileFinding[]> {
	const { problems, profileRange } = readConfiguration(text, world.facts);
	const { containment } = await world.projects.of(parentOf(path ?? '') ?? '', token);
	return containment.problem === undefined || profileRange === undefined
		? problems
		: [...problems, { code: 'configuration', severity: 'warning', range: profileRange, message: containment.problem }];
}

async function checkSource(
	language: Language,
	{ path, text }: TextFile,
	world: World,
	token: CancellationToken | undefined,
): Promise<CheckedDocument> {
	const project = await world.projects.of(parentOf(path ?? '') ?? '', token);
	throwIfCancelled(token);
	if (path !== undefined && isLeftOut(path, project.root, project.configuration.ignore)) {
		return { ...nothing, language };
	}
	const calls = await world.scanner.calls(language, path, text, project.configuration.guards);
	return {
		language,
		calls,
		findings: checkCalls(text, calls, project.targets, project.configuration, project.containment, world.catalog),
		targets: project.targets,
	};
}

async function checkImageFile(
	document: TextFile,
	world: World,
	token: CancellationToken | undefined,
): Promise<CheckedDocument> {
	const path = document.path ?? 'Dockerfile';
	const { configuration } = await world.projects.of(parentOf(path) ?? '', token);
	const declared = world.images.declaredIn(path, document.text, configuration);
	const targets = targetsOf(declared, configuration, world.catalog);
	const range = declared[0]?.declaredAt.range;
	const findings = targets.flatMap((target): readonly FileFinding[] =>
		target.kind === 'unknown' ? unknownImage(target) : imageOnHost(target, range, world.catalog),
	);
	return { ...nothing, findings: applyWishes(document.text, findings, configuration, world.catalog), targets };
}

function unknownImage(target: UnknownTarget): readonly FileFinding[] {
	const { range } = target.declaredAt;
	return range === undefined
		? []
		: [{ code: 'unknown-base-image', severity: 'information', range, target, message: unknownImageMessage(target) }];
}

/** Only a declared host can be too old for an image: the image's own kernel is the one it was made for. */
function imageOnHost(target: KnownTarget, range: Range | undefined, catalog: Catalog): readonly ImageFinding[] {
	const lack = target.declaredHost && range !== undefined ? startupLack(target, catalog) : undefined;
	if (lack === undefined || range === undefined) {
		return [];
	}
	return [
		{
			code: 'image-needs-newer-host',
			severity: 'error',
			range,
			target,
			syscall: lack.kind === 'syscall' ? lack.syscall : null,
			since: lack.kind === 'syscall' ? lack.why.since : lack.release,
			message: imageMessage(lack, target),
		},
	];
}
