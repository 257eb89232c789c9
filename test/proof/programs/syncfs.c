/* An old call, younger than the oldest kernels. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	int fd = open("/", O_RDONLY);
	return syncfs(fd) == 0 ? 0 : 1;
}
