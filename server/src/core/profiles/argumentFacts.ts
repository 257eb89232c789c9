import type { Rule } from './profile.ts';

/** What is known of an argument before the program runs: bits that are set, and whether there are no others. */
export interface KnownBits {
	readonly set: number;
	readonly whole: boolean;
}

/** Whether all conditions of a rule hold for the arguments; undefined where the arguments don't tell. */
export function argumentsHold(rule: Rule, known: readonly (KnownBits | undefined)[]): boolean | undefined {
	const answers = (rule.arguments ?? []).map((condition) => holds(condition, known[condition.index]));
	if (answers.includes(false)) {
		return false;
	}
	return answers.includes(undefined) ? undefined : true;
}

function holds(
	{ mask, op, value }: NonNullable<Rule['arguments']>[number],
	bits: KnownBits | undefined,
): boolean | undefined {
	if (bits === undefined) {
		return undefined;
	}
	const compared = and(bits.set, mask === undefined ? 0xffff_ffff : Number(mask));
	if (!bits.whole) {
		// A bit that is set and not wanted decides, whatever the others are.
		const decided = op === 'is' && and(compared, value) !== compared;
		return decided ? false : undefined;
	}
	switch (op) {
		case 'is':
			return compared === value;
		case 'not':
			return compared !== value;
		case 'below':
			return compared < value;
		case 'above':
			return compared > value;
	}
}

/** Bit operators of the language would make the highest bit a sign. */
function and(a: number, b: number): number {
	return (a & b) >>> 0;
}
