/* No guard at all. */
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
	return getrandom(bytes, sizeof bytes, 0) == sizeof bytes ? 0 : 1;
}
