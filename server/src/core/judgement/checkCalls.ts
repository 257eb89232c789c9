import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import { verdictCodes, type FileFinding, type Finding } from '../domain/finding.ts';
import type { KnownTarget, Target } from '../domain/target.ts';
import type { Configuration } from '../project/configuration.ts';
import type { Containment } from './blocked.ts';
import { judge } from './judge.ts';
import { findSuppressions, type Suppression } from './suppressions.ts';

/** Holds a source's calls against targets, then lets the source's comments and the configuration have their word. */
export function checkCalls(
	text: string,
	calls: readonly ApiCall[],
	targets: readonly Target[],
	configuration: Configuration,
	containment: Containment,
	catalog: Catalog,
): readonly Finding[] {
	const known = targets.filter((target): target is KnownTarget => target.kind === 'known');
	return known.length === 0
		? []
		: applyWishes(text, [...judge(calls, known, catalog, containment)], configuration, catalog);
}

/** Takes out what suppression comments silence, tells of comments that silence nothing, and sets the wished severities. */
export function applyWishes(
	text: string,
	findings: readonly Finding[],
	configuration: Configuration,
	catalog: Catalog,
): readonly Finding[] {
	const suppressions = [...findSuppressions(text, (word) => isSubject(word, catalog))];
	const kept = findings.filter((finding) => !suppressions.some((suppression) => silences(suppression, finding)));
	return [...kept, ...needlessSuppressions(suppressions, findings)].flatMap((finding) => {
		const severity = configuration.severity[finding.code];
		return severity === 'off' ? [] : [severity === undefined ? finding : { ...finding, severity }];
	});
}

function silences({ line, subjects }: Suppression, finding: Finding): boolean {
	const isThere = line === null || line === finding.range.start.line;
	const names = 'call' in finding ? [finding.code, finding.syscall, finding.call.api] : [finding.code];
	return isThere && (subjects.length === 0 || names.some((name) => subjects.includes(name)));
}

function isSubject(word: string, catalog: Catalog): boolean {
	return (
		(verdictCodes as readonly string[]).includes(word) ||
		catalog.isSyscall(word) ||
		(['c', 'python', 'node'] as const).some((language) => catalog.api(language, word) !== undefined)
	);
}

function needlessSuppressions(
	suppressions: readonly Suppression[],
	findings: readonly Finding[],
): readonly FileFinding[] {
	return suppressions
		.filter((suppression) => !findings.some((finding) => silences(suppression, finding)))
		.map(({ range, line }) => ({
			code: 'needless-suppression',
			severity: 'hint',
			range,
			message: `Nothing to silence ${line === null ? 'in this file' : 'on that line'}. Remove the comment.`,
		}));
}
