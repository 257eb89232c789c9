#define _GNU_SOURCE
#include "job.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Guarded: where openat2 is missing or refused, another way is taken. */
int open_beneath(int folder, const char *path)
{
	struct open_how how = { .flags = O_RDONLY | O_CLOEXEC, .resolve = RESOLVE_BENEATH };
	int fd = syscall(SYS_openat2, folder, path, &how, sizeof how);
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		fd = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	return fd;
}

/* Back-ported: memfd_create came in Linux 3.17, and RHEL 7's 3.10 has it all the same. */
int open_log(const char *name)
{
	return syscall(SYS_memfd_create, name, 1U);
}

/* Removed: works on the old kernel, and nowhere since 5.12. */
int profiled_file(uint64_t cookie, char *path, size_t size)
{
	return syscall(SYS_lookup_dcookie, cookie, path, size);
}
