/* A flag for which the library knows no other way. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/mman.h>

int main(void) {
	static char page[4096];
	return mlock2(page, 1, MLOCK_ONFAULT) == 0 ? 0 : 1;
}
