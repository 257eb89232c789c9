/* What C cases find at hand: the headers, and a few things to call functions with. */
#include <aio.h>
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <grp.h>
#include <iconv.h>
#include <ifaddrs.h>
#include <locale.h>
#include <mntent.h>
#include <mqueue.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <pty.h>
#include <pwd.h>
#include <resolv.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <shadow.h>
#include <spawn.h>
#include <sys/auxv.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/file.h>
#include <sys/fsuid.h>
#include <sys/inotify.h>
#include <sys/io.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/klog.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/quota.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/sendfile.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/swap.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <sys/timerfd.h>
#include <sys/times.h>
#include <sys/timex.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <syslog.h>
#include <termios.h>
#include <threads.h>
#include <ulimit.h>
#include <utime.h>
#include <utmp.h>
#include <utmpx.h>
#include <wchar.h>
#include <wordexp.h>
#ifdef __GLIBC__
#include <execinfo.h>
#include <fts.h>
#include <malloc.h>
#if __has_include(<sys/pidfd.h>)
#include <sys/pidfd.h>
#endif
#endif

#ifndef STATX_BTIME /* musl declares statx later than it has it */
#include <linux/stat.h>
#endif
#ifndef P_PIDFD
#define P_PIDFD 3
#endif

extern char **environ;

static pid_t self; /* the process that runs the case */
static char bytes[4096];
static char unique_name[64];
static struct iovec vector = {bytes, 8};
static struct timespec no_time, one_microsecond = {0, 1000}, long_ago = {1, 0};
static char *no_arguments[] = {"true", NULL};

/* A small file "f", open at its start. */
static int file(void)
{
	int fd = open("f", O_RDWR | O_CREAT | O_TRUNC, 0600);
	if (write(fd, "hello world hello\n", 18) != 18 || lseek(fd, 0, SEEK_SET) != 0)
		syscall(SYS_exit_group, 97);
	return fd;
}

static int folder(void)
{
	return open(".", O_RDONLY | O_DIRECTORY);
}

/* A name for things that all processes share, such as queues. */
static const char *unique(void)
{
	snprintf(unique_name, sizeof unique_name, "/measured-%d", (int)self);
	return unique_name;
}

static void *page(int flags)
{
	return mmap(NULL, 8192, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);
}

static struct sockaddr_in here(void)
{
	struct sockaddr_in address = {.sin_family = AF_INET};
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return address;
}

/* A listening socket of this machine, and its address. */
static int listening(struct sockaddr_in *address)
{
	socklen_t length = sizeof *address;
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	*address = here();
	bind(fd, (struct sockaddr *)address, length);
	listen(fd, 4);
	getsockname(fd, (struct sockaddr *)address, &length);
	return fd;
}

/* The same, with a connection that waits to be accepted. */
static int listening_called(void)
{
	struct sockaddr_in address;
	int fd = listening(&address);
	connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&address, sizeof address);
	return fd;
}

/* A child that ends at once, for somebody to wait for. */
static pid_t child(void)
{
	pid_t id = fork();
	if (id == 0)
		syscall(SYS_exit_group, 0);
	return id;
}

static int pidfd(pid_t id)
{
	return (int)syscall(SYS_pidfd_open, id, 0);
}

static void *idle(void *value)
{
	return value;
}
static void *idle_a_moment(void *value)
{
	usleep(20000);
	return value;
}
static int idle_thread(void *value)
{
	(void)value;
	return 0;
}
static int ends_at_once(void *value)
{
	(void)value;
	syscall(SYS_exit, 0);
	return 0;
}
static int visited(const char *path, const struct stat *status, int type)
{
	return path && status && type ? 0 : 0;
}
static int visited_at(const char *path, const struct stat *status, int type, struct FTW *place)
{
	return path && status && type && place ? 0 : 0;
}
static void on_signal(int number)
{
	(void)number;
}
static void on_timer(union sigval value)
{
	(void)value;
}
static void on_once(void)
{
}

/* The signal waits, blocked, to be taken. */
static sigset_t pending(int number)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, number);
	sigprocmask(SIG_BLOCK, &set, NULL);
	raise(number);
	return set;
}

static mqd_t queue(void)
{
	struct mq_attr attributes = {.mq_maxmsg = 4, .mq_msgsize = 16};
	return mq_open(unique(), O_CREAT | O_RDWR | O_NONBLOCK, 0600, &attributes);
}

static timer_t timer(void)
{
	timer_t made;
	timer_create(CLOCK_MONOTONIC, NULL, &made);
	return made;
}

static struct aiocb request(int fd)
{
	struct aiocb one = {.aio_fildes = fd, .aio_buf = bytes, .aio_nbytes = 8};
	return one;
}

static struct msghdr message(void)
{
	struct msghdr one = {.msg_iov = &vector, .msg_iovlen = 1};
	return one;
}
