import type { ApiRow } from '../../src/core/catalog/apis.ts';
import type { LanguageId } from '../../src/core/domain/apiCall.ts';
import { neededBy } from './compare.ts';

/**
 * Calls that a library makes for its own sake. Without them nearly everything fails, and every kernel has them, so a row
 * need not speak of them; where it says that one is needed, it is tried like all others.
 */
const always: ReadonlySet<string> = new Set([
	// memory of the allocator, of stacks and of files that are mapped to be read
	...['brk', 'mmap', 'munmap', 'mremap', 'mprotect', 'madvise'],
	// locks, and what a new thread sets up for itself
	...['futex', 'set_robust_list', 'rseq', 'sched_yield', 'gettid', 'getpid', 'set_tid_address', 'arch_prctl'],
	// signals are held off around forks and thread starts
	...['rt_sigprocmask', 'rt_sigaction', 'rt_sigreturn', 'sigaltstack', 'restart_syscall'],
	// the end
	...['close', 'exit', 'exit_group'],
]);

/**
 * What Node's event loop does between any two steps, and how its threads wake each other. Of getsockopt it takes an answer
 * that was never given: what then happens is chance.
 */
const eventLoop: ReadonlySet<string> = new Set([
	'epoll_ctl',
	'epoll_wait',
	'epoll_pwait',
	'poll',
	'ppoll',
	'read',
	'write',
	'io_uring_enter',
	'getsockopt',
]);

/** What the loader of a program needs that a call has started; its own need is execve. */
const programStart: ReadonlySet<string> = new Set(['openat', 'read', 'newfstatat', 'fstat', 'access', 'pread64']);

/** True for a call that is not tried: it is housekeeping, and the row does not say that it is needed. */
export function isHousekeeping(call: string, language: LanguageId, row: ApiRow | undefined): boolean {
	const needed = row === undefined ? new Set<string>() : neededBy(row);
	if (language === 'node' && eventLoop.has(call)) {
		return true; // nothing can be told: without it nothing goes on
	}
	if (call === 'lseek' && asksNameServices(row)) {
		return true;
	}
	return (always.has(call) || (needed.has('execve') && programStart.has(call))) && !needed.has(call);
}

/**
 * Name services are asked in turn, as nsswitch.conf of the machine says: whether another one answers where the files can't be
 * read is no matter of the row.
 */
function asksNameServices(row: ApiRow | undefined): boolean {
	return row !== undefined && ['socket', 'connect'].every((call) => row.uses.includes(call));
}
