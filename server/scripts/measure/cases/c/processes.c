// Processes: making, ending, waiting for and asking them.

({ pid_t id = fork(); if (id == 0) _exit(0); id; });    //: of fork
({ pid_t id = _Fork(); if (id == 0) _exit(0); id; });   //: of _Fork
({ pid_t id = vfork(); if (id == 0) _exit(0); id; });   //: of vfork
exit(0);                                                //: ends 0
_exit(0);                                               //: ends 0
_Exit(0);                                               //: ends 0
quick_exit(0);                                          //: ends 0
_exit(daemon(1, 1) != 0);                               //: of daemon, ends 0
system("true");                                         //: r == 0

static char stack[65536];
clone(ends_at_once, stack + 65536, SIGCHLD, NULL);      //:

struct rlimit none = {0, 0};
int limited = setrlimit(RLIMIT_CORE, &none);
abort();                                                //: ends SIGABRT

pid_t id;
posix_spawn(&id, "/bin/true", NULL, NULL, no_arguments, environ); //: r == 0
posix_spawnp(&id, "true", NULL, NULL, no_arguments, environ); //: r == 0
pidfd_spawn(&id, "/bin/true", NULL, NULL, no_arguments, environ); //: r == 0
pidfd_spawnp(&id, "true", NULL, NULL, no_arguments, environ); //: r == 0

execve("/nonexistent", no_arguments, environ);          //: e == ENOENT
execv("/nonexistent", no_arguments);                    //: e == ENOENT
execvp("/nonexistent", no_arguments);                   //: e == ENOENT
execvpe("/nonexistent", no_arguments, environ);         //: e == ENOENT
execl("/nonexistent", "x", (char *)0);                  //: e == ENOENT
execlp("/nonexistent", "x", (char *)0);                 //: e == ENOENT
execle("/nonexistent", "x", (char *)0, environ);        //: e == ENOENT
execveat(AT_FDCWD, "/nonexistent", no_arguments, environ, 0); //: e == ENOENT
execveat(AT_FDCWD, "/bin/true", no_arguments, environ, 0); //: ends 0
execve("/bin/true", no_arguments, environ);             //: ends 0

int plain = open("/etc/passwd", O_RDONLY), program = open("/bin/true", O_RDONLY);
fexecve(plain, no_arguments, environ);                  //: e == EACCES
fexecve(program, no_arguments, environ);                //: ends 0

pid_t id = child();
int status;
siginfo_t information;
struct rusage usage;
wait(&status);                                          //:
waitpid(-1, &status, 0);                                //:
wait3(&status, 0, &usage);                              //:
wait4(-1, &status, 0, &usage);                          //:
waitid(P_ALL, 0, &information, WEXITED);                //:

int fd = pidfd(child());
siginfo_t information;
waitid(P_PIDFD, fd, &information, WEXITED);             //:

int fd = pidfd(self);
pidfd_getfd(fd, 0, 0);                                  //:
pidfd_send_signal(fd, 0, NULL, 0);                      //:
pidfd_getpid(fd);                                       //:

pidfd_open(self, 0);                                    //:
getpid();                                               //:
getppid();                                              //:
gettid();                                               //:
getuid();                                               //:
geteuid();                                              //:
getgid();                                               //:
getegid();                                              //:
getpgrp();                                              //:
getpgid(0);                                             //:
getsid(0);                                              //:
setpgid(0, 0);                                          //:
setpgrp();                                              //:
getresuid((uid_t *)bytes, (uid_t *)bytes, (uid_t *)bytes); //:
getresgid((gid_t *)bytes, (gid_t *)bytes, (gid_t *)bytes); //:
setuid(0);                                              //:
setgid(0);                                              //:
seteuid(0);                                             //:
setegid(0);                                             //:
setreuid(0, 0);                                         //:
setregid(0, 0);                                         //:
setresuid(0, 0, 0);                                     //:
setresgid(0, 0, 0);                                     //:
setfsuid(0);                                            //:
setfsgid(0);                                            //:
getgroups(0, NULL);                                     //:
setgroups(0, NULL);                                     //:
nice(0);                                                //:
getpriority(PRIO_PROCESS, 0);                           //:
setpriority(PRIO_PROCESS, 0, 0);                        //:
getrusage(RUSAGE_SELF, (struct rusage *)bytes);         //:
times((struct tms *)bytes);                             //:
ulimit(1);                                              //:
vlimit(1, 1);                                           //:
vtimes((void *)bytes, NULL);                            //:
getrlimit(RLIMIT_NOFILE, (struct rlimit *)bytes);       //:
getrlimit64(RLIMIT_NOFILE, (struct rlimit64 *)bytes);   //:
setrlimit(RLIMIT_CORE, (struct rlimit *)bytes);         //:
setrlimit64(RLIMIT_CORE, (struct rlimit64 *)bytes);     //:
prlimit(0, RLIMIT_NOFILE, NULL, (struct rlimit *)bytes); //:
prlimit64(0, RLIMIT_NOFILE, NULL, (struct rlimit64 *)bytes); //:
getdtablesize();                                        //:
getpagesize();                                          //: of getpagesize
prctl(PR_SET_NAME, "x");                                //:
prctl(PR_GET_DUMPABLE);                                 //:
ptrace(PTRACE_PEEKDATA, 1, 0, 0);                       //: e == ESRCH || e == EPERM || r >= 0
personality(0xffffffff);                                //:
arch_prctl(0x1003, bytes);                              //:
unshare(CLONE_FILES);                                   //:
capget((void *)vector.iov_base, (void *)(bytes + 8));   //: r >= 0 || e == EINVAL
process_vm_readv(self, &vector, 1, &vector, 1, 0);  //: of process_vm_readv
process_vm_writev(self, &vector, 1, &vector, 1, 0); //: of process_vm_writev
membarrier(0, 0, 0);                                    //:
syscall(SYS_getpid);                                    //:
syscall(SYS_memfd_create, "x", 0);                      //:

unsigned header[2] = {0x20080522, 0};
int got = capget((void *)header, (void *)bytes);
capset((void *)header, (void *)bytes);                  //:


int fd = open("/proc/self/ns/uts", O_RDONLY);
setns(fd, CLONE_NEWUTS);                                //:
