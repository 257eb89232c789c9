// Memory: maps, locks, protection keys, the heap.

void *m = page(MAP_PRIVATE);
munmap(m, 4096);                                        //:
mprotect(m, 4096, PROT_READ);                           //:
msync(m, 4096, MS_ASYNC);                               //:
madvise(m, 4096, MADV_DONTNEED);                        //:
posix_madvise(m, 4096, POSIX_MADV_NORMAL);              //: r == 0
posix_madvise(m, 4096, POSIX_MADV_WILLNEED);            //: r == 0
mlock(m, 4096);                                         //:
munlock(m, 4096);                                       //:
mlock2(m, 4096, 0);                                     //:
mlock2(m, 4096, MLOCK_ONFAULT);                         //:
mincore(m, 4096, (void *)bytes);                        //:
mremap(m, 4096, 8192, MREMAP_MAYMOVE);                  //: r != -1
pkey_mprotect(m, 4096, PROT_READ, -1);                  //:
pkey_mprotect(m, 4096, PROT_READ, 0);                   //: r == 0 || e == EINVAL

int fd = pidfd(self);
struct iovec two_pages = {page(MAP_PRIVATE), 8192};
process_madvise(fd, &two_pages, 1, MADV_COLD, 0);       //:

mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); //: r != -1
mmap64(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); //: r != -1
mlockall(MCL_FUTURE);                                   //:
munlockall();                                           //:
pkey_alloc(0, 0);                                       //: r >= 0 || e == ENOSPC || e == EINVAL
pkey_free(1);                                           //: r >= 0 || e == EINVAL
process_mrelease(-1, 0);                                //: r >= 0 || e == EBADF
sbrk(4096);                                             //: r != -1
memfd_create("x", 0);                                   //:
memfd_create("x", MFD_CLOEXEC | MFD_ALLOW_SEALING);     //:

int fd = file(), ready = ftruncate(fd, 8192);
void *m = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
remap_file_pages(m, 4096, 0, 0, 0);                     //:

shm_open(unique(), O_CREAT | O_RDWR, 0600);             //:

int fd = shm_open(unique(), O_CREAT | O_RDWR, 0600);
shm_unlink(unique_name);                                //:

void *end = sbrk(0);
brk(end);                                               //:

void *m = malloc(1000000);
malloc(1000000);                                        //: of malloc, r != 0
calloc(1, 1000000);                                     //: of calloc, r != 0
realloc(m, 2000000);                                    //: of realloc, r != 0
free(m);                                                //: of free, void
malloc_trim(0);                                         //: of malloc_trim
posix_memalign(&m, 4096, 1000000);                      //: of posix_memalign, r == 0
aligned_alloc(4096, 1003520);                           //: of aligned_alloc, r != 0
