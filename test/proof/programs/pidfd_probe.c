/* A probe asks first. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
static int have_pidfd(void) {
	long fd = syscall(SYS_pidfd_open, getpid(), 0);
	if (fd < 0)
		return 0;
	close((int) fd);
	return 1;
}

int main(void) {
	if (have_pidfd())
		return syscall(SYS_pidfd_open, getppid(), 0) >= 0 ? 0 : 1;
	return 0;
}
