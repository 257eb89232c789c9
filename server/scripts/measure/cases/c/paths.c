// Names in the file system: looking them up, making, changing and removing them.

int fd = file();
struct stat st;
stat("f", &st);                                         //:
lstat("f", &st);                                        //:
fstat(fd, &st);                                         //:
fstatat(AT_FDCWD, "f", &st, 0);                         //:
ustat(st.st_dev, (void *)bytes);                        //: r >= 0 || e == EINVAL

int fd = file();
struct stat64 st;
stat64("f", &st);                                       //:
lstat64("f", &st);                                      //:
fstat64(fd, &st);                                       //:
fstatat64(AT_FDCWD, "f", &st, 0);                       //:

int d = folder();
struct statx st;
statx(AT_FDCWD, ".", 0, STATX_BASIC_STATS, &st);        //:
statx(d, "", AT_EMPTY_PATH, STATX_BTIME, &st);          //:

int fd = file();
struct statfs fs;
statfs(".", &fs);                                       //:
fstatfs(fd, &fs);                                       //:

int fd = file();
struct statfs64 fs;
statfs64(".", &fs);                                     //:
fstatfs64(fd, &fs);                                     //:

int fd = file();
struct statvfs fs;
statvfs(".", &fs);                                      //:
fstatvfs(fd, &fs);                                      //:

int fd = file();
struct statvfs64 fs;
statvfs64(".", &fs);                                    //:
fstatvfs64(fd, &fs);                                    //:

access(".", R_OK);                                      //:
euidaccess(".", R_OK);                                  //:
eaccess(".", R_OK);                                     //:
faccessat(AT_FDCWD, ".", R_OK, 0);                      //:
faccessat(AT_FDCWD, ".", R_OK, AT_EACCESS);             //:
faccessat(AT_FDCWD, ".", R_OK, AT_SYMLINK_NOFOLLOW);    //:
pathconf(".", _PC_NAME_MAX);                            //:
realpath(".", bytes);                                   //: r != 0
canonicalize_file_name(".");                            //: r != 0

int fd = file();
fpathconf(fd, _PC_NAME_MAX);                            //:
chmod("f", 0600);                                       //:
lchmod("f", 0600);                                      //:
fchmodat(AT_FDCWD, "f", 0600, 0);                       //:
fchmodat(AT_FDCWD, "f", 0600, AT_SYMLINK_NOFOLLOW);     //:
chown("f", 0, 0);                                       //:
lchown("f", 0, 0);                                      //:
fchownat(AT_FDCWD, "f", 0, 0, 0);                       //:
truncate("f", 8);                                       //:
truncate64("f", 8);                                     //:
utimensat(AT_FDCWD, "f", NULL, 0);                      //:
utimes("f", NULL);                                      //:
lutimes("f", NULL);                                     //:
utime("f", NULL);                                       //:
futimesat(AT_FDCWD, "f", NULL);                         //:
rename("f", "g");                                       //:
renameat(AT_FDCWD, "f", AT_FDCWD, "g");                 //:
renameat2(AT_FDCWD, "f", AT_FDCWD, "g", 0);             //:
renameat2(AT_FDCWD, "f", AT_FDCWD, "g", RENAME_NOREPLACE); //:
unlink("f");                                            //:
unlinkat(AT_FDCWD, "f", 0);                             //:
remove("f");                                            //:
link("f", "l");                                         //:
linkat(AT_FDCWD, "f", AT_FDCWD, "l", 0);                //:
symlink("f", "s");                                      //:
symlinkat("f", AT_FDCWD, "s");                          //:
chflags("f", 0);                                        //: of chflags
getxattr("f", "user.x", bytes, 8);                      //: r >= 0 || e == ENODATA || e == ENOTSUP
lgetxattr("f", "user.x", bytes, 8);                     //: r >= 0 || e == ENODATA || e == ENOTSUP
fgetxattr(fd, "user.x", bytes, 8);                      //: r >= 0 || e == ENODATA || e == ENOTSUP
setxattr("f", "user.x", "a", 1, 0);                     //: r >= 0 || e == ENOTSUP
lsetxattr("f", "user.x", "a", 1, 0);                    //: r >= 0 || e == ENOTSUP
fsetxattr(fd, "user.x", "a", 1, 0);                     //: r >= 0 || e == ENOTSUP
listxattr("f", bytes, 80);                              //: r >= 0 || e == ENOTSUP
llistxattr("f", bytes, 80);                             //: r >= 0 || e == ENOTSUP
flistxattr(fd, bytes, 80);                              //: r >= 0 || e == ENOTSUP
removexattr("f", "user.x");                             //: r >= 0 || e == ENODATA || e == ENOTSUP
lremovexattr("f", "user.x");                            //: r >= 0 || e == ENODATA || e == ENOTSUP
fremovexattr(fd, "user.x");                             //: r >= 0 || e == ENODATA || e == ENOTSUP

int made = mkdir("dd", 0700), linked = symlink("f", "s"), d = folder();
rmdir("dd");                                            //:
readlink("s", bytes, 10);                               //:
readlinkat(AT_FDCWD, "s", bytes, 10);                   //:
chdir("dd");                                            //:
fchdir(d);                                              //:
ftw(".", visited, 4);                                   //:
ftw64(".", (void *)visited, 4);                         //:
nftw(".", visited_at, 4, 0);                            //:
nftw64(".", (void *)visited_at, 4, 0);                  //:
getdents64(d, bytes, sizeof bytes);                     //:
getdirentries(d, bytes, sizeof bytes, (off_t *)vector.iov_base); //:
getdirentries64(d, bytes, sizeof bytes, (off64_t *)vector.iov_base); //:
scandir(".", (struct dirent ***)bytes, NULL, NULL);     //:
scandir64(".", (struct dirent64 ***)bytes, NULL, NULL); //:
scandirat(d, ".", (struct dirent ***)bytes, NULL, NULL); //:
fdopendir(d);                                           //: r != 0
name_to_handle_at(AT_FDCWD, "/", (struct file_handle *)(bytes + 8), (int *)bytes, (*(int *)(bytes + 8) = 128, 0)); //:
open_tree(AT_FDCWD, ".", 0);                            //:

mkdir("d2", 0700);                                      //:
mkdirat(AT_FDCWD, "d2", 0700);                          //:
mknod("n", S_IFIFO | 0600, 0);                          //:
mknodat(AT_FDCWD, "n", S_IFIFO | 0600, 0);              //:
mkfifo("n", 0600);                                      //:
mkfifoat(AT_FDCWD, "n", 0600);                          //:
umask(022);                                             //:
chroot("/");                                            //:
getcwd(bytes, sizeof bytes);                            //: r != 0
get_current_dir_name();                                 //: r != 0
getwd(bytes);                                           //: r != 0
ftok(".", 1);                                           //:
glob("*", 0, NULL, (glob_t *)bytes);                    //: r == 0 || r == GLOB_NOMATCH
glob64("*", 0, NULL, (glob64_t *)bytes);                //: r == 0 || r == GLOB_NOMATCH
opendir(".");                                           //: r != 0
wordexp("~", (wordexp_t *)bytes, 0);                    //: r == 0
tmpnam(bytes);                                          //: r != 0
tmpnam_r(bytes);                                        //: r != 0
tempnam(".", "x");                                      //: r != 0

char *paths[] = {".", NULL};
fts_open(paths, FTS_PHYSICAL, NULL);                    //: r != 0

char *paths[] = {".", NULL};
FTS *tree = fts_open(paths, FTS_PHYSICAL, NULL);
fts_read(tree);                                         //: r != 0
fts_children(tree, 0);                                  //:

char template[] = "tmXXXXXX", suffixed[] = "tmXXXXXX.c";
mkstemp(template);                                      //:
mkstemp64(template);                                    //:
mkostemp(template, O_CLOEXEC);                          //:
mkostemp64(template, O_CLOEXEC);                        //:
mkstemps(suffixed, 2);                                  //:
mkstemps64(suffixed, 2);                                //:
mkostemps(suffixed, 2, O_CLOEXEC);                      //:
mkostemps64(suffixed, 2, O_CLOEXEC);                    //:
mkdtemp(template);                                      //: r != 0
mktemp(template);                                       //: template[0] != 0

DIR *open_folder = opendir(".");
readdir(open_folder);                                   //: r != 0
readdir64(open_folder);                                 //: r != 0
readdir_r(open_folder, (struct dirent *)bytes, (struct dirent **)(bytes + 2000)); //: r == 0
closedir(open_folder);                                  //:
rewinddir(open_folder);                                 //: of rewinddir, void
seekdir(open_folder, 0);                                //: of seekdir, void

int d = folder(), mount_id;
struct file_handle *handle = (struct file_handle *)bytes;
handle->handle_bytes = 128;
int named = name_to_handle_at(d, ".", handle, &mount_id, 0);
open_by_handle_at(d, handle, O_RDONLY);                 //:
