import type { ApiCall, Argument } from '../domain/apiCall.ts';
import type { KnownBits } from '../profiles/argumentFacts.ts';
import { constantValue } from '../profiles/argumentWords.ts';

/**
 * The arguments of a call in the order in which the kernel gets them, as far as they are constants that profiles look
 * at: the flags of `clone`, the domain of `socket`. Empty where a library stands between and says no more.
 */
export function kernelArguments(call: ApiCall): readonly (KnownBits | undefined)[] {
	const given = call.arguments;
	if (given === undefined) {
		return [];
	}
	if (call.module === 'libc' && call.api === 'clone') {
		return [bitsOf(given[2])]; // clone(function, stack, flags, …)
	}
	if (call.module === 'syscall' || ['socket', 'personality'].includes(call.api)) {
		return given.map(bitsOf);
	}
	return call.api === 'socket.socket' ? [bitsOf(call.keywords?.family ?? given[0])] : [];
}

/** The constants among the arguments that profiles look at: `CLONE_NEWUSER`, `AF_ALG`. */
export function decisiveConstants(call: ApiCall): readonly string[] {
	return [...(call.arguments ?? []), ...Object.values(call.keywords ?? {})]
		.flatMap((argument) => (argument.kind === 'flags' ? argument.names.map(bareName) : []))
		.filter((name) => constantValue(name) !== undefined);
}

function bareName(name: string): string {
	return name.slice(name.lastIndexOf('.') + 1);
}

function bitsOf(argument: Argument | undefined): KnownBits | undefined {
	switch (argument?.kind) {
		case 'number':
			return { set: argument.value, whole: true };
		case 'flags': {
			const values = argument.names.map((name) => constantValue(bareName(name)));
			const known = values.filter((value) => value !== undefined);
			const whole = !argument.rest && known.length === values.length;
			const set = known.reduce((sum, value) => (sum | value) >>> 0, 0);
			return whole || set !== 0 ? { set, whole } : undefined;
		}
		case 'null':
		case 'string':
		case 'other':
		case undefined:
			return undefined;
	}
}
