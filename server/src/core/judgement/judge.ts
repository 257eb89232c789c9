import type { Alternative, ApiRow } from '../catalog/apis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { CallFinding, Severity } from '../domain/finding.ts';
import { compareReleases, kernelRelease } from '../domain/kernelRelease.ts';
import type { Kernel, KnownTarget } from '../domain/target.ts';
import { availability, type Availability } from '../kernels/availability.ts';
import { blocked, uncontained, type Containment } from './blocked.ts';
import { absentMessage, removedMessage } from './messages.ts';
import { rowOfCall } from './callRow.ts';

/** An alternative that a kernel does not offer, and why. */
export interface Missing {
	readonly syscall: string;
	readonly why: Extract<Availability, { kind: 'absent' }>;
}

/**
 * Yields what the targets refuse to the calls: at most one `absent-syscall` and one `removed-syscall` a call, and where
 * the kernels have all it needs, what the container's profile refuses.
 * Where several targets refuse, the one with the oldest kernel decides and is named.
 */
export function* judge(
	calls: readonly ApiCall[],
	targets: readonly KnownTarget[],
	catalog: Catalog,
	containment: Containment = uncontained,
): Iterable<CallFinding> {
	const oldestFirst = [...targets].sort(
		(a, b) => Number(b.declaredHost) - Number(a.declaredHost) || compareReleases(a.floor.release, b.floor.release),
	);
	for (const call of calls) {
		const asked = survives(call) ? [] : oldestFirst;
		const absent = first(asked, (target) => absence(call, target, catalog));
		const removed = first(asked, (target) => removal(call, target, catalog));
		if (removed !== undefined) {
			yield removed; // says more than that an old kernel was built without it
		}
		if (absent !== undefined && absent.syscall !== removed?.syscall) {
			yield absent;
		}
		if (absent === undefined && removed === undefined) {
			yield* some(first(oldestFirst, (target) => blocked(call, target, containment, catalog)));
		}
	}
}

/** True when the call does not run on Linux, or another path is taken where its syscall is missing. */
export function survives(call: ApiCall): boolean {
	switch (call.guard?.grade) {
		case 'complete':
		case 'kernel-only':
		case 'elsewhere':
			return true;
		case 'none':
		case 'build-time':
		case 'interpreter-only':
		case undefined:
			return false;
	}
}

/** What of a row's needs a kernel does not offer: of each unmet all-of entry the alternative that came first. */
export function* unmetNeeds(
	row: ApiRow,
	kernel: Kernel,
	arch: KnownTarget['arch'],
	catalog: Catalog,
): Iterable<Missing> {
	for (const alternatives of row.needs) {
		const missing = unmet(alternatives, kernel, arch, catalog);
		if (missing !== undefined) {
			yield missing;
		}
	}
}

function unmet(
	alternatives: readonly Alternative[],
	kernel: Kernel,
	arch: KnownTarget['arch'],
	catalog: Catalog,
): Missing | undefined {
	const missing: Missing[] = [];
	for (const { syscall, fallbackOn } of alternatives) {
		const why = availability(syscall, kernel, arch, catalog);
		// Measured rows speak of x86_64; where the table has no such number the library takes another way.
		if (why.kind === 'present' || why.reason === 'not-on-architecture') {
			return undefined;
		}
		missing.push({ syscall, why });
		if (fallbackOn !== undefined && !fallbackOn.includes(why.errno ?? 'ENOSYS')) {
			break; // this kernel's answer is none on which the library goes on
		}
	}
	return missing.sort((a, b) => compareSince(a.why.since, b.why.since))[0];
}

function compareSince(a: string | null, b: string | null): number {
	if (a === null || b === null) {
		return Number(a === null) - Number(b === null);
	}
	return compareReleases(a, b);
}

function absence(call: ApiCall, target: KnownTarget, catalog: Catalog): CallFinding | undefined {
	for (const missing of unmetNeeds(rowOfCall(call, catalog, target), target.floor, target.arch, catalog)) {
		if (missing.why.reason !== 'removed') {
			return {
				code: 'absent-syscall',
				severity: severityOn(target),
				range: call.range,
				message: absentMessage(call, missing, target, catalog),
				call,
				syscall: missing.syscall,
				since: missing.why.since === null ? null : kernelRelease(missing.why.since),
				target,
			};
		}
	}
	return undefined;
}

function removal(call: ApiCall, target: KnownTarget, catalog: Catalog): CallFinding | undefined {
	for (const missing of unmetNeeds(rowOfCall(call, catalog, target), target.ceiling, target.arch, catalog)) {
		if (missing.why.reason === 'removed') {
			return {
				code: 'removed-syscall',
				severity: severityOn(target),
				range: call.range,
				message: removedMessage(call, missing, target),
				call,
				syscall: missing.syscall,
				since: missing.why.since === null ? null : kernelRelease(missing.why.since),
				target,
			};
		}
	}
	return undefined;
}

function severityOn(target: KnownTarget): Severity {
	return target.declaredHost ? 'error' : 'warning';
}

function some<T>(value: T | undefined): readonly T[] {
	return value === undefined ? [] : [value];
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
	for (const item of items) {
		const found = find(item);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}
