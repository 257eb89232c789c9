/*
 * Runs C cases, each in a forked child that loses system calls just before its window.
 * harness JOBS FOLDER RESULTS: a line of JOBS is `case errno number…`; a line of RESULTS says how that job ended.
 * The window of a job stands in the trace between two writes to no file: "B <job>." and "E <job>.".
 */
#define _GNU_SOURCE 1
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "fixtures.h"

#define SECONDS_UNTIL_HANGING 2
#define MOST_CALLS 600

/* What the child tells its parent. */
static struct report { int begun, done, succeeded, error, ends; long result; } *report;
static unsigned missing[MOST_CALLS];
static int missing_count, missing_errno;
static char mark_text[32];

/* A write that no filter of ours can confuse: the trace shows it even where write is missing. */
static void mark(char kind)
{
	register long fd __asm__("rdi") = -77;
	register char *text __asm__("rsi") = mark_text;
	register long length __asm__("rdx") = 0;
	long number = SYS_write;
	mark_text[0] = kind;
	while (mark_text[length])
		length++;
	__asm__ volatile("syscall" : "+a"(number) : "r"(fd), "r"(text), "r"(length) : "rcx", "r11", "memory");
}

static void lose_calls(void)
{
	static struct sock_filter filter[2 * MOST_CALLS + 2];
	int length = 0;
	if (missing_count == 0)
		return;
	filter[length++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0);
	for (int i = 0; i < missing_count; i++) {
		filter[length++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, missing[i], 0, 1);
		filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)missing_errno);
	}
	filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = {(unsigned short)length, filter};
	if (geteuid() != 0)
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
		syscall(SYS_exit_group, 99);
}

static void begin(void)
{
	lose_calls();
	report->begun = 1;
	mark('B');
	errno = 0;
}

static void end(long result, int error, int succeeded)
{
	mark('E');
	report->result = result;
	report->error = error;
	report->succeeded = succeeded;
	report->done = 1;
}

/* Begins a window that lasts until the process ends, as the wait status says. */
static void begin_until(int status)
{
	report->ends = status;
	begin();
}

/* Each case is a function made from a line of a case file. */
typedef void (*case_function)(void);
#include "functions.inc"

/* What a job left running must not reach into the next one's window. */
static void end_descendants(void)
{
	char name[64], list[4096];
	snprintf(name, sizeof name, "/proc/self/task/%d/children", (int)getpid());
	for (int tries = 0; tries < 50 && waitpid(-1, NULL, WNOHANG) >= 0; tries++) {
		FILE *children = fopen(name, "re");
		if (!children)
			return;
		char *next = fgets(list, sizeof list, children);
		for (char *end_of_number; next; next = end_of_number) {
			long child = strtol(next, &end_of_number, 10);
			if (end_of_number == next)
				break;
			kill((pid_t)child, SIGKILL);
		}
		fclose(children);
		usleep(200);
	}
}

/* Shared memory and semaphores with the name that `unique` gives. */
static void remove_shared(pid_t id)
{
	char name[64];
	snprintf(name, sizeof name, "/dev/shm/measured-%d", (int)id);
	unlink(name);
	snprintf(name, sizeof name, "/dev/shm/sem.measured-%d", (int)id);
	unlink(name);
}

static void run_child(int number, int job, const char *folder)
{
	sigset_t none;
	char own[4096];
	int null = open("/dev/null", O_RDWR);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	snprintf(own, sizeof own, "%s/%d", folder, job);
	if (mkdir(own, 0755) != 0 || chdir(own) != 0)
		syscall(SYS_exit_group, 98);
	dup2(null, 0);
	dup2(null, 1);
	dup2(null, 2);
	self = getpid();
	unshare(CLONE_NEWIPC); /* its queues and shared memory end with it, where that is allowed */
	functions[number]();
	syscall(SYS_exit_group, 0);
}

/* True when the child ended in time. */
static int wait_for(pid_t child, int *status)
{
	sigset_t children;
	struct timespec left = {SECONDS_UNTIL_HANGING, 0};
	sigemptyset(&children);
	sigaddset(&children, SIGCHLD);
	for (;;) {
		if (waitpid(child, status, WNOHANG) == child)
			return 1;
		if (sigtimedwait(&children, NULL, &left) < 0 && errno == EAGAIN)
			break;
	}
	kill(child, SIGKILL);
	waitpid(child, status, 0);
	return 0;
}

/* The whole file at once: a child that ends by exit() would move the offset of a stream that it shares with us. */
static char *read_all(const char *name)
{
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	off_t length = lseek(fd, 0, SEEK_END);
	char *text = calloc(1, (size_t)length + 1);
	return pread(fd, text, (size_t)length, 0) == length && close(fd) == 0 ? text : NULL;
}

int main(int argc, char **argv)
{
	char *next = argc == 4 ? read_all(argv[1]) : NULL;
	FILE *results = next ? fopen(argv[3], "we") : NULL;
	sigset_t children;
	if (!results)
		return 2;
	report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	sigemptyset(&children);
	sigaddset(&children, SIGCHLD);
	sigprocmask(SIG_BLOCK, &children, NULL);
	signal(SIGTTOU, SIG_IGN);
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);

	for (int job = 0; *next; job++) {
		int status, number = (int)strtol(next, &next, 10);
		missing_errno = (int)strtol(next, &next, 10);
		for (missing_count = 0; *next == ' ' && missing_count < MOST_CALLS; missing_count++)
			missing[missing_count] = (unsigned)strtol(next, &next, 10);
		next++;
		*report = (struct report){.ends = -1};
		snprintf(mark_text, sizeof mark_text, "B %d.", job);
		fflush(results);
		pid_t child = fork();
		if (child == 0)
			run_child(number, job, argv[2]);
		int in_time = wait_for(child, &status);

		fprintf(results, "%d ", job);
		if (!report->begun)
			fprintf(results, "unprepared\n");
		else if (report->done ? report->succeeded : in_time && (status & 0x7f7f) == report->ends)
			fprintf(results, "ok\n");
		else if (report->done)
			fprintf(results, "fails %d %ld\n", report->error, report->result);
		else if (!in_time)
			fprintf(results, "hangs\n");
		else if (WIFSIGNALED(status))
			fprintf(results, "killed by signal %d\n", WTERMSIG(status));
		else
			fprintf(results, "ends the process with status %d\n", WEXITSTATUS(status));
		end_descendants();
		remove_shared(child);
	}
	return fclose(results) == 0 ? 0 : 1;
}
