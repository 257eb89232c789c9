#ifndef JOB_H
#define JOB_H

#include <sys/types.h>

/* Starts `argv` and answers a descriptor that becomes readable when the job ends, or -1. */
int start_job(char *const argv[]);

/* Waits until one of the jobs in `epoll` ends, at most `milliseconds`. */
int wait_for_jobs(int epoll, int milliseconds);

/* Opens a file of a job's folder; the path can't leave it. */
int open_beneath(int folder, const char *path);

/* A descriptor for a job's output that lives in memory only. */
int open_log(const char *name);

/* The kernel's version as sysctl(2) told it, or 0. */
int kernel_osrelease(char *buffer, size_t size);

#endif
