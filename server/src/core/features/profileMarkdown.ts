import type { Catalog } from '../catalog/catalog.ts';
import type { EngineFacts } from '../catalog/profiles.ts';
import { architectures, type Architecture } from '../domain/target.ts';
import { profileHistory, type ProfileChange } from '../profiles/history.ts';
import type { ProfileVerdict } from '../profiles/verdict.ts';

/** What an engine's default profile says of a syscall through its versions. */
interface EngineAnswer {
	readonly facts: EngineFacts;
	readonly history: readonly ProfileChange[];
}

/**
 * What the newest default profiles of the engines say of a syscall and what they said before, as a table; empty only for
 * a call without a number. Without `arch` it speaks of the first one that has the call.
 */
export function profileMarkdown(syscall: string, catalog: Catalog, arch?: Architecture): string {
	const rows = answersOf(syscall, catalog, arch).map(
		(one) => `| ${one.facts.name} ${one.facts.newest} | ${nowWords(one)} | ${beforeWords(one)} |`,
	);
	return rows.length === 0 ? '' : ['| container profile | answer | before |', '|---|---|---|', ...rows].join('\n');
}

/** The same in one row an answer, for a table with other things in it: `['Docker 29.7.2, Podman 5.8.2', 'allowed']`. */
export function profileRows(
	syscalls: readonly string[],
	catalog: Catalog,
	arch?: Architecture,
): readonly (readonly [engines: string, answer: string])[] {
	const engines = new Map<string, string>();
	for (const syscall of syscalls) {
		for (const one of answersOf(syscall, catalog, arch)) {
			const name = `${one.facts.name} ${one.facts.newest}`;
			const words = syscalls.length === 1 ? wholeWords(one) : partWords(syscall, one);
			engines.set(name, [engines.get(name) ?? '', words].filter(Boolean).join('; '));
		}
	}
	const rows = new Map<string, string[]>();
	for (const [name, words] of engines) {
		const answer = words === '' ? '✓ allowed' : words;
		rows.set(answer, [...(rows.get(answer) ?? []), name]);
	}
	return [...rows].map(([answer, names]) => [names.join(', '), answer]);
}

function answersOf(syscall: string, catalog: Catalog, arch?: Architecture): readonly EngineAnswer[] {
	const numbers = catalog.syscall(syscall)?.numbers ?? {};
	const where = arch ?? architectures.find((one) => numbers[one] !== undefined);
	if (where === undefined || numbers[where] === undefined) {
		return [];
	}
	return catalog.engines().map((facts) => ({ facts, history: profileHistory(facts.engine, syscall, where, catalog) }));
}

/** `✓ allowed, since 20.10.4; before: refused with EPERM`. */
function wholeWords(answer: EngineAnswer): string {
	const before = beforeWords(answer);
	return `${mark(answer)} ${nowWords(answer)}${before === '' ? '' : `; before: ${before}`}`;
}

/** What is to be said of one call among several: nothing where it is allowed. */
function partWords(syscall: string, answer: EngineAnswer): string {
	const now = answer.history.at(-1);
	return now === undefined || now.verdict.kind === 'allowed'
		? ''
		: `${mark(answer)} \`${syscall}\` ${verdictWords(now.verdict)}`;
}

function mark({ history }: EngineAnswer): string {
	return { allowed: '✓', conditional: '?', refused: '✗' }[history.at(-1)?.verdict.kind ?? 'conditional'];
}

function nowWords({ history }: EngineAnswer): string {
	const now = history.at(-1);
	const since = history.length < 2 || now === undefined ? '' : `, since ${now.since}`;
	return now === undefined ? '' : `${verdictWords(now.verdict)}${since}`;
}

function beforeWords({ facts, history }: EngineAnswer): string {
	const before = history.at(-2);
	if (before === undefined) {
		return '';
	}
	const words = verdictWords(before.verdict);
	return before.since === facts.oldest ? words : `from ${before.since} on ${words}`;
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
