import type { ArgumentCondition } from '../catalog/profiles.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { errnoName } from '../domain/errnos.ts';
import type { Rule, RuleProfile } from './profile.ts';

/** What a `seccomp.json` says, or why it can't be told. */
export type ReadSeccomp =
	{ readonly kind: 'read'; readonly profile: RuleProfile } | { readonly kind: 'bad'; readonly problem: string };

/**
 * Reads a `seccomp.json` in the form that Docker and Podman take (`docker run --security-opt seccomp=…`). A container
 * under it holds what Docker's newest gives to one that asks for no capability. What a rule leaves to a supervisor, or
 * only logs, passes.
 */
export function readSeccomp(text: string, id: string, catalog: Catalog): ReadSeccomp {
	const file = parsed(text);
	if (file === undefined) {
		return { kind: 'bad', problem: 'is not JSON' };
	}
	const unlisted = isRecord(file) ? actionOf(file.defaultAction, file.defaultErrnoRet) : undefined;
	if (!isRecord(file) || unlisted === undefined) {
		return { kind: 'bad', problem: 'is no seccomp profile: it has no "defaultAction"' };
	}
	const rules = new Map<string, Rule[]>();
	for (const entry of recordsOf(file.syscalls)) {
		const rule = ruleOf(entry);
		for (const name of rule === undefined ? [] : namesOf(entry)) {
			rules.set(name, [...(rules.get(name) ?? []), ...(rule === undefined ? [] : [rule])]);
		}
	}
	const docker = catalog.engines().find(({ engine }) => engine === 'docker');
	const name = id.slice(id.lastIndexOf('/') + 1);
	const profile: RuleProfile = {
		kind: 'rules',
		id,
		title: name,
		name,
		capabilities: docker?.capabilities.at(-1)?.granted ?? [],
		unlisted,
		newNumbers: undefined,
		rulesOf: (syscall) => rules.get(syscall) ?? [],
		syscalls: () => rules.keys(),
		numberOf: (syscall, arch) => catalog.syscall(syscall)?.numbers[arch],
	};
	return { kind: 'read', profile };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // the user's file
	}
}

function ruleOf(entry: Json): Rule | undefined {
	const action = actionOf(entry.action, entry.errnoRet);
	if (action === undefined) {
		return undefined;
	}
	const includes = isRecord(entry.includes) ? entry.includes : {};
	const excludes = isRecord(entry.excludes) ? entry.excludes : {};
	const conditions = recordsOf(entry.args).flatMap(conditionOf);
	const [first, ...others] = conditions;
	return {
		action,
		...listed('capabilities', textsOf(includes.caps)),
		...listed('without', textsOf(excludes.caps)),
		...listed('architectures', textsOf(includes.arches)),
		...listed('exceptArchitectures', textsOf(excludes.arches)),
		...(typeof includes.minKernel === 'string' && includes.minKernel !== '' && { minKernel: includes.minKernel }),
		...(first !== undefined && { arguments: [first, ...others] }),
	};
}

function listed(key: string, values: readonly string[]): object {
	return values.length === 0 ? {} : { [key]: values };
}

/** Older files name one call a rule. */
function namesOf({ names, name }: Json): readonly string[] {
	return typeof name === 'string' ? [name] : textsOf(names);
}

/** What an action answers: `allow`, an errno's name, `SIGSYS`. Undefined for what is no action. */
function actionOf(action: unknown, errno: unknown): string | undefined {
	switch (action) {
		case 'SCMP_ACT_ERRNO':
			return errnoName(typeof errno === 'number' ? errno : 1);
		case 'SCMP_ACT_KILL':
		case 'SCMP_ACT_KILL_THREAD':
		case 'SCMP_ACT_KILL_PROCESS':
		case 'SCMP_ACT_TRAP':
			return 'SIGSYS';
		case 'SCMP_ACT_ALLOW':
		case 'SCMP_ACT_LOG':
		case 'SCMP_ACT_NOTIFY':
		case 'SCMP_ACT_TRACE':
			return 'allow';
		default:
			return undefined;
	}
}

const comparisons: Readonly<Record<string, ArgumentCondition['op']>> = {
	SCMP_CMP_EQ: 'is',
	SCMP_CMP_NE: 'not',
	SCMP_CMP_LT: 'below',
	SCMP_CMP_GT: 'above',
};

/** "At least" and "at most" are above and below the next number. */
function conditionOf({ index, op, value, valueTwo }: Json): readonly ArgumentCondition[] {
	if (typeof index !== 'number' || typeof value !== 'number' || typeof op !== 'string') {
		return [];
	}
	if (op === 'SCMP_CMP_MASKED_EQ') {
		const compared = typeof valueTwo === 'number' ? valueTwo : 0;
		return [{ index, mask: `0x${value.toString(16)}`, op: 'is', value: compared }];
	}
	if (op === 'SCMP_CMP_GE') {
		return [{ index, op: 'above', value: value - 1 }];
	}
	return op === 'SCMP_CMP_LE'
		? [{ index, op: 'below', value: value + 1 }]
		: [{ index, op: comparisons[op] ?? 'is', value }];
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordsOf(value: unknown): readonly Json[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textsOf(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
