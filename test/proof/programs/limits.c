/* The old calls do, where the new one is missing. */
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
	return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? 0 : 1;
}
