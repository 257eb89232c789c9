import type { ArgumentCondition } from '../catalog/profiles.ts';
import type { Rule } from './profile.ts';

/** The conditions of rules on arguments in words: `allowed when persona is 0x0 or 0x8`. */
export function argumentWords(syscall: string, rules: readonly Rule[]): string {
	const actions = [...new Set(rules.map(({ action }) => action))];
	return actions
		.map((action) => {
			const clauses = joinEqual(rules.filter((rule) => rule.action === action).map((rule) => rule.arguments ?? []));
			const words = clauses.map((clause) => clause.map((one) => conditionWords(syscall, one)).join(' and '));
			return `${action === 'allow' ? 'allowed' : `refused with ${action}`} when ${words.join(', or ')}`;
		})
		.join('; ');
}

/** The value of a constant that profiles look at: `CLONE_NEWUSER`, `AF_ALG`. */
export function constantValue(name: string): number | undefined {
	return Object.hasOwn(constants, name) ? constants[name] : undefined;
}

/** A condition that may name several values, any of which will do. */
type Clause = readonly (Omit<ArgumentCondition, 'value'> & { readonly values: readonly number[] })[];

/** Rules that only name one value each for the same argument become one: `is 0x0, 0x8 or 0x20000`. */
function joinEqual(rules: readonly (readonly ArgumentCondition[])[]): readonly Clause[] {
	const clauses: Clause[] = [];
	for (const conditions of rules) {
		const clause = conditions.map(({ value, ...rest }) => ({ ...rest, values: [value] }));
		const before = clauses.at(-1);
		const [one, last] = [clause[0], before?.[0]];
		const same = clause.length === 1 && before?.length === 1 && one?.op === 'is' && last?.op === 'is';
		if (same && one.index === last.index && one.mask === last.mask) {
			clauses[clauses.length - 1] = [{ ...last, values: [...last.values, ...one.values] }];
		} else {
			clauses.push(clause);
		}
	}
	return clauses;
}

function conditionWords(syscall: string, { index, mask, op, values }: Clause[number]): string {
	const name = argumentNames[syscall]?.[index] ?? `argument ${index + 1}`;
	if (mask !== undefined) {
		const bits = maskWords(Number(mask));
		return op === 'is' && values.join() === '0'
			? `${name} has none of ${bits}`
			: `${name} & ${mask} ${verbs[op]} ${values.join(' or ')}`;
	}
	const words = values.map((value) => valueNames[name]?.[value] ?? `0x${value.toString(16)}`);
	return `${name} ${verbs[op]} ${listed(words)}`;
}

const verbs: Readonly<Record<ArgumentCondition['op'], string>> = {
	is: 'is',
	not: 'is not',
	below: 'is below',
	above: 'is above',
};

/** Names of the arguments which profiles look at. On s390x the flags of `clone` come second. */
const argumentNames: Readonly<Record<string, Readonly<Record<number, string>>>> = {
	clone: { 0: 'flags', 1: 'flags' },
	personality: { 0: 'persona' },
	socket: { 0: 'domain', 2: 'protocol' },
	socketcall: { 0: 'call', 1: 'domain' },
};

const valueNames: Readonly<Record<string, Readonly<Record<number, string>>>> = {
	domain: {
		1: 'AF_UNIX',
		2: 'AF_INET',
		10: 'AF_INET6',
		16: 'AF_NETLINK',
		17: 'AF_PACKET',
		38: 'AF_ALG',
		39: 'AF_NFC',
		40: 'AF_VSOCK',
	},
	protocol: { 9: 'NETLINK_AUDIT' },
	call: { 1: 'SYS_SOCKET' },
};

const cloneFlags: Readonly<Record<string, number>> = {
	CLONE_NEWNS: 0x00020000,
	CLONE_NEWCGROUP: 0x02000000,
	CLONE_NEWUTS: 0x04000000,
	CLONE_NEWIPC: 0x08000000,
	CLONE_NEWUSER: 0x10000000,
	CLONE_NEWPID: 0x20000000,
	CLONE_NEWNET: 0x40000000,
};

const constants: Readonly<Record<string, number>> = {
	...cloneFlags,
	...Object.fromEntries(Object.entries(valueNames.domain ?? {}).map(([value, name]) => [name, Number(value)])),
};

function maskWords(mask: number): string {
	return listed(Object.keys(cloneFlags).filter((flag) => (mask & (cloneFlags[flag] ?? 0)) !== 0));
}

/** `a, b or c`. */
function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
