import type { ApiRow } from '../catalog/apis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { CallFinding } from '../domain/finding.ts';
import { compareReleases } from '../domain/kernelRelease.ts';
import type { KnownTarget, Target, UnknownTarget } from '../domain/target.ts';
import { blocked, refusal, type Containment } from '../judgement/blocked.ts';
import { rowOfCall } from '../judgement/callRow.ts';
import { judge, survives, unmetNeeds } from '../judgement/judge.ts';
import { requirementOfRow } from '../judgement/minimumKernel.ts';
import { availability, type Availability } from '../kernels/availability.ts';
import { unknownReason } from './targetWords.ts';

/** The whole line, asterisks counted. */
const widest = 80;

/** The first line of a hover, which decides: `✗ Linux 3.17 — centos:6 ships with 2.6.32`, at most 80 characters. */
export function verdictLine(
	call: ApiCall,
	targets: readonly Target[],
	containment: Containment,
	catalog: Catalog,
): string {
	return `**${clipped(verdict(call, targets, containment, catalog), widest - '****'.length)}**`;
}

function verdict(call: ApiCall, targets: readonly Target[], containment: Containment, catalog: Catalog): string {
	if (call.guard?.grade === 'elsewhere') {
		return '✓ not for Linux — this branch runs on another system';
	}
	const known = targets.filter((target) => target.kind === 'known');
	if (known.length === 0) {
		const [first] = targets.filter((target) => target.kind === 'unknown');
		return `? ${asked(rowOfCall(call, catalog), catalog)} — ${unknownWords(first)}`;
	}
	const [finding] = judge([{ ...call, guard: null }], known, catalog);
	if (finding !== undefined) {
		const words = findingWords(finding, catalog);
		const others = known.filter((target) => target !== finding.target && lacks(call, target, catalog)).length;
		const count = others === 0 ? '' : ` (${others + 1} of ${known.length} lack it)`;
		const longer = words + count;
		return survives(call) ? `✓ guarded — ${words.replace(' — ', '; ')}` : `✗ ${longer.length < 72 ? longer : words}`;
	}
	return refusedWords(call, known, containment, catalog) ?? presentWords(call, known, catalog);
}

/** Cuts what is too long; names of images have no end. */
function clipped(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function unknownWords(target: UnknownTarget | undefined): string {
	return target === undefined
		? 'no image and no host is declared here'
		: `kernel unknown: ${unknownReason(target.id, target.reason)}`;
}

/** `Linux 3.17`: the oldest release that does. */
function asked(row: ApiRow, catalog: Catalog): string {
	const requirement = requirementOfRow(row, catalog);
	return requirement === undefined ? 'any Linux' : `Linux ${requirement.release}`;
}

function findingWords({ call, code, syscall, since, target }: CallFinding, catalog: Catalog): string {
	const kernel = code === 'removed-syscall' ? target.ceiling : target.floor;
	const row = rowOfCall(call, catalog, target);
	const missing = [...unmetNeeds(row, kernel, target.arch, catalog)].find((one) => one.syscall === syscall);
	switch (missing?.why.reason) {
		case 'removed':
			return `gone since Linux ${missing.why.removedIn ?? '?'} — ${ceilingWords(target)}`;
		case 'not-built':
			return `left out — the kernel of ${target.id} has no ${syscall}`;
		case 'never':
			return `never part of Linux — ${syscall} answers ENOSYS on ${target.id}`;
		case 'sandbox':
			return `${missing.why.errno ?? 'ENOSYS'} — ${hostWords(target)} refuses ${syscall}`;
		case 'newer':
		case 'not-on-architecture':
		case undefined:
			return since === null ? `no ${syscall} — ${floorWords(target)}` : `Linux ${since} — ${floorWords(target)}`;
	}
}

function floorWords({ declaredHost, id, floor }: KnownTarget): string {
	return declaredHost ? `host ${id} has ${floor.release}` : `${id} ships with ${floor.release}`;
}

function ceilingWords({ declaredHost, id, ceiling }: KnownTarget): string {
	return declaredHost ? `host ${id} has ${ceiling.release}` : `hosts of ${id} may run ${ceiling.release}`;
}

function hostWords({ declaredHost, id }: KnownTarget): string {
	return declaredHost ? `host ${id}` : id;
}

function lacks(call: ApiCall, target: KnownTarget, catalog: Catalog): boolean {
	return [...judge([{ ...call, guard: null }], [target], catalog)].length > 0;
}

/** What the container profile refuses on the first target where it does, and no guard expects it. */
function refusedWords(
	call: ApiCall,
	targets: readonly KnownTarget[],
	containment: Containment,
	catalog: Catalog,
): string | undefined {
	const { profile } = containment;
	const target = targets.find((one) => blocked(call, one, containment, catalog) !== undefined);
	const refused = target === undefined ? undefined : refusal(call, target, profile, catalog);
	if (refused === undefined || profile.kind === 'none') {
		return undefined;
	}
	const { errno, capability } = refused.verdict;
	return capability === undefined
		? `⚠ ${errno} — ${profile.title} refuses ${refused.syscall}`
		: `⚠ ${errno} — ${profile.title} wants ${capability[0] ?? ''} for ${refused.syscall}`;
}

/** Every target has what it takes; the oldest one tells how. */
function presentWords(call: ApiCall, targets: readonly KnownTarget[], catalog: Catalog): string {
	const [oldest] = [...targets].sort((a, b) => compareReleases(a.floor.release, b.floor.release));
	const row = rowOfCall(call, catalog, oldest);
	if (oldest === undefined || row.needs.length === 0) {
		return '✓ any Linux — no particular system call is needed';
	}
	const first = firstChoice(row, oldest, catalog);
	if (first?.has.kind === 'absent' && first.has.reason === 'not-on-architecture') {
		return `? not on ${oldest.arch} — ${first.syscall} has no number there`;
	}
	if (first?.has.kind === 'absent') {
		const since = first.has.since === null ? '' : ` is Linux ${first.has.since}`;
		return `✓ falls back — ${first.syscall}${since}; ${floorWords(oldest)}`;
	}
	const needed = asked(row, catalog);
	if (first?.has.from === 'partial') {
		return `✓ in part — ${hostWords(oldest)} does some of ${first.syscall}`;
	}
	if (oldest.floor.vendor === 'gvisor') {
		return `✓ ${needed} — ${hostWords(oldest)} has it`;
	}
	const place =
		first?.has.from === 'backport'
			? `${hostWords(oldest)} has it back-ported to ${oldest.floor.release}`
			: floorWords(oldest);
	return targets.length === 1 ? `✓ ${needed} — ${place}` : `✓ ${needed} — all ${targets.length} targets have it`;
}

/** Of what is tried first, the part that tells most: what is missing, then what is not of the release itself. */
function firstChoice(
	row: ApiRow,
	{ floor, arch }: KnownTarget,
	catalog: Catalog,
): { readonly syscall: string; readonly has: Availability } | undefined {
	const chosen = row.needs.map((alternatives) => {
		// Of several numbers that serve the same, the one that is there is the one that is used.
		const twins = alternatives.slice(0, alternatives.findIndex(({ fallbackOn }) => fallbackOn !== undefined) + 1);
		const all = (twins.length === 0 ? alternatives : twins).map(({ syscall }) => ({
			syscall,
			has: availability(syscall, floor, arch, catalog),
		}));
		return all.find(({ has }) => has.kind === 'present') ?? all[0];
	});
	const rank = (has: Availability): number => (has.kind === 'absent' ? 0 : has.from === 'mainline' ? 2 : 1);
	return chosen.filter((one) => one !== undefined).sort((a, b) => rank(a.has) - rank(b.has))[0];
}
