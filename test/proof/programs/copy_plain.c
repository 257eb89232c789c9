/* No guard: the library has no way around it. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
	FILE *from = tmpfile(), *to = tmpfile();
	fputs("proof", from);
	fflush(from);
	off64_t start = 0;
	return copy_file_range(fileno(from), &start, fileno(to), NULL, 5, 0) == 5 ? 0 : 1;
}
