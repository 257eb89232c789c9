import type { ApiRow } from '../catalog/apis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import { compareReleases, kernelRelease, type KernelRelease } from '../domain/kernelRelease.ts';
import { survives } from './judge.ts';
import { rowOfCall } from './callRow.ts';

/** The oldest mainline release on which a call works, and the syscall that says so. */
export interface Requirement {
	readonly release: KernelRelease;
	readonly syscall: string;
}

/** What one call asks of the kernel at least; undefined when a guard lets it live without, or nothing is known. */
export function requirementOf(call: ApiCall, catalog: Catalog): Requirement | undefined {
	if (survives(call)) {
		return undefined;
	}
	return requirementOfRow(rowOfCall(call, catalog), catalog);
}

/** What a row of an Api asks of the kernel at least. */
export function requirementOfRow(row: ApiRow, catalog: Catalog): Requirement | undefined {
	let highest: Requirement | undefined;
	for (const alternatives of row.needs) {
		let lowest: Requirement | undefined;
		for (const { syscall } of alternatives) {
			const since = catalog.syscall(syscall)?.since;
			if (since === null || since === undefined) {
				continue;
			}
			if (lowest === undefined || compareReleases(since, lowest.release) < 0) {
				lowest = { release: kernelRelease(since), syscall };
			}
		}
		highest = newer(highest, lowest);
	}
	return highest;
}

/** The newer of two requirements. */
export function newer<T extends { readonly release: KernelRelease }>(
	a: T | undefined,
	b: T | undefined,
): T | undefined {
	if (a === undefined || b === undefined) {
		return a ?? b;
	}
	return compareReleases(a.release, b.release) >= 0 ? a : b;
}
