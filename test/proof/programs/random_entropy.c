/* The library's name for getrandom(2). */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	char bytes[16];
	return getentropy(bytes, sizeof bytes) == 0 ? 0 : 1;
}
