import type { RuleProfile } from './profile.ts';

/**
 * What a container holds that asks for more or less than its engine gives: `cap_add` and `cap_drop` of a compose file,
 * `--cap-add`, `securityContext.capabilities`. The prefix `CAP_` may be missing; `ALL` is all that any rule asks for.
 */
export function capabilitiesOf(
	profile: RuleProfile,
	{ add = [], drop = [] }: { readonly add?: readonly string[]; readonly drop?: readonly string[] },
): readonly string[] {
	const dropped = new Set(drop.map(fullName));
	const held = dropped.has('ALL') ? [] : profile.capabilities.filter((one) => !dropped.has(one));
	const added = add
		.map(fullName)
		.flatMap((one) => (one === 'ALL' ? all(profile).filter((each) => !dropped.has(each)) : [one]));
	return [...new Set([...held, ...added])];
}

function fullName(name: string): string {
	const upper = name.trim().toUpperCase();
	return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
}

function all(profile: RuleProfile): readonly string[] {
	const rules = [...profile.syscalls()].flatMap((syscall) => profile.rulesOf(syscall));
	return [...profile.capabilities, ...rules.flatMap((rule) => [...(rule.capabilities ?? []), ...(rule.without ?? [])])];
}
