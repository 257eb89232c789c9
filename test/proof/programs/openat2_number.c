/* A raw call by its number. */
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
	return syscall(437, AT_FDCWD, "/", &how, sizeof how) >= 0 ? 0 : 1;
}
