/*
 * What the harness of Node can't do in JavaScript: fork a Node that has one thread, let system calls be missing, mark
 * the window in the trace, and tell the parent how it went.
 */
#define _GNU_SOURCE 1
#define NAPI_VERSION 8
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <node_api.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MILLISECONDS_UNTIL_HANGING 3000
#define MOST_CALLS 600

/* libuv, as Node exports it */
struct uv_loop_s *uv_default_loop(void);
int uv_loop_fork(struct uv_loop_s *loop);

/* What the child tells its parent. */
static char *report;

static long number_argument(napi_env env, napi_value value)
{
	int64_t number = 0;
	napi_get_value_int64(env, value, &number);
	return (long)number;
}

static napi_value number_result(napi_env env, long number)
{
	napi_value value;
	napi_create_int64(env, number, &value);
	return value;
}

/* The engine keeps its heap out of forks (MADV_DONTFORK, "dc" in smaps); this takes that back. */
static void let_all_be_copied(void)
{
	char line[1024];
	unsigned long start = 0, end = 0, from, to;
	FILE *maps = fopen("/proc/self/smaps", "re");
	while (maps && fgets(line, sizeof line, maps)) {
		if (sscanf(line, "%lx-%lx ", &from, &to) == 2) {
			start = from;
			end = to;
		} else if (strncmp(line, "VmFlags:", 8) == 0 && strstr(line, " dc")) {
			madvise((void *)start, end - start, MADV_DOFORK);
		}
	}
	if (maps)
		fclose(maps);
}

/* fork(): the child's event loop is made anew. */
static napi_value fork_node(napi_env env, napi_callback_info info)
{
	(void)info;
	if (!report) {
		report = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
		prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	}
	report[0] = 0;
	let_all_be_copied();
	pid_t child = fork();
	if (child == 0) {
		uv_loop_fork(uv_default_loop());
		unshare(CLONE_NEWIPC); /* OpenSSL looks for a shared memory that tells of randomness */
	}
	return number_result(env, child);
}

/* lose(errno, numbers): from now on these calls answer the error, on all threads. */
static napi_value lose(napi_env env, napi_callback_info info)
{
	static struct sock_filter filter[2 * MOST_CALLS + 2];
	napi_value arguments[2];
	size_t count = 2;
	uint32_t calls = 0;
	int length = 0;
	napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
	napi_get_array_length(env, arguments[1], &calls);
	unsigned error = (unsigned)number_argument(env, arguments[0]);
	if (calls == 0)
		return NULL;
	filter[length++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0);
	for (uint32_t i = 0; i < calls && i < MOST_CALLS; i++) {
		napi_value call;
		napi_get_element(env, arguments[1], i, &call);
		unsigned number = (unsigned)number_argument(env, call);
		filter[length++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1);
		filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error);
	}
	filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = {(unsigned short)length, filter};
	if (geteuid() != 0)
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) != 0)
		syscall(SYS_exit_group, 99);
	return NULL;
}

static size_t text_argument(napi_env env, napi_callback_info info, char *text, size_t size)
{
	napi_value argument;
	size_t count = 1, length = 0;
	napi_get_cb_info(env, info, &count, &argument, NULL, NULL);
	napi_get_value_string_utf8(env, argument, text, size, &length);
	return length;
}

/* mark(text): a write to no file, for the trace. */
static napi_value mark(napi_env env, napi_callback_info info)
{
	char text[64];
	size_t length = text_argument(env, info, text, sizeof text);
	syscall(SYS_write, -77, text, length);
	return NULL;
}

/* tell(text): how it went; the first word counts. */
static napi_value tell(napi_env env, napi_callback_info info)
{
	char text[1024];
	text_argument(env, info, text, sizeof text);
	if (report[0] == 0)
		strcpy(report, text);
	return NULL;
}

/* end(): ends the child and nothing else. */
static napi_value end(napi_env env, napi_callback_info info)
{
	(void)env;
	(void)info;
	syscall(SYS_exit_group, 0);
	return NULL;
}

/* spare(process): it serves all jobs. */
static pid_t spared;
static napi_value spare(napi_env env, napi_callback_info info)
{
	napi_value argument;
	size_t count = 1;
	napi_get_cb_info(env, info, &count, &argument, NULL, NULL);
	spared = (pid_t)number_argument(env, argument);
	return NULL;
}

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
		int killed = 0;
		for (char *end_of_number; next; next = end_of_number) {
			long child = strtol(next, &end_of_number, 10);
			if (end_of_number == next)
				break;
			if (child != spared) {
				kill((pid_t)child, SIGKILL);
				killed = 1;
			}
		}
		fclose(children);
		if (!killed)
			return;
		usleep(200);
	}
}

/* wait(child): how the job went. */
static napi_value wait_for(napi_env env, napi_callback_info info)
{
	napi_value argument, result;
	size_t count = 1;
	int status = 0;
	napi_get_cb_info(env, info, &count, &argument, NULL, NULL);
	pid_t child = (pid_t)number_argument(env, argument);
	struct pollfd ends = {(int)syscall(SYS_pidfd_open, child, 0), POLLIN, 0};
	int in_time = poll(&ends, 1, MILLISECONDS_UNTIL_HANGING) > 0;
	close(ends.fd);
	if (!in_time)
		kill(child, SIGKILL);
	waitpid(child, &status, 0);
	if (report[0] == 0) {
		if (!in_time)
			strcpy(report, "hangs");
		else if (WIFSIGNALED(status))
			sprintf(report, "killed by signal %d", WTERMSIG(status));
		else
			sprintf(report, "ends the process with status %d", WEXITSTATUS(status));
	}
	end_descendants();
	napi_create_string_utf8(env, report, NAPI_AUTO_LENGTH, &result);
	return result;
}

NAPI_MODULE_INIT()
{
	static const struct { const char *name; napi_callback function; } functions[] = {
		{"fork", fork_node}, {"lose", lose}, {"mark", mark}, {"tell", tell}, {"end", end}, {"wait", wait_for}, {"spare", spare},
	};
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		napi_value function;
		napi_create_function(env, functions[i].name, NAPI_AUTO_LENGTH, functions[i].function, NULL, &function);
		napi_set_named_property(env, exports, functions[i].name, function);
	}
	return exports;
}
