/** What programs use in place of a newer call. Only to recognise another path as one: it promises nothing of equal worth. */
const substitutes: readonly (readonly [of: RegExp, by: RegExp])[] = [
	[/^(?:statx|stat|fstatat|newfstatat)$/, /^(?:[fl]?stat(?:64)?|fstatat(?:64)?|newfstatat)$/],
	[
		/^(?:getrandom|getentropy|arc4random\w*)$/,
		/^(?:open|openat|fopen|read|fread|rand|random|srandom|srand|getentropy|getauxval|gettimeofday)$/,
	],
	[/^(?:memfd_create|memfd_secret)$/, /^(?:shm_open|mkstemp|mkostemp|open|openat|tmpfile|mmap|memfd_create)$/],
	[/^copy_file_range$/, /^(?:sendfile(?:64)?|splice|pread|pwrite|read|write|readv|ioctl|mmap)$/],
	[/^(?:sendfile(?:64)?|splice|vmsplice|tee)$/, /^(?:pread|pwrite|read|write|readv|splice|sendfile|mmap|send)$/],
	[/^pidfd_(?:open|getfd|send_signal)$/, /^(?:kill|waitpid|wait4|waitid|open|openat|ptrace|tgkill|recvmsg)$/],
	[/^(?:close_range|closefrom)$/, /^(?:close|opendir|fcntl|sysconf|getrlimit|closefrom|open|openat)$/],
	[/^(?:clone3?|vfork|posix_spawnp?|pidfd_spawnp?)$/, /^(?:clone|fork|vfork|_Fork|posix_spawnp?)$/],
	[/^(?:execveat|fexecve)$/, /^(?:execve?p?e?|execl[pe]?|execv|fexecve)$/],
	[
		/^(?:fallocate(?:64)?|posix_fallocate(?:64)?)$/,
		/^(?:posix_fallocate|fallocate|ftruncate|write|pwrite|fcntl|lseek)$/,
	],
	[/^(?:faccessat2?|eaccess)$/, /^(?:access|faccessat|fstatat|stat|open|openat)$/],
	[/^(?:fchmodat2?|lchmod)$/, /^(?:f?chmod|fchmodat|openat|open)$/],
	[/^(?:utimensat|futimens)$/, /^(?:utimes?|futimesat|lutimes|futimes|utimensat)$/],
	[/^(?:eventfd2?|signalfd4?)$/, /^(?:pipe2?|socketpair|eventfd|signalfd|sigaction)$/],
	[/^(?:timerfd_\w+|timer_create)$/, /^(?:setitimer|alarm|timer_create|poll|pipe2?)$/],
	[
		/^(?:io_uring_\w+|io_setup|io_submit|io_getevents|io_pgetevents)$/,
		/^(?:p?poll|p?select|epoll_(?:create1?|p?wait)|readv?|writev?|p(?:read|write)v?|kqueue|aio_\w+)$/,
	],
	[/^epoll_create1?$/, /^(?:p?poll|p?select|epoll_create|kqueue)$/],
	[/^epoll_p?wait2?$/, /^(?:p?poll|p?select|epoll_p?wait)$/],
	[/^(?:inotify_\w+|fanotify_\w+)$/, /^(?:f?stat|poll|inotify_\w+|timerfd_create)$/],
	[/^(?:sync_file_range|syncfs)$/, /^(?:f?sync|fdatasync|msync)$/],
	[/^(?:prlimit(?:64)?)$/, /^(?:set|get)rlimit(?:64)?$/],
	[/^process_(?:vm_\w+|madvise)$/, /^(?:ptrace|pread(?:64)?|read|lseek|madvise)$/],
	[/^(?:send|recv)mmsg$/, /^(?:sendmsg|sendto|send|recvmsg|recvfrom|recv)$/],
	[/^name_to_handle_at$/, /^(?:f?stat|fstatat|statx|open|openat)$/],
	[/^(?:open_tree|move_mount|mount_setattr|fsopen|fsmount|fsconfig|fspick)$/, /^(?:mount|umount2?)$/],
	[/^kexec_file_load$/, /^kexec_load$/],
	[/^seccomp$/, /^prctl$/],
	[/^sched_setattr$/, /^(?:sched_setscheduler|sched_setparam|setpriority|pthread_setschedparam)$/],
	[/^(?:pread|pwrite)v2$/, /^(?:p?readv?|p?writev?)$/],
	[/^(?:link|rename|symlink)(?:at2?)?$/, /^(?:link|linkat|rename|renameat|symlink)$/],
	[/^openat2$/, /^(?:open|openat|chroot|readlink|readlinkat|realpath)$/],
	[/^(?:pivot_root)$/, /^(?:chroot|mount)$/],
	[/^(?:mlock2|mlockall)$/, /^mlock$/],
	[/^(?:getdents(?:64)?)$/, /^(?:readdir|opendir|fdopendir)$/],
	[/^(?:quotactl_fd)$/, /^quotactl$/],
	[/^(?:clock_gettime\w*|clock_getres)$/, /^(?:gettimeofday|time|times)$/],
	[/^(?:tgkill|rt_tgsigqueueinfo)$/, /^(?:tkill|kill|pthread_kill)$/],
	[/^(?:getcpu|sched_getcpu)$/, /^(?:sched_getcpu|getcpu|open|fopen)$/],
	[/^(?:set|get|list|remove)xattrat$/, /^[lf]?(?:set|get|list|remove)xattr$/],
];

/** True where `other` is what code falls back to when `api` fails: its elder sister, or a well-known substitute. */
export function isSubstitute(api: string, other: string): boolean {
	if (api === other) {
		return false; // the same call meets the same kernel
	}
	const stems = stemsOf(api);
	return (
		stemsOf(other).some((stem) => stems.includes(stem)) ||
		substitutes.some(([of, by]) => of.test(api) && by.test(other))
	);
}

/** Functions of a project that do by hand what a call does, by the names which projects give them. */
export function isOwnSubstitute(api: string, name: string): boolean {
	return /^(?:close_range|closefrom)$/.test(api) && /close_?(?:all|fds?|open|every|from)/i.test(name) && name !== api;
}

/** `openat2` → `open`; `fstatat64` → `fstat`, `stat`. */
function stemsOf(name: string): readonly string[] {
	const bare = name
		.replace(/^_+|(?:64)?_?(?:time64)?$/g, '')
		.replace(/\d+$/, '')
		.replace(/(?<=\w{4})at$/, '');
	return /^[fl]\w{4,}/.test(bare) ? [bare, bare.slice(1)] : [bare];
}

/** The stem of a name, for comparing it with a project's own function (`my_getrandom_fallback`). */
export function mentions(functionName: string, api: string): boolean {
	const stem = stemsOf(api)[0] ?? api;
	return stem.length > 4 && functionName.toLowerCase().includes(stem);
}
