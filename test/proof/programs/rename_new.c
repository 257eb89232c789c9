/* A flag for which the library knows no other way. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <stdlib.h>

int main(void) {
	char name[] = "/tmp/proof-XXXXXX", other[] = "/tmp/proof-new-XXXXXX";
	close(mkstemp(name));
	close(mkstemp(other));
	unlink(other);
	int failed = renameat2(AT_FDCWD, name, AT_FDCWD, other, RENAME_NOREPLACE);
	unlink(name);
	unlink(other);
	return failed == 0 ? 0 : 1;
}
