/* Needs a capability in a container, though not outside. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sched.h>

int main(void) {
	return unshare(CLONE_FILES) == 0 ? 0 : 1;
}
