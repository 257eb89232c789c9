/* Refused by new profiles, unknown to old kernels. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
struct parameters {
	unsigned words[30];
};

int main(void) {
	struct parameters parameters;
	memset(&parameters, 0, sizeof parameters);
	return syscall(SYS_io_uring_setup, 1, &parameters) >= 0 ? 0 : 1;
}
