/* Gone from new kernels. */
#define _GNU_SOURCE
#include <stddef.h>
#include <unistd.h>

struct request {
	int *name, names;
	void *old;
	size_t *length;
	void *fresh;
	size_t fresh_length;
	unsigned long unused[4];
};

int main(void) {
	int name[] = {1, 1};
	char system[32];
	size_t length = sizeof system;
	struct request request = {name, 2, system, &length, NULL, 0, {0}};
	return syscall(156, &request) == 0 ? 0 : 1;
}
