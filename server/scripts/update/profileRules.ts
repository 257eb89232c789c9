import type { ProfileRule } from '../../src/core/catalog/generated.ts';
import { Stopped } from './instruct.ts';

/** A `default.json` as engines write it. */
export interface SeccompProfile {
	readonly defaultAction: string;
	readonly defaultErrnoRet?: number;
	readonly syscalls: readonly SeccompRule[];
}

export interface SeccompRule {
	readonly names: readonly string[];
	readonly action: string;
	readonly errnoRet?: number;
	readonly comment?: string;
	readonly includes?: SeccompConditions | null;
	readonly excludes?: SeccompConditions | null;
	readonly args?: readonly SeccompArgument[] | null;
}

interface SeccompConditions {
	readonly caps?: readonly string[];
	readonly arches?: readonly string[];
	readonly minKernel?: string;
}

interface SeccompArgument {
	readonly index: number;
	readonly op: string;
	readonly value: number;
	readonly valueTwo?: number;
}

type Errno = 'EPERM' | 'ENOSYS' | 'EINVAL';

const errnos: Readonly<Record<number, Errno>> = { 1: 'EPERM', 22: 'EINVAL', 38: 'ENOSYS' };

const comparisons: Readonly<Record<string, 'is' | 'not' | 'below' | 'above'>> = {
	SCMP_CMP_EQ: 'is',
	SCMP_CMP_NE: 'not',
	SCMP_CMP_LT: 'below',
	SCMP_CMP_GT: 'above',
};

const known = {
	rule: ['names', 'action', 'errnoRet', 'comment', 'includes', 'excludes', 'args'],
	includes: ['caps', 'arches', 'minKernel'],
	excludes: ['caps', 'arches'],
};

/** The rules of each call, in their order. Stops at a rule that our data has no words for. */
export function rulesOf(profile: SeccompProfile): ReadonlyMap<string, readonly ProfileRule[]> {
	const rules = new Map<string, ProfileRule[]>();
	for (const entry of profile.syscalls) {
		const rule = toRule(entry);
		for (const name of entry.names) {
			rules.set(name, [...(rules.get(name) ?? []), rule]);
		}
	}
	return rules;
}

/** What a call gets that no rule names. */
export function unlistedErrno({ defaultAction, defaultErrnoRet }: SeccompProfile): Errno {
	if (defaultAction !== 'SCMP_ACT_ERRNO') {
		throw new Stopped(`The profile's default is ${defaultAction}: our data only knows refusals with an errno.`);
	}
	return errnoOf(defaultErrnoRet, 'the default');
}

/** The conditions stand in the order that the files have. */
function toRule(entry: SeccompRule): ProfileRule {
	const where = `the rule for ${entry.names.join(', ')}`;
	refuseUnknown(where, entry, known.rule);
	refuseUnknown(`${where}, includes`, entry.includes ?? {}, known.includes);
	refuseUnknown(`${where}, excludes`, entry.excludes ?? {}, known.excludes);
	const { caps, arches, minKernel } = entry.includes ?? {};
	const { caps: without, arches: exceptArches } = entry.excludes ?? {};
	return {
		action: actionOf(entry, where),
		...listed('capabilities', caps),
		...listed('without', without),
		...listed('architectures', arches),
		...listed('exceptArchitectures', exceptArches),
		...(minKernel !== undefined && minKernel !== '' && { minKernel }),
		...listed(
			'arguments',
			entry.args?.map((argument) => conditionOf(argument, where)),
		),
	};
}

function listed(key: string, values: readonly unknown[] | undefined): object {
	return values === undefined || values.length === 0 ? {} : { [key]: values };
}

function actionOf({ action, errnoRet }: SeccompRule, where: string): ProfileRule['action'] {
	if (action === 'SCMP_ACT_ALLOW') {
		return 'allow';
	}
	if (action === 'SCMP_ACT_ERRNO') {
		return errnoOf(errnoRet, where);
	}
	throw new Stopped(`${where}: the action ${action} is new; give it a word in profile.schema.json and here.`);
}

/** Without a number of its own a refusal is EPERM. */
function errnoOf(number: number | undefined, where: string): Errno {
	const errno = errnos[number ?? 1];
	if (errno === undefined) {
		throw new Stopped(`${where}: the errno ${number ?? ''} is new; add it to profile.schema.json and here.`);
	}
	return errno;
}

function conditionOf({ index, op, value, valueTwo = 0 }: SeccompArgument, where: string): object {
	if (op === 'SCMP_CMP_MASKED_EQ') {
		return { index, mask: `0x${value.toString(16)}`, op: 'is', value: valueTwo };
	}
	const comparison = comparisons[op];
	if (comparison === undefined) {
		throw new Stopped(`${where}: the comparison ${op} is new; give it a word in profile.schema.json and here.`);
	}
	return { index, op: comparison, value };
}

function refuseUnknown(where: string, value: object, keys: readonly string[]): void {
	const strangers = Object.keys(value).filter((key) => !keys.includes(key));
	if (strangers.length > 0) {
		throw new Stopped(`${where}: '${strangers.join("', '")}' is new; teach profileRules.ts what it means.`);
	}
}
