/* A raw call without a guard. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	return syscall(SYS_pidfd_open, getpid(), 0) >= 0 ? 0 : 1;
}
