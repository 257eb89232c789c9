/* No guard at all. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/mman.h>

int main(void) {
	return memfd_create("proof", 0) >= 0 ? 0 : 1;
}
