import type { Catalog } from '../catalog/catalog.ts';
import type { EngineFacts } from '../catalog/profiles.ts';
import { architectures, type Architecture } from '../domain/target.ts';
import { profileHistory, type ProfileChange } from '../profiles/history.ts';
import type { ProfileVerdict } from '../profiles/verdict.ts';

/**
 * What the newest default profiles of the engines say of a syscall and what they said before, as a small table for a
 * hover; empty where all have always allowed it. Without `arch` it speaks of the first one that has the call.
 */
export function profileMarkdown(syscall: string, catalog: Catalog, arch?: Architecture): string {
	const numbers = catalog.syscall(syscall)?.numbers ?? {};
	const where = arch ?? architectures.find((one) => numbers[one] !== undefined);
	if (where === undefined || numbers[where] === undefined) {
		return '';
	}
	const rows = catalog
		.engines()
		.map((facts) => ({ facts, history: profileHistory(facts.engine, syscall, where, catalog) }));
	if (rows.every(({ history }) => history.length === 1 && history[0]?.verdict.kind === 'allowed')) {
		return '';
	}
	return ['| container profile | answer | before |', '|---|---|---|', ...rows.map(tableRow)].join('\n');
}

function tableRow({ facts, history }: { facts: EngineFacts; history: readonly ProfileChange[] }): string {
	const now = history.at(-1);
	const before = history.at(-2);
	const since = before === undefined || now === undefined ? '' : `, since ${now.since}`;
	const answer = now === undefined ? '' : `${verdictWords(now.verdict)}${since}`;
	return `| ${facts.name} ${facts.newest} | ${answer} | ${before === undefined ? '' : beforeWords(before, facts)} |`;
}

function beforeWords({ since, verdict }: ProfileChange, { oldest }: EngineFacts): string {
	return since === oldest ? verdictWords(verdict) : `from ${since} on ${verdictWords(verdict)}`;
}

/** A verdict of a profile in words: `refused with EPERM without CAP_SYS_ADMIN`. */
export function verdictWords(verdict: ProfileVerdict): string {
	switch (verdict.kind) {
		case 'allowed':
			return 'allowed';
		case 'conditional':
			return verdict.note;
		case 'refused': {
			const { errno, capability = [] } = verdict;
			return `refused with ${errno}${capability.length === 0 ? '' : ` without ${capability.join(' or ')}`}`;
		}
	}
}
