/* Another process's limits: only the new call can. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/resource.h>

int main(void) {
	struct rlimit limit;
	return prlimit(getppid(), RLIMIT_NOFILE, NULL, &limit) == 0 ? 0 : 1;
}
