# The module os: processes, identities, descriptors, files.

os.memfd_create("x")                                    #:
os.getrandom(16)                                        #:
os.getrandom(16, os.GRND_NONBLOCK)                      #:
os.urandom(16)                                          #:
os.eventfd(0)                                           #:
os.unshare(os.CLONE_FILES)                              #:
os.closerange(500, 520)                                 #:
os.timerfd_create(time.CLOCK_MONOTONIC)                 #:
os.posix_openpt(os.O_RDWR)                              #:
os.getppid()                                            #:
os.getpid()                                             #:
os.getuid()                                             #: r >= 0
os.geteuid()                                            #: r >= 0
os.getgid()                                             #: r >= 0
os.getegid()                                            #: r >= 0
os.getpgrp()                                            #:
os.getresuid()                                          #:
os.getresgid()                                          #:
os.getgroups()                                          #:
os.getloadavg()                                         #:
os.cpu_count()                                          #: r
os.process_cpu_count()                                  #: r
os.times()                                              #:
os.uname()                                              #:
os.ctermid()                                            #: of os.ctermid
os.sync()                                               #:
os.sched_yield()                                        #:
os.getcwd()                                             #:
os.getcwdb()                                            #:
os.getpgid(0)                                           #:
os.getsid(0)                                            #:
os.setpgid(0, 0)                                        #:
os.getpriority(os.PRIO_PROCESS, 0)                      #:
os.setpriority(os.PRIO_PROCESS, 0, 0)                   #:
os.nice(0)                                              #:
os.setuid(0)                                            #:
os.setgid(0)                                            #:
os.seteuid(0)                                           #:
os.setegid(0)                                           #:
os.setreuid(0, 0)                                       #:
os.setregid(0, 0)                                       #:
os.setresuid(0, 0, 0)                                   #:
os.setresgid(0, 0, 0)                                   #:
os.setgroups([])                                        #:
os.initgroups("root", 0)                                #:
os.getgrouplist("root", 0)                              #:
os.umask(0o22)                                          #:
os.killpg(0, 0)                                         #:
os.chroot("/")                                          #:
os.chdir(".")                                           #:
os.sched_getaffinity(0)                                 #:
os.sched_setaffinity(0, [0])                            #:
os.sched_getscheduler(0)                                #:
os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0)) #: of os.sched_setscheduler
os.sched_getparam(0)                                    #:
os.sched_setparam(0, os.sched_param(0))                 #: of os.sched_setparam
os.sched_rr_get_interval(0)                             #:
os.sched_get_priority_max(1)                            #:
os.sched_get_priority_min(1)                            #:
os.sysconf("SC_NPROCESSORS_ONLN")                       #:
os.pathconf(".", "PC_NAME_MAX")                         #:
os.confstr("CS_PATH")                                   #: of os.confstr
os.isatty(0)                                            #: r is False
os.pipe()                                               #:
os.pipe2(os.O_CLOEXEC)                                  #:
os.openpty()                                            #:
os.mkdir("d2")                                          #:
os.makedirs("d2/e")                                     #:
os.mkfifo("ff")                                         #:
os.mknod("ff")                                          #:
os.open(".", os.O_TMPFILE | os.O_RDWR)                  #:
os.statvfs(".")                                         #:

pid = child()
os.wait()                                               #:
os.waitpid(-1, 0)                                       #:
os.wait3(0)                                             #:
os.wait4(-1, 0)                                         #:
os.waitid(os.P_ALL, 0, os.WEXITED)                      #:

fd = pidfd(child())
os.waitid(os.P_PIDFD, fd, os.WEXITED)                   #:

os.fork() or libc.syscall(231, 0)                       #: of os.fork
os.forkpty()[0] or libc.syscall(231, 0)                 #: of os.forkpty
os.posix_spawn("/bin/true", ["true"], os.environ)       #:
os.posix_spawnp("true", ["true"], os.environ)           #:
os.system("true")                                       #: r == 0
os.popen("true").read()                                 #: of os.popen
os.spawnv(os.P_WAIT, "/bin/true", ["true"])             #: r == 0
os.spawnve(os.P_WAIT, "/bin/true", ["true"], {})        #: r == 0
os.spawnlp(os.P_WAIT, "true", "true")                   #: r == 0
os.spawnvp(os.P_WAIT, "true", ["true"])                 #: r == 0
os.spawnl(os.P_WAIT, "/bin/true", "true")               #: r == 0

me = os.getpid()
os.pidfd_open(me)                                       #:
os.kill(me, 0)                                          #:

e = os.eventfd(1)
os.eventfd_read(e)                                      #:
os.eventfd_write(e, 1)                                  #:

t = os.timerfd_create(time.CLOCK_MONOTONIC)
os.timerfd_settime(t, initial=5)                        #:
os.timerfd_settime_ns(t, initial=5)                     #:
os.timerfd_gettime(t)                                   #:
os.timerfd_gettime_ns(t)                                #:

n = os.open("/proc/self/ns/uts", os.O_RDONLY)
os.setns(n, 0)                                          #:

fd = file()
g = other_file()
d = os.open(".", os.O_RDONLY)
p = os.pipe()
os.copy_file_range(fd, g, 8)                            #:
os.sendfile(g, fd, 0, 8)                                #:
os.splice(fd, p[1], 8, 0)                               #:
os.preadv(fd, [bytearray(8)], 0)                        #:
os.preadv(fd, [bytearray(8)], 0, os.RWF_NOWAIT)         #:
os.preadv(fd, [bytearray(8)], 0, os.RWF_HIPRI)          #:
os.pwritev(fd, [b"x"], 0)                               #:
os.pwritev(fd, [b"x"], 0, os.RWF_DSYNC)                 #:
os.read(fd, 8)                                          #:
os.write(fd, b"x")                                      #:
os.pread(fd, 8, 0)                                      #:
os.pwrite(fd, b"x", 0)                                  #:
os.readv(fd, [bytearray(8)])                            #:
os.writev(fd, [b"x"])                                   #:
os.lseek(fd, 0, os.SEEK_SET)                            #:
os.close(fd)                                            #:
os.dup(fd)                                              #:
os.dup2(fd, 50)                                         #:
os.dup2(fd, 50, False)                                  #:
os.dup2(fd, 50, inheritable=False)                      #:
os.fstat(fd)                                            #:
os.fstatvfs(fd)                                         #:
os.ftruncate(fd, 8)                                     #:
os.fsync(fd)                                            #:
os.fdatasync(fd)                                        #:
os.posix_fallocate(fd, 0, 8)                            #:
os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_NORMAL)        #:
os.lockf(fd, os.F_TLOCK, 0)                             #:
os.fchmod(fd, 0o600)                                    #:
os.fchown(fd, 0, 0)                                     #:
os.fpathconf(fd, "PC_NAME_MAX")                         #:
os.get_inheritable(fd)                                  #: r is False
os.set_inheritable(fd, True)                            #:
os.get_blocking(fd)                                     #:
os.set_blocking(fd, True)                               #:
os.device_encoding(0)                                   #: of os.device_encoding
os.fdopen(fd)                                           #:
os.open("f", os.O_RDONLY)                               #:
os.open("f", os.O_RDONLY, dir_fd=d) #:
os.stat("f")                                            #:
os.stat(fd)                                             #:
os.lstat("f")                                           #:
os.statx("f", os.STATX_BASIC_STATS)                     #:
os.access("f", os.R_OK)                                 #:
os.access("f", os.R_OK, effective_ids=True)             #:
os.access("f", os.R_OK, follow_symlinks=False)          #:
os.truncate("f", 8)                                     #:
os.chmod("f", 0o600)                                    #:
os.chmod("f", 0o600, follow_symlinks=False)             #:
os.lchmod("f", 0o600)                                   #:
os.chown("f", 0, 0)                                     #:
os.lchown("f", 0, 0)                                    #:
os.utime("f")                                           #:
os.rename("f", "g")                                     #:
os.replace("f", "g")                                    #:
os.renames("f", "zz/g")                                 #:
os.remove("f")                                          #:
os.unlink("f")                                          #:
os.link("f", "l")                                       #:
os.symlink("f", "l")                                    #:
os.setxattr("f", "user.x", b"v")                        #:
os.listxattr("f")                                       #:

fd = file()
d = os.open(".", os.O_RDONLY)
os.setxattr("f", "user.x", b"v")
os.symlink("f", "l")
os.getxattr("f", "user.x")                              #:
os.removexattr("f", "user.x")                           #:
os.readlink("l")                                        #:
os.stat("f", dir_fd=d, follow_symlinks=False)           #:

d = folder()
os.mkdir("empty")
os.rmdir("empty")                                       #:
os.removedirs("empty")                                  #:
os.listdir(".")                                         #:
list(os.scandir("."))                                   #: of os.scandir
list(os.walk("."))                                      #: of os.walk, len(r) == 3
list(os.fwalk("."))                                     #: of os.fwalk, len(r) == 3
os.fchdir(d)                                            #:

d = folder()
e: os.DirEntry = next(os.scandir("."))
e.stat()                                                #:
e.is_dir()                                              #:

m, s = os.openpty()
os.ttyname(s)                                           #:
os.get_terminal_size(s)                                 #:
os.grantpt(m)                                           #:
os.unlockpt(m)                                          #:
os.ptsname(m)                                           #:
