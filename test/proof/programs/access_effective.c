/* The library checks by hand where the new call is missing. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	return faccessat(AT_FDCWD, "/", R_OK, AT_EACCESS) == 0 ? 0 : 1;
}
