/* Refused by most profiles. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	return syscall(SYS_keyctl, 0, -3, 1) >= 0 ? 0 : 1;
}
