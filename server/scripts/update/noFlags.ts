/** Constants that manual pages date though no call takes them, and why; of one page, where that is said. */
export interface NoFlag {
	readonly constant: RegExp;
	readonly page?: string;
	readonly why: string;
}

/** What an updater of flags passes over. Whatever is none of these and has no place stops it. */
export const noFlags: readonly NoFlag[] = [
	{ constant: /^(?:BUS|CLD|FPE|ILL|POLL|SEGV|SI|SYS|TRAP)_/, page: 'sigaction(2)', why: 'a code that a signal brings' },
	{ constant: /^PERF_RECORD_/, page: 'perf_event_open(2)', why: 'a kind of record that is read' },
	{
		constant: /^PERF_EVENT_MODIFY_ATTRIBUTES$/,
		page: 'perf_event_open(2)',
		why: 'a misprint for PERF_EVENT_IOC_MODIFY_ATTRIBUTES',
	},
	{ constant: /^STATX_ATTR_/, page: 'statx(2)', why: 'an attribute that is answered' },
	{ constant: /^ST_/, page: 'statfs(2)', why: 'a mount flag that is answered' },
	{ constant: /^UFFD_EVENT_/, page: 'userfaultfd(2)', why: 'a message that is read' },
	{ constant: /^WIF/, page: 'wait(2)', why: 'a macro that looks into a status' },
	{ constant: /^PTRACE_MODE_/, page: 'ptrace(2)', why: 'a word of the kernel’s own code' },
	{
		constant: /^O_CLOEXEC$/,
		page: 'fanotify_init(2)',
		why: 'kernels before take it for event descriptors and do nothing with it',
	},
];

/** Whether no call takes the constant, as that page has it. */
export function isNoFlag(constant: string, page: string): boolean {
	return noFlags.some((one) => one.constant.test(constant) && (one.page ?? page) === page);
}
