import type { Catalog } from '../catalog/catalog.ts';
import type { Declaration, Target } from '../domain/target.ts';
import type { Finding } from '../domain/finding.ts';
import type { Guard } from '../domain/guard.ts';
import { manualPage } from '../features/manualPage.ts';
import type { FileReport, WorkspaceReport } from '../features/checkWorkspace.ts';
import { rowOfCall } from '../judgement/callRow.ts';
import type { ApiRow } from '../catalog/apis.ts';

/** How a report shows a file's path. */
export type ShownPath = (path: string) => string;

/** `check --format json`. */
export function checkJson(report: WorkspaceReport, shown: ShownPath): object {
	const { minimumKernel, ...counts } = report.summary;
	return {
		version: 1,
		targets: report.targets.map((target) => targetJson(target, shown)),
		findings: report.files.flatMap(({ path, findings }) =>
			findings.map((finding) => findingJson(shown(path), finding)),
		),
		summary: {
			...counts,
			minimumKernel: minimumKernel && {
				release: minimumKernel.release,
				because: { ...minimumKernel.because, path: shown(minimumKernel.because.path) },
			},
		},
	};
}

/** `calls --format json`. */
export function callsJson(files: readonly FileReport[], catalog: Catalog, shown: ShownPath): object {
	return {
		version: 1,
		files: files
			.filter(({ language }) => language !== null)
			.map(({ path, language, calls }) => ({
				path: shown(path),
				language,
				calls: calls.map((call) => ({
					api: call.api,
					module: call.module,
					range: call.range,
					...needsJson(rowOfCall(call, catalog)),
					guard: guardJson(call.guard),
				})),
			})),
	};
}

/** A row's needs as lists of names, and what it uses on the way. */
export function needsJson(row: ApiRow): {
	readonly needs: readonly (readonly string[])[];
	readonly uses: readonly string[];
} {
	return { needs: row.needs.map((alternatives) => alternatives.map(({ syscall }) => syscall)), uses: row.uses };
}

function guardJson(guard: Guard | null): object | null {
	return guard && { kind: guard.kind, grade: guard.grade, range: guard.range };
}

function targetJson(target: Target, shown: ShownPath): object {
	const declaredAt = declarationJson(target.declaredAt, shown);
	if (target.kind === 'unknown') {
		return { id: target.id, floor: null, ceiling: null, vendor: null, unknown: target.reason, declaredAt };
	}
	const { id, floor, ceiling, libc, interpreter, arch, profile, runtime } = target;
	return {
		id,
		floor: floor.release,
		ceiling: ceiling.release,
		vendor: floor.vendor,
		libc,
		interpreter,
		arch,
		profile,
		runtime,
		declaredAt,
	};
}

function declarationJson({ path, range, kind }: Declaration, shown: ShownPath): object {
	return path === undefined ? { path: null, range: null, kind } : { path: shown(path), range };
}

function findingJson(path: string, finding: Finding): object {
	const { range, code, severity, message } = finding;
	if ('call' in finding) {
		const { call, syscall, since, target } = finding;
		const place = { path, range, code, severity };
		return {
			...place,
			api: call.api,
			syscall,
			since,
			target: target.id,
			guard: guardJson(call.guard),
			message,
			href: manualPage(syscall),
		};
	}
	const target = 'target' in finding ? finding.target.id : null;
	const { syscall, since } = 'syscall' in finding ? finding : { syscall: null, since: null };
	return {
		path,
		range,
		code,
		severity,
		api: null,
		syscall,
		since,
		target,
		guard: null,
		message,
		href: syscall === null ? null : manualPage(syscall),
	};
}
