// Open files: reading, writing, their state and attributes, pipes and polls.

int fd = file();
open("f", O_RDONLY);                                    //:
open64("f", O_RDONLY);                                  //:
openat(AT_FDCWD, "f", O_RDONLY);                        //:
openat64(AT_FDCWD, "f", O_RDONLY);                      //:
creat("f", 0600);                                       //:
creat64("f", 0600);                                     //:
close(fd);                                              //:
read(fd, bytes, 8);                                     //: r == 8
write(fd, bytes, 8);                                    //: r == 8
pread(fd, bytes, 8, 0);                                 //: r == 8
pwrite(fd, bytes, 8, 0);                                //: r == 8
pread64(fd, bytes, 8, 0);                               //: r == 8
pwrite64(fd, bytes, 8, 0);                              //: r == 8
readv(fd, &vector, 1);                                  //: r == 8
writev(fd, &vector, 1);                                 //: r == 8
preadv(fd, &vector, 1, 0);                              //: r == 8
pwritev(fd, &vector, 1, 0);                             //: r == 8
preadv64(fd, &vector, 1, 0);                            //: r == 8
pwritev64(fd, &vector, 1, 0);                           //: r == 8
preadv2(fd, &vector, 1, 0, 0);                          //: r == 8
preadv2(fd, &vector, 1, -1, 0);                         //: r == 8
preadv2(fd, &vector, 1, 0, RWF_NOWAIT);                 //: r == 8
preadv64v2(fd, &vector, 1, 0, 0);                       //: r == 8
pwritev2(fd, &vector, 1, 0, 0);                         //: r == 8
pwritev2(fd, &vector, 1, -1, 0);                        //: r == 8
pwritev2(fd, &vector, 1, 0, RWF_DSYNC);                 //: r == 8
pwritev64v2(fd, &vector, 1, 0, 0);                      //: r == 8
lseek(fd, 0, SEEK_SET);                                 //:
lseek64(fd, 0, SEEK_SET);                               //:
llseek(fd, 0, SEEK_SET);                                //:
ftruncate(fd, 8);                                       //:
ftruncate64(fd, 8);                                     //:
fsync(fd);                                              //:
fdatasync(fd);                                          //:
syncfs(fd);                                             //:
sync_file_range(fd, 0, 8, SYNC_FILE_RANGE_WRITE);       //:
fallocate(fd, 0, 0, 100);                               //:
fallocate64(fd, 0, 0, 100);                             //:
posix_fallocate(fd, 0, 100);                            //: r == 0
posix_fallocate64(fd, 0, 100);                          //: r == 0
posix_fadvise(fd, 0, 0, POSIX_FADV_NORMAL);             //: r == 0
posix_fadvise64(fd, 0, 0, POSIX_FADV_NORMAL);           //: r == 0
readahead(fd, 0, 8);                                    //:
fchmod(fd, 0600);                                       //:
fchown(fd, 0, 0);                                       //:
futimens(fd, NULL);                                     //:
futimes(fd, NULL);                                      //:
flock(fd, LOCK_EX);                                     //:
lockf(fd, F_TLOCK, 8);                                  //:
lockf64(fd, F_TLOCK, 8);                                //:
fcntl(fd, F_GETFL);                                     //:
fcntl(fd, F_DUPFD_CLOEXEC, 0);                          //:
fcntl(fd, F_GETOWN);                                    //:
fcntl64(fd, F_GETFL);                                   //:
ioctl(fd, FIONREAD, bytes);                             //:
dup(fd);                                                //:
dup2(fd, 50);                                           //:
dup2(fd, fd);                                           //:
dup3(fd, 50, O_CLOEXEC);                                //:
cachestat(fd, NULL, NULL, 0);                           //:

int fd = file();
struct flock lock = {.l_type = F_WRLCK};
fcntl(fd, F_SETLK, &lock);                              //:
fcntl(fd, F_OFD_SETLK, &lock);                          //:

int fd = file(), other = open("g", O_RDWR | O_CREAT, 0600);
off_t from = 0;
copy_file_range(fd, &from, other, NULL, 8, 0);          //:
sendfile(other, fd, NULL, 8);                           //:
sendfile64(other, fd, NULL, 8);                         //:

open(".", O_TMPFILE | O_RDWR, 0600);                    //:
open(".", O_PATH);                                      //:
openat2(AT_FDCWD, ".", &(struct open_how){.flags = O_RDONLY}, sizeof(struct open_how)); //:
closefrom(500);                                         //: void
close_range(500, 600, 0);                               //:

int fd = file(), p[2], q[2], ready = pipe(p) + pipe(q) + write(p[1], "x", 1);
off_t from = 0;
splice(fd, &from, q[1], NULL, 8, 0);                    //:
tee(p[0], q[1], 8, SPLICE_F_NONBLOCK);                  //:
vmsplice(q[1], &vector, 1, 0);                          //:

int p[2];
pipe(p);                                                //:
pipe2(p, O_CLOEXEC);                                    //:
pipe2(p, 0);                                            //:

int p[2], ready = pipe(p);
struct pollfd one = {p[0], POLLIN, 0};
poll(&one, 1, 0);                                       //:
ppoll(&one, 1, &no_time, NULL);                         //:
select(1, NULL, NULL, NULL, &(struct timeval){0, 0});   //:
pselect(1, NULL, NULL, NULL, &no_time, NULL);           //:

epoll_create1(EPOLL_CLOEXEC);                           //:
epoll_create(1);                                        //:
eventfd(0, EFD_CLOEXEC);                                //:
eventfd(0, 0);                                          //:
timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);           //:
inotify_init();                                         //:
inotify_init1(IN_CLOEXEC);                              //:
inotify_init1(0);                                       //:

int ep = epoll_create1(0), p[2], ready = pipe(p);
struct epoll_event event = {0};
epoll_ctl(ep, EPOLL_CTL_ADD, p[0], &event);             //:
epoll_wait(ep, &event, 1, 0);                           //:
epoll_pwait(ep, &event, 1, 0, NULL);                    //:
epoll_pwait2(ep, &event, 1, &no_time, NULL);            //:

int fd = eventfd(1, 0);
eventfd_read(fd, (eventfd_t *)bytes);                   //:
eventfd_write(fd, 1);                                   //:

int fd = timerfd_create(CLOCK_MONOTONIC, 0);
struct itimerspec nine_seconds = {{0, 0}, {9, 0}};
timerfd_settime(fd, 0, &nine_seconds, NULL);            //:
timerfd_gettime(fd, &nine_seconds);                     //:

int fd = inotify_init(), watch = inotify_add_watch(fd, ".", IN_CREATE);
inotify_add_watch(fd, "..", IN_CREATE);                 //:
inotify_rm_watch(fd, watch);                            //:

fanotify_init(FAN_CLASS_NOTIF, O_RDONLY);               //:

int fd = fanotify_init(FAN_CLASS_NOTIF, O_RDONLY);
fanotify_mark(fd, FAN_MARK_ADD, FAN_OPEN, AT_FDCWD, "."); //:

sigset_t set;
int empty = sigemptyset(&set);
signalfd(-1, &set, SFD_CLOEXEC);                        //:
signalfd(-1, &set, 0);                                  //:

int fd = file();
struct aiocb one = request(fd), *list[] = {&one};
one.aio_lio_opcode = LIO_READ;
aio_read(&one);                                         //:
aio_write(&one);                                        //:
aio_fsync(O_SYNC, &one);                                //:
lio_listio(LIO_WAIT, list, 1, NULL);                    //:
