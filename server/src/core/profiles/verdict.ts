import { compareReleases } from '../domain/kernelRelease.ts';
import type { Architecture } from '../domain/target.ts';
import { argumentsHold, type KnownBits } from './argumentFacts.ts';
import { argumentWords } from './argumentWords.ts';
import type { NoProfile, Rule, RuleProfile } from './profile.ts';

/** Where a call is made, as far as a profile cares. */
export interface Circumstances {
	readonly arch: Architecture;
	/** All that the container holds (`CAP_SYS_ADMIN` …); without it, what the engine gives to one that asks for none. */
	readonly capabilities?: readonly string[];
	/** What is known of the arguments, in the kernel's order; without it, conditions on them stay open. */
	readonly arguments?: readonly (KnownBits | undefined)[];
	/** What the running kernel calls itself; without it, a condition on it stays open. */
	readonly kernel?: string;
}

/** What a profile says of a call. */
export type ProfileVerdict =
	| { readonly kind: 'allowed' }
	| { readonly kind: 'conditional'; readonly on: 'arguments' | 'kernel'; readonly note: string }
	| {
			readonly kind: 'refused';
			readonly errno: string;
			/** Any one of these in addition lets the call pass, at least with some arguments. */
			readonly capability?: readonly string[];
	  };

/** Decides whether a profile lets a call pass. Nothing else does. */
export function profileVerdict(
	profile: RuleProfile | NoProfile,
	syscall: string,
	circumstances: Circumstances,
): ProfileVerdict {
	if (profile.kind === 'none') {
		return { kind: 'allowed' };
	}
	const held = circumstances.capabilities ?? profile.capabilities;
	const verdict = answer(profile, syscall, { ...circumstances, capabilities: held });
	if (verdict.kind !== 'refused') {
		return verdict;
	}
	const capability = capabilitiesNamed(profile.rulesOf(syscall)).filter(
		(one) => answer(profile, syscall, { ...circumstances, capabilities: [...held, one] }).kind !== 'refused',
	);
	return capability.length === 0 ? verdict : { ...verdict, capability };
}

type Known = Circumstances & { readonly capabilities: readonly string[] };

function answer(profile: RuleProfile, syscall: string, known: Known): ProfileVerdict {
	const rules = profile.rulesOf(syscall).filter((rule) => applies(rule, known));
	const open = known.kernel === undefined ? rules.filter(({ minKernel }) => minKernel !== undefined) : [];
	const sure = rules.filter((rule) => !open.includes(rule));
	const verdict = verdictOf(profile, syscall, known, sure);
	const [first] = open;
	if (first?.minKernel === undefined || verdict.kind === 'allowed') {
		return verdict;
	}
	return { kind: 'conditional', on: 'kernel', note: `allowed on Linux ${first.minKernel} or newer` };
}

/** As libseccomp joins rules: the first one without arguments holds alone; otherwise those with arguments together do. */
function verdictOf(profile: RuleProfile, syscall: string, known: Known, rules: readonly Rule[]): ProfileVerdict {
	const whole = rules.find((rule) => rule.arguments === undefined);
	if (whole !== undefined) {
		return whole.action === 'allow' ? { kind: 'allowed' } : { kind: 'refused', errno: whole.action };
	}
	const unlisted = unlistedErrno(profile, syscall, known);
	const holding = rules.map((rule) => ({ rule, holds: argumentsHold(rule, known.arguments ?? []) }));
	const sure = holding.find(({ holds }) => holds === true);
	const open = holding.some(({ rule, holds }) => holds === undefined && rule.action !== unlisted);
	if (sure === undefined && open) {
		return { kind: 'conditional', on: 'arguments', note: argumentWords(syscall, rules) };
	}
	const action = sure?.rule.action ?? unlisted;
	return action === 'allow' ? { kind: 'allowed' } : { kind: 'refused', errno: action };
}

/** The runtime answers for numbers that the profile can't have known; they lie above the highest it names here. */
function unlistedErrno(profile: RuleProfile, syscall: string, known: Known): string {
	const number = profile.numberOf(syscall, known.arch);
	if (profile.newNumbers === undefined || number === undefined) {
		return profile.unlisted;
	}
	for (const listed of profile.syscalls()) {
		const other = profile.numberOf(listed, known.arch);
		if (other !== undefined && other >= number && profile.rulesOf(listed).some((rule) => applies(rule, known))) {
			return profile.unlisted;
		}
	}
	return profile.newNumbers;
}

function applies(rule: Rule, { arch, capabilities, kernel }: Known): boolean {
	const machine = machines[arch];
	return (
		(rule.capabilities ?? []).every((one) => capabilities.includes(one)) &&
		!(rule.without ?? []).some((one) => capabilities.includes(one)) &&
		(rule.architectures === undefined || rule.architectures.some((one) => one === machine)) &&
		!(rule.exceptArchitectures ?? []).some((one) => one === machine) &&
		(rule.minKernel === undefined || kernel === undefined || compareReleases(kernel, rule.minKernel) >= 0)
	);
}

/** Our architectures in the words of the profiles, which know no 32-bit PowerPC. */
const machines: Readonly<Record<Architecture, string>> = {
	x86_64: 'amd64',
	i386: 'x86',
	arm64: 'arm64',
	arm: 'arm',
	riscv64: 'riscv64',
	ppc64: 'ppc64le',
	ppc32: 'ppc',
	s390x: 's390x',
};

function capabilitiesNamed(rules: readonly Rule[]): readonly string[] {
	return [...new Set(rules.flatMap((rule) => [...(rule.capabilities ?? []), ...(rule.without ?? [])]))].sort();
}
