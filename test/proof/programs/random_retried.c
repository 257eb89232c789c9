/* Retries an interrupted call; a missing one is taken for a failure. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/random.h>

int main(void) {
	char bytes[16];
	ssize_t got;
	do {
		got = getrandom(bytes, sizeof bytes, 0);
	} while (got < 0 && errno == EINTR);
	return got < 0 ? 1 : 0;
}
