#define _GNU_SOURCE
#include "job.h"

#include <stdio.h>
#include <sys/epoll.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
	if (argc < 2) {
		fprintf(stderr, "usage: runner COMMAND [ARGUMENT…]\n");
		return 2;
	}
	int job = start_job(argv + 1);
	int epoll = epoll_create1(EPOLL_CLOEXEC);
	struct epoll_event event = { .events = EPOLLIN };
	if (job < 0 || epoll < 0 || epoll_ctl(epoll, EPOLL_CTL_ADD, job, &event) < 0) {
		perror("runner");
		return 1;
	}
	return wait_for_jobs(epoll, 60000) == 1 ? 0 : 1;
}
