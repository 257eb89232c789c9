/* No guard: several messages at once. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <sys/socket.h>

int main(void) {
	int pair[2];
	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0)
		return 1;
	struct mmsghdr message;
	memset(&message, 0, sizeof message);
	return sendmmsg(pair[0], &message, 1, 0) == 1 ? 0 : 1;
}
