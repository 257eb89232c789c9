import type { Alternative } from '../../src/core/catalog/apis.ts';
import type { Errno, Measured, Trial } from './experiment.ts';
import { inOrder, shown } from './compare.ts';

type Seen = Extract<Measured, { kind: 'measured' }>;

/** What a row should say for what was measured. */
export interface Summary {
	readonly needs: readonly (readonly Alternative[])[];
	readonly uses: readonly string[];
	readonly whenMissing?: string;
	readonly whenRefused?: string;
}

/** Sums a case up as a row: alone needed, needed with a fallback, used on the way. */
export function summarise({ calls, trials }: Seen): Summary {
	const needs: (readonly Alternative[])[] = [];
	const uses: string[] = [];
	let whenMissing: string | undefined;
	for (const call of calls) {
		const own = trials.filter(({ missing }) => missing.length === 1 && missing[0] === call);
		if (own.length === 0) {
			continue;
		}
		const chains = chainsOf(call, own, trials);
		if (chains.length === 0) {
			uses.push(call);
		}
		needs.push(...chains);
		const failure = own.find(({ survived, errno }) => !survived && errno === 'ENOSYS');
		if (failure !== undefined && !failure.outcome.endsWith(' ENOSYS')) {
			whenMissing ??= failure.outcome;
		}
	}
	const whenRefused = refusal(needs, trials);
	return {
		needs,
		uses,
		...(whenMissing !== undefined && { whenMissing }),
		...(whenRefused !== undefined && { whenRefused }),
	};
}

/** How a refusal shows that the needs don't tell: it fails where an absence didn't, or goes on where that failed. */
function refusal(needs: Summary['needs'], trials: readonly Trial[]): string | undefined {
	const other = trials.find((trial) => {
		const [call = '', ...more] = trial.missing;
		const listed = needs.some(([first]) => first?.syscall === call);
		const fallsBack = needs.some(([first]) => first?.syscall === call && first.fallbackOn !== undefined);
		return trial.errno === 'EPERM' && more.length === 0 && !fallsBack && trial.survived === listed;
	});
	return other && shown(other);
}

/** The ways of a call: alone, or with each of those that are needed in its place. Empty where nothing needs it. */
function chainsOf(call: string, own: readonly Trial[], trials: readonly Trial[]): readonly (readonly Alternative[])[] {
	const survivedOn = survivedErrnos(own);
	if (survivedOn.length === 0) {
		return [[{ syscall: call }]];
	}
	const chains = fallbacksBehind([call], trials).map((chain) => [{ syscall: call, fallbackOn: survivedOn }, ...chain]);
	// only a refusal is survived, and nothing stands in for it: an absence is what counts
	return chains.length === 0 && !survivedOn.includes('ENOSYS') ? [[{ syscall: call }]] : chains;
}

function survivedErrnos(trials: readonly Trial[]): readonly Errno[] {
	return inOrder(trials.filter(({ survived }) => survived).map(({ errno }) => errno));
}

/** What must be there where these calls are missing, each with what stands behind it in turn. */
function fallbacksBehind(missing: readonly string[], trials: readonly Trial[]): readonly (readonly Alternative[])[] {
	const further = trials.filter(
		(trial) =>
			trial.missing.length === missing.length + 1 && missing.every((call, index) => trial.missing[index] === call),
	);
	const calls = new Set(further.map((trial) => trial.missing.at(-1) ?? ''));
	return [...calls].flatMap((call): (readonly Alternative[])[] => {
		const survivedOn = survivedErrnos(further.filter((trial) => trial.missing.at(-1) === call));
		if (survivedOn.length === 0) {
			return [[{ syscall: call }]];
		}
		const behind = fallbacksBehind([...missing, call], trials);
		return behind.map((chain) => [{ syscall: call, fallbackOn: survivedOn }, ...chain]);
	});
}
