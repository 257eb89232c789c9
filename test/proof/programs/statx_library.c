/* The library makes it from stat where it is missing. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/stat.h>

int main(void) {
	struct statx about;
	return statx(AT_FDCWD, "/", 0, STATX_SIZE, &about) == 0 ? 0 : 1;
}
