/* A missing call leads to stat, a refused one does not. */
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
	struct stat old;
	long failed = syscall(SYS_statx, AT_FDCWD, "/", 0, STATX_SIZE, &about);
	if (failed && errno == ENOSYS)
		failed = stat("/", &old);
	return failed == 0 ? 0 : 1;
}
