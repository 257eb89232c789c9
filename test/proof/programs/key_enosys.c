/* Expects a missing call where a profile refuses it. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	long ring = syscall(SYS_keyctl, 0, -3, 1);
	if (ring < 0 && errno == ENOSYS)
		return 0;
	return ring >= 0 ? 0 : 1;
}
