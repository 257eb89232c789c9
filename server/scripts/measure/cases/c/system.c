// The system: randomness, configuration, loading of libraries, and what only root may do (called so that it can do no harm).

getrandom(bytes, 16, 0);                                //:
getrandom(bytes, 16, GRND_NONBLOCK);                    //:
getentropy(bytes, 16);                                  //:
arc4random();                                           //: void
arc4random_buf(bytes, 16);                              //: void
arc4random_uniform(10);                                 //: void
rand();                                                 //: of rand
random();                                               //: of random
sync();                                                 //: void
sysinfo((struct sysinfo *)bytes);                       //:
getloadavg((double *)bytes, 3);                         //:
get_nprocs();                                           //:
get_nprocs_conf();                                      //:
get_phys_pages();                                       //:
get_avphys_pages();                                     //:
sysconf(_SC_NPROCESSORS_ONLN);                          //:
sysconf(_SC_OPEN_MAX);                                  //:
sysconf(_SC_PHYS_PAGES);                                //:
sysconf(_SC_NGROUPS_MAX);                               //:
klogctl(10, NULL, 0);                                   //:
getauxval(AT_PAGESZ);                                   //: of getauxval
dlopen("libm.so.6", RTLD_NOW);                          //: r != 0
dlsym(RTLD_DEFAULT, "printf");                          //: of dlsym, r != 0
iconv_open("UTF-16", "UTF-8");                          //: of iconv_open, r != -1
setlocale(LC_ALL, "C.UTF-8");                           //: of setlocale, 1
backtrace((void **)bytes, 4);                           //: of backtrace
fsopen("tmpfs", 0);                                     //:
fspick(AT_FDCWD, "/nonexistent", 0);                    //: e == ENOENT
fsconfig(-1, 0, NULL, NULL, 0);                         //: e == EBADF || e == EINVAL
fsmount(-1, 0, 0);                                      //: e == EBADF || e == EINVAL
move_mount(-1, "x", -1, "y", 0);                        //: e == EBADF || e == ENOENT
mount_setattr(-1, "", 0, (void *)bytes, 0);             //: e == EBADF || e == EINVAL
mseal(page(MAP_PRIVATE), 4096, 0);                      //: of mseal
mount("none", "/nonexistent/x", "tmpfs", 0, NULL);      //: e == ENOENT
umount("/nonexistent/x");                               //: e == ENOENT
umount2("/nonexistent/x", 0);                           //: e == ENOENT
pivot_root("/nonexistent/x", "/nonexistent/y");         //: e == ENOENT
swapon("/nonexistent/x", 0);                            //: e == ENOENT
swapoff("/nonexistent/x");                              //: e == ENOENT
acct("/nonexistent/x");                                 //: e != ENOSYS && e != EPERM
quotactl(0x7fffff, "/nonexistent", 0, NULL);            //: e != ENOSYS && e != EPERM
delete_module("no_such_module", O_NONBLOCK);            //: e == ENOENT
init_module(NULL, 0, "");                               //: e == ENOEXEC || e == EFAULT
ioperm(0x378, 1, 1);                                    //:
iopl(0);                                                //:
