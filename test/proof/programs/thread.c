/* Threads: the library falls back by itself, on ENOSYS. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <pthread.h>

static void *run(void *nothing) {
	return nothing;
}

int main(void) {
	pthread_t thread;
	if (pthread_create(&thread, NULL, run, NULL) != 0)
		return 1;
	return pthread_join(thread, NULL) == 0 ? 0 : 1;
}
