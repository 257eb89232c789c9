import type { Guard } from '../../domain/guard.ts';
import { cannotHold } from './compiledFor.ts';
import { macrosOf, type Assumption } from './directiveCondition.ts';
import type { Term } from './preprocessor.ts';

/** What a condition must speak of to be a guard of a call. */
export interface GuardedNames {
	/** The Api's name and the syscalls which it needs, in small letters. */
	readonly names: readonly string[];
	/** The header that declares the Api. */
	readonly header: string;
}

/** The condition that asks the headers for this very call: `#ifdef SYS_x`, `HAVE_X`, `#if LINUX_VERSION_CODE >= …`. */
export function headerGuard(terms: readonly Term[], call: GuardedNames): Guard | null {
	for (const term of terms.toReversed()) {
		const speaking = [...macrosOf(term.condition)].filter((macro) => speaksOf(macro, call));
		if (speaking.length > 0 && cannotHold(term, ({ name }) => (speaking.includes(name) ? 0 : undefined))) {
			return { kind: 'preprocessor', grade: 'build-time', range: term.range };
		}
		if (cannotHold(term, onHeaders(0))) {
			return { kind: 'version', grade: 'build-time', range: term.range };
		}
	}
	return null;
}

const versionMacro = /^(?:LINUX_VERSION_CODE|__GLIBC__|__GLIBC_MINOR__|__GLIBC_PREREQ|GLIBC_VERSION)$/;

/** Versions of kernel and libc as `version` for all of them. */
function onHeaders(version: number): Assumption {
	return ({ kind, name }, numbers) => {
		if (kind === 'value' && name === 'KERNEL_VERSION') {
			return numbers.reduce<number | undefined>(
				(sum, one) => (sum === undefined || one === undefined ? undefined : sum * 256 + one),
				0,
			);
		}
		if (!versionMacro.test(name)) {
			return undefined;
		}
		// without a version nothing is told by whether it is defined: musl has none
		return kind === 'value' ? version : version > 0 ? 1 : undefined;
	};
}

/**
 * True for lines that are compiled only where the headers lack a function: `#ifndef HAVE_GETRANDOM` around a project's own
 * `getrandom`. Elsewhere the name is libc's.
 */
export function standsInFor(name: string, terms: readonly Term[]): boolean {
	const call: GuardedNames = { names: [name], header: '' };
	return terms.some((term) => {
		const speaking = [...macrosOf(term.condition)].filter((macro) => speaksOf(macro, call));
		return (
			(speaking.length > 0 && cannotHold(term, (macro) => (speaking.includes(macro.name) ? 1 : undefined))) ||
			cannotHold(term, onHeaders(Number.MAX_SAFE_INTEGER))
		);
	});
}

function speaksOf(macro: string, { names, header }: GuardedNames): boolean {
	if (names.includes(macro)) {
		return true; // `#ifndef landlock_add_rule`
	}
	const constant = /^(?:__NR_|SYS_|__SNR_|__NR__)(\w+)$/.exec(macro)?.[1];
	if (constant !== undefined) {
		return names.includes(constant);
	}
	const word = macro.toLowerCase();
	if (!/^_*(?:\w+_)?(?:have|has|use|with|enable|config|supports?)_|_(?:supported|available)$/.test(word)) {
		return false;
	}
	const subject = word.replace(/^_*(?:\w+_)?(?:have|has|use|with|enable|config|supports?)_(?:decl_|func_)?/, '');
	return names.some((name) => isNamedIn(subject, name)) || isHeader(subject, header, names);
}

/** Short names are part of many others (`HAVE_OPEN_MEMSTREAM` is not about `open`); long ones are not. */
function isNamedIn(subject: string, name: string): boolean {
	return subject === name || ((name.length > 7 || name.includes('_')) && `_${subject}_`.includes(`_${name}_`));
}

/** `HAVE_SYS_EPOLL_H` speaks of `epoll_create1`; `HAVE_UNISTD_H` of nothing in particular. */
function isHeader(subject: string, header: string, names: readonly string[]): boolean {
	const stem = /^(?:sys|linux)_(\w+)_h$/.exec(subject)?.[1];
	if (stem === undefined) {
		return false;
	}
	const declared = header.toLowerCase().replace(/\W/g, '_') === subject;
	return names.some((name) => name.includes(stem)) || (declared && subject.startsWith('linux_'));
}
