# Signals, time, randomness, users, terminals, loading, and calls of C.

signal.signal(10, signal.SIG_IGN)                       #:
signal.getsignal(10)                                    #: of signal.getsignal
signal.alarm(9)                                         #:
signal.setitimer(signal.ITIMER_VIRTUAL, 0)              #:
signal.getitimer(signal.ITIMER_REAL)                    #:
signal.pthread_sigmask(0, [10])                         #:
signal.pthread_kill(threading.get_ident(), 0)           #: of signal.pthread_kill
signal.raise_signal(23)                                 #:
signal.sigpending()                                     #:
signal.sigtimedwait([10], 0)                            #:
signal.siginterrupt(10, True)                           #:
signal.set_wakeup_fd(-1)                                #: of signal.set_wakeup_fd
signal.strsignal(2)                                     #: of signal.strsignal

p = pidfd(os.getpid())
signal.pidfd_send_signal(p, 0)                          #:

pending(10)
signal.sigwait([10])                                    #:
signal.sigwaitinfo([10])                                #:

signal.signal(14, lambda *of: 0)
signal.setitimer(signal.ITIMER_REAL, 0.05)
signal.pause()                                          #:

time.time()                                             #:
time.time_ns()                                          #:
time.monotonic()                                        #:
time.perf_counter()                                     #:
time.process_time()                                     #:
time.thread_time()                                      #:
time.sleep(0.001)                                       #:
time.sleep(0)                                           #:
time.clock_gettime(1)                                   #:
time.clock_getres(1)                                    #:
time.localtime()                                        #: of time.localtime
time.gmtime()                                           #: of time.gmtime
time.strftime("%Z")                                     #: of time.strftime
time.get_clock_info("time")                             #: of time.get_clock_info
time.tzset()                                            #: of time.tzset
time.pthread_getcpuclockid(threading.get_ident())       #: of time.pthread_getcpuclockid
datetime.datetime.now()                                 #: of datetime.datetime.now

random.SystemRandom().random()                          #: of random.SystemRandom.random
random.seed()                                           #:
random.Random()                                         #:
secrets.token_bytes(8)                                  #:
secrets.token_hex(8)                                    #:
uuid.uuid4()                                            #:
uuid.uuid1()                                            #:

resource.prlimit(0, resource.RLIMIT_NOFILE)             #:
resource.getrlimit(resource.RLIMIT_NOFILE)              #:
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))        #:
resource.getrusage(resource.RUSAGE_SELF)                #:
platform.uname()                                        #:
platform.libc_ver()                                     #: of platform.libc_ver
pwd.getpwnam("root")                                    #:
grp.getgrgid(0)                                         #:
getpass.getuser()                                       #:
pty.openpty()                                           #:
syslog.syslog("x")                                      #:
gc.collect()                                            #: of gc.collect
importlib.import_module("colorsys")                     #: of importlib.import_module
ctypes.CDLL("libm.so.6")                                #: of ctypes.CDLL
ctypes.util.find_library("m")                           #: of ctypes.util.find_library, r
faulthandler.dump_traceback_later(60)                   #:

m, s = os.openpty()
termios.tcgetattr(s)                                    #:
tty.setraw(s)                                           #:

b = ctypes.create_string_buffer(4096)
checked(libc.syscall(39))                               #: of getpid
checked(libc.syscall(319, b"x", 0))                     #: of memfd_create
checked(libc.syscall(318, b, 8, 0))                     #: of getrandom
checked(libc.memfd_create(b"x", 0))                     #: of memfd_create
checked(libc.getrandom(b, 8, 0))                        #: of getrandom
checked(libc.prctl(15, b"x"))                           #: of prctl
checked(libc.inotify_init1(0))                          #: of inotify_init1
checked(libc.timerfd_create(1, 0))                      #: of timerfd_create

fd = file()
checked(libc.renameat2(-100, b"f", -100, b"g", 1))      #: of renameat2
checked(libc.syncfs(fd))                                #: of syncfs
