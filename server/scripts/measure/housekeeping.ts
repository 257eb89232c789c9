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

/** True for a call of the list of housekeeping that the row does not mention. */
export function isHousekeeping(call: string, mentioned: ReadonlySet<string>): boolean {
	return (always.has(call) || onTheWay.has(call)) && !mentioned.has(call);
}
