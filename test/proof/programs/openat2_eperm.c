/* Only a refusal leads to openat. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
struct how {
	unsigned long long flags, mode, resolve;
};

int main(void) {
	struct how how = {O_RDONLY, 0, 0};
	long fd = syscall(SYS_openat2, AT_FDCWD, "/", &how, sizeof how);
	if (fd < 0 && errno == EPERM)
		fd = openat(AT_FDCWD, "/", O_RDONLY);
	return fd >= 0 ? 0 : 1;
}
