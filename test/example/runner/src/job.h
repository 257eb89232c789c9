#ifndef JOB_H
#define JOB_H

#include <stdint.h>
#include <sys/types.h>

/* Starts `argv` and answers a descriptor that becomes readable when the job ends, or -1. */
int start_job(char *const argv[]);

/* Waits until one of the jobs in `epoll` ends, at most `milliseconds`. */
int wait_for_jobs(int epoll, int milliseconds);

/* Opens a file of a job's folder; the path can't leave it. */
int open_beneath(int folder, const char *path);

/* A descriptor for a job's output that lives in memory only. */
int open_log(const char *name);

/* The path of a file that the profiler met; answers its length, or -1. */
int profiled_file(uint64_t cookie, char *path, size_t size);

#endif
