#define _GNU_SOURCE
#include "job.h"

#include <sys/epoll.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int start_job(char *const argv[])
{
	pid_t pid = fork();
	if (pid == 0) {
		close_range(3, ~0U, 0);
		execvp(argv[0], argv);
		_exit(127);
	}
	if (pid < 0)
		return -1;
	return syscall(SYS_pidfd_open, pid, 0);
}

int wait_for_jobs(int epoll, int milliseconds)
{
	struct epoll_event events[8];
	struct timespec limit = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
	return epoll_pwait2(epoll, events, 8, &limit, 0);
}
