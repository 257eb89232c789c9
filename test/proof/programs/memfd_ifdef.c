/* Guarded for the headers, which say nothing of the kernel. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
#ifdef SYS_memfd_create
	return syscall(SYS_memfd_create, "proof", 0) >= 0 ? 0 : 1;
#else
	return 0;
#endif
}
