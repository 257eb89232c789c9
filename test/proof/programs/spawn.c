/* Another program: the library falls back by itself. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <spawn.h>
#include <sys/wait.h>

int main(void) {
	char *const arguments[] = {"true", NULL};
	char *const environment[] = {NULL};
	int status;
	pid_t child;
	if (posix_spawn(&child, "/bin/true", NULL, NULL, arguments, environment) != 0)
		return 1;
	return waitpid(child, &status, 0) == child && status == 0 ? 0 : 1;
}
