/* Another file where there is no memfd. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <stdlib.h>
#include <sys/mman.h>

int main(void) {
	int fd = memfd_create("proof", MFD_CLOEXEC);
	if (fd < 0) {
		char name[] = "/tmp/proof-XXXXXX";
		fd = mkstemp(name);
		unlink(name);
	}
	return fd >= 0 ? 0 : 1;
}
