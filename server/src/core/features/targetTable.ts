import type { ApiRow } from '../catalog/apis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { KnownTarget, Target } from '../domain/target.ts';
import { rowOfCall } from '../judgement/callRow.ts';
import { unmetNeeds, type Missing } from '../judgement/judge.ts';
import { profileRows } from './profileMarkdown.ts';
import { kernelWords, unknownReason } from './targetWords.ts';

/** What the targets and the container profiles say of a call, in one table; without a call the profiles alone. */
export function targetTable(
	call: ApiCall | undefined,
	syscalls: readonly string[],
	targets: readonly Target[],
	catalog: Catalog,
): string {
	const kernels = call === undefined ? [] : targets.map((target) => targetRow(call, target, catalog));
	const arch = targets.find((target) => target.kind === 'known')?.arch;
	const profiles = profileRows(syscalls, catalog, arch).map(
		([engines, answer]) => `| ${engines} | container profile | ${answer.replaceAll('|', '\\|')} |`,
	);
	const rows = [...kernels, ...profiles];
	return rows.length === 0 ? '' : ['| held against | | |', '|---|---|---|', ...rows].join('\n');
}

function targetRow(call: ApiCall, target: Target, catalog: Catalog): string {
	if (target.kind === 'unknown') {
		return `| ${target.id} | kernel unknown | ? ${unknownReason(target.id, target.reason)} |`;
	}
	return `| ${target.id} | ${kernelWords(target)} | ${verdictWords(call, target, catalog)} |`;
}

function verdictWords(call: ApiCall, target: KnownTarget, catalog: Catalog): string {
	const row = rowOfCall(call, catalog, target);
	const [absent] = unmetNeeds(row, target.floor, target.arch, catalog);
	const [later] = unmetNeeds(row, target.ceiling, target.arch, catalog);
	const missing = absent ?? later;
	return missing === undefined ? presentWords(row, target, catalog) : `✗ ${missingWords(missing)}`;
}

/** What a vendor's kernel has may still be switched off. */
function presentWords(row: ApiRow, { floor }: KnownTarget, catalog: Catalog): string {
	const vendor = floor.vendor === null ? undefined : catalog.vendorKernel(floor.vendor);
	const first = row.needs.flatMap(([alternative]) => alternative?.syscall ?? []);
	const caveat =
		vendor?.base === 'mainline'
			? vendor.caveats.find(({ syscalls }) => syscalls.some((name) => first.includes(name)))
			: undefined;
	return caveat === undefined ? '✓' : `⚠ ${caveat.says}${caveat.errno === undefined ? '' : ` (${caveat.errno})`}`;
}

function missingWords({ syscall, why }: Missing): string {
	switch (why.reason) {
		case 'newer':
			return `\`${syscall}\` came with ${why.since ?? 'a later release'}`;
		case 'removed':
			return `\`${syscall}\` is gone since ${why.removedIn ?? 'an earlier release'}`;
		case 'not-built':
			return `\`${syscall}\` is left out`;
		case 'sandbox':
			return `\`${syscall}\` answers ${why.errno ?? 'ENOSYS'}`;
		case 'never':
			return `\`${syscall}\` was never implemented`;
		case 'not-on-architecture':
			return `no \`${syscall}\` on this architecture`;
	}
}
