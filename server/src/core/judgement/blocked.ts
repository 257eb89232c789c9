import type { Alternative } from '../catalog/apis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { CallFinding } from '../domain/finding.ts';
import { kernelRelease } from '../domain/kernelRelease.ts';
import type { KnownTarget } from '../domain/target.ts';
import { availability } from '../kernels/availability.ts';
import type { NoProfile, RuleProfile } from '../profiles/profile.ts';
import { profileVerdict, type ProfileVerdict } from '../profiles/verdict.ts';
import { rowOfCall } from './callRow.ts';
import { decisiveConstants, kernelArguments } from './kernelArguments.ts';
import { blockedMessage, weakGuardMessage } from './messages.ts';

/** The profile that calls are held against. */
export interface Containment {
	readonly profile: RuleProfile | NoProfile;
	/** False where nobody named a profile, and Docker's is taken for it. */
	readonly declared: boolean;
}

/** No filter at all: the kernel alone decides. */
export const uncontained: Containment = { profile: { kind: 'none', id: 'none' }, declared: false };

/** A syscall that a profile refuses. */
export interface Refused {
	readonly syscall: string;
	readonly verdict: Extract<ProfileVerdict, { kind: 'refused' }>;
	/** The constants for which it does, where others would pass. */
	readonly constants: readonly string[];
}

/** What a profile refuses to a call on a target: the call itself, or a guard that does not expect the answer. */
export function blocked(
	call: ApiCall,
	target: KnownTarget,
	{ profile, declared }: Containment,
	catalog: Catalog,
): CallFinding | undefined {
	const refused = refusal(call, target, profile, catalog);
	if (refused === undefined || profile.kind === 'none' || call.guard?.grade === 'elsewhere') {
		return undefined;
	}
	const { syscall, verdict } = refused;
	const since = catalog.syscall(syscall)?.since;
	const about = {
		range: call.range,
		call,
		syscall,
		since: since === null || since === undefined ? null : kernelRelease(since),
		target,
	};
	switch (worthAgainst(verdict.errno, call)) {
		case 'good':
			return undefined;
		case 'weak':
			return {
				...about,
				code: 'weak-guard',
				severity: 'information',
				message: weakGuardMessage(call, refused, profile),
			};
		case 'none':
			return {
				...about,
				code: 'blocked-syscall',
				severity: declared ? 'error' : 'information',
				message: blockedMessage(call, refused, profile),
			};
	}
}

/** What a call's guard is worth where the profile answers `errno`. None survives being killed. */
function worthAgainst(errno: string, { guard }: ApiCall): 'good' | 'weak' | 'none' {
	if (guard === null || errno === 'SIGSYS') {
		return 'none';
	}
	switch (guard.grade) {
		case 'complete':
		case 'elsewhere':
			return 'good';
		case 'kernel-only':
			return errno === 'ENOSYS' ? 'good' : 'weak';
		case 'none':
			return guard.handlesRefusal === true && errno === 'EPERM' ? 'good' : 'none';
		case 'build-time':
		case 'interpreter-only':
			return 'none';
	}
}

/** The first of a call's needs that a profile refuses on a target, whatever guards the call. */
export function refusal(
	call: ApiCall,
	target: KnownTarget,
	profile: RuleProfile | NoProfile,
	catalog: Catalog,
): Refused | undefined {
	// gVisor answers calls itself; they never meet the container's filter.
	if (profile.kind === 'none' || target.runtime === 'gvisor') {
		return undefined;
	}
	for (const alternatives of rowOfCall(call, catalog, target).needs) {
		const refused = refusedOf(alternatives, call, target, profile, catalog);
		if (refused !== undefined) {
			return refused;
		}
	}
	return undefined;
}

/** The first alternative that the profile refuses, where none of them is left to the library. */
function refusedOf(
	alternatives: readonly Alternative[],
	call: ApiCall,
	{ arch, floor }: KnownTarget,
	profile: RuleProfile,
	catalog: Catalog,
): Refused | undefined {
	let first: Refused | undefined;
	for (const { syscall, fallbackOn } of alternatives) {
		const verdict = profileVerdict(profile, syscall, { arch, arguments: kernelArguments(call) });
		const why = availability(syscall, floor, arch, catalog);
		const isElsewhere = why.kind === 'absent' && why.reason === 'not-on-architecture';
		if (isElsewhere || (verdict.kind !== 'refused' && why.kind === 'present')) {
			return undefined;
		}
		if (verdict.kind === 'refused') {
			// The filter answers before the kernel does.
			const always = profileVerdict(profile, syscall, { arch }).kind === 'refused';
			first ??= { syscall, verdict, constants: always ? [] : decisiveConstants(call) };
		}
		const errno = verdict.kind === 'refused' ? verdict.errno : why.kind === 'absent' ? why.errno : undefined;
		if (fallbackOn !== undefined && !fallbackOn.includes(errno ?? 'ENOSYS')) {
			return first;
		}
	}
	return first;
}
