import type { LanguageId } from '../../src/core/domain/apiCall.ts';

/**
 * Calls that a library makes for its own sake. Without them nearly everything fails, and every kernel has them, so a row
 * need not speak of them; where it does, they are tried like all others.
 */
const always: ReadonlySet<string> = new Set([
	// memory of the allocator, of stacks and of files that are mapped to be read
	...['brk', 'mmap', 'munmap', 'mremap', 'mprotect', 'madvise'],
	// locks, and what a new thread sets up for itself
	...['futex', 'set_robust_list', 'rseq', 'sched_yield', 'gettid', 'set_tid_address', 'arch_prctl'],
	// signals are held off around forks and thread starts
	...['rt_sigprocmask', 'rt_sigaction', 'rt_sigreturn', 'sigaltstack', 'restart_syscall'],
	// the end
	...['exit', 'exit_group'],
]);

/** Calls on the way of another: a stream asks its file's size, a spawned child closes and moves its files. */
const onTheWay: ReadonlySet<string> = new Set(['close']);

/** What Node's event loop does between any two steps, and how its threads wake each other. */
const eventLoop: ReadonlySet<string> = new Set(['epoll_ctl', 'epoll_wait', 'epoll_pwait', 'poll', 'ppoll', 'read', 'write']);

/** True for a call of the list of housekeeping that the row does not say is needed. */
export function isHousekeeping(call: string, language: LanguageId, needed: ReadonlySet<string>): boolean {
	const listed = always.has(call) || onTheWay.has(call) || (language === 'node' && eventLoop.has(call));
	return listed && !needed.has(call);
}
