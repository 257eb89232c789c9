import { throwIfCancelled, type CancellationToken } from '../cancellation.ts';
import type { ApiCall, LanguageId } from '../domain/apiCall.ts';
import { severities, type Finding, type Severity } from '../domain/finding.ts';
import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { Target } from '../domain/target.ts';
import type { FileText, Host } from '../host.ts';

import { newer, requirementOf } from '../judgement/minimumKernel.ts';
import { kindOf } from '../project/document.ts';
import { walk } from '../project/walk.ts';
import { checkDocument } from './checkDocument.ts';
import type { World } from './world.ts';

/** How far a check has come. */
export interface WorkspaceProgress {
	readonly files: number;
	readonly path: string;
}

/** One file of a report. */
export interface FileReport {
	readonly path: string;
	/** Null for Dockerfiles and configuration files. */
	readonly language: LanguageId | null;
	readonly calls: readonly ApiCall[];
	readonly findings: readonly Finding[];
}

/** The line that sets the oldest kernel on which everything unguarded works. */
export interface MinimumKernel {
	readonly release: KernelRelease;
	readonly because: { readonly path: string; readonly line: number; readonly syscall: string };
}

/** What a check of files and folders found. */
export interface WorkspaceReport {
	readonly files: readonly FileReport[];
	/** Files that were asked for and could not be read, and why. */
	readonly unread: readonly { readonly path: string; readonly why: Exclude<FileText['kind'], 'text'> }[];
	readonly targets: readonly Target[];
	readonly summary: Readonly<Record<Severity, number>> & {
		/** Sources that were scanned. */
		readonly files: number;
		readonly calls: number;
		readonly minimumKernel: MinimumKernel | null;
	};
}

/** Checks every file given and every source below every folder given, in the order of their paths. */
export async function checkWorkspace(
	paths: readonly string[],
	host: Host,
	world: World,
	progress: ((progress: WorkspaceProgress) => void) | undefined,
	token: CancellationToken | undefined,
): Promise<WorkspaceReport> {
	const files = new Map<string, FileReport>();
	const unread: { path: string; why: Exclude<FileText['kind'], 'text'> }[] = [];
	const targets = new Map<string, Target>();
	let minimum: MinimumKernel | undefined;

	for await (const path of filesOf(paths, host, world, token)) {
		throwIfCancelled(token);
		if (files.has(path) || kindOf(path) === undefined) {
			continue;
		}
		progress?.({ files: files.size, path });
		const file = await host.readText(path);
		if (file.kind !== 'text') {
			unread.push({ path, why: file.kind });
			continue;
		}
		const checked = await checkDocument({ path, text: file.text }, world, token);
		files.set(path, {
			path,
			language: checked.language?.id ?? null,
			calls: checked.calls,
			findings: checked.findings,
		});
		for (const target of checked.language === undefined ? [] : checked.targets) {
			targets.set(JSON.stringify(target), target);
		}
		minimum = newer(minimum, minimumOf(path, checked.calls, world));
	}
	const reports = [...files.values()];
	return { files: reports, unread, targets: [...targets.values()], summary: summaryOf(reports, minimum) };
}

async function* filesOf(
	paths: readonly string[],
	host: Host,
	world: World,
	token: CancellationToken | undefined,
): AsyncIterable<string> {
	for (const path of paths) {
		if ((await host.readText(path)).kind === 'folder') {
			const { configuration } = await world.projects.of(path, token);
			yield* walk(path, host, configuration.ignore, token);
		} else {
			yield path;
		}
	}
}

function minimumOf(path: string, calls: readonly ApiCall[], world: World): MinimumKernel | undefined {
	let minimum: MinimumKernel | undefined;
	for (const call of calls) {
		const requirement = requirementOf(call, world.catalog);
		if (requirement !== undefined) {
			const because = { path, line: call.range.start.line, syscall: requirement.syscall };
			minimum = newer(minimum, { release: requirement.release, because });
		}
	}
	return minimum;
}

function summaryOf(reports: readonly FileReport[], minimum: MinimumKernel | undefined): WorkspaceReport['summary'] {
	const count = (severity: Severity): number =>
		reports.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0);
	const [error, warning, information, hint] = severities.map(count) as [number, number, number, number];
	return {
		files: reports.filter(({ language }) => language !== null).length,
		calls: reports.reduce((sum, { calls }) => sum + calls.length, 0),
		error,
		warning,
		information,
		hint,
		minimumKernel: minimum ?? null,
	};
}
