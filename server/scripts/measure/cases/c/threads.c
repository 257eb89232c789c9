// Threads, locks and the scheduler.

pthread_t thread;
pthread_create(&thread, NULL, idle, NULL);              //: r == 0

pthread_t thread;
pthread_attr_t attributes;
int detached = pthread_attr_init(&attributes) + pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
pthread_create(&thread, &attributes, idle, NULL);       //: r == 0

pthread_t thread;
int made = pthread_create(&thread, NULL, idle_a_moment, NULL);
pthread_join(thread, NULL);                             //: r == 0
pthread_timedjoin_np(thread, NULL, &(struct timespec){4000000000, 0}); //: r == 0
pthread_clockjoin_np(thread, NULL, CLOCK_REALTIME, &(struct timespec){4000000000, 0}); //: r == 0
pthread_cancel(thread);                                 //: r == 0

thrd_t thread;
thrd_create(&thread, idle_thread, NULL);                //: r == thrd_success

thrd_t thread;
int made = thrd_create(&thread, idle_thread, NULL);
thrd_join(thread, NULL);                                //: r == thrd_success

pthread_kill(pthread_self(), 0);                        //: r == 0
pthread_kill(pthread_self(), SIGURG);                   //: r == 0
pthread_sigqueue(pthread_self(), SIGURG, (union sigval){0}); //: r == 0
pthread_setname_np(pthread_self(), "x");                //: r == 0
pthread_getname_np(pthread_self(), bytes, 20);          //: r == 0
pthread_setschedprio(pthread_self(), 0);                //: r == 0
pthread_setschedparam(pthread_self(), SCHED_OTHER, (struct sched_param *)bytes); //: r == 0
pthread_getschedparam(pthread_self(), (int *)bytes, (struct sched_param *)(bytes + 8)); //: r == 0
pthread_sigmask(SIG_BLOCK, NULL, (sigset_t *)bytes);    //: r == 0
pthread_getattr_np(pthread_self(), (pthread_attr_t *)bytes); //: r == 0
pthread_yield();                                        //: r == 0
pthread_getcpuclockid(pthread_self(), (clockid_t *)bytes); //: of pthread_getcpuclockid, r == 0
pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);   //: of pthread_setcancelstate, r == 0
pthread_gettid_np(pthread_self());                      //: of pthread_gettid_np, r > 0
thrd_yield();                                           //: void
thrd_sleep(&one_microsecond, NULL);                     //: r == 0

cpu_set_t cpus;
int got = sched_getaffinity(0, sizeof cpus, &cpus);
pthread_setaffinity_np(pthread_self(), sizeof cpus, &cpus); //: r == 0
pthread_getaffinity_np(pthread_self(), sizeof cpus, &cpus); //: r == 0
sched_setaffinity(0, sizeof cpus, &cpus);               //:
sched_getaffinity(0, sizeof cpus, &cpus);               //:

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_mutex_lock(&mutex);                             //: r == 0

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
int locked = pthread_mutex_lock(&mutex);
pthread_mutex_timedlock(&mutex, &long_ago);             //: r == ETIMEDOUT
pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &one_microsecond); //: r == ETIMEDOUT
pthread_cond_timedwait(&condition, &mutex, &long_ago);  //: r == ETIMEDOUT
pthread_cond_clockwait(&condition, &mutex, CLOCK_MONOTONIC, &one_microsecond); //: r == ETIMEDOUT
pthread_cond_signal(&condition);                        //: r == 0
pthread_cond_broadcast(&condition);                     //: r == 0
pthread_mutex_unlock(&mutex);                           //: r == 0

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
int locked = pthread_rwlock_rdlock(&lock);
pthread_rwlock_timedwrlock(&lock, &long_ago);           //: r == ETIMEDOUT

static pthread_barrier_t barrier;
int made = pthread_barrier_init(&barrier, NULL, 1);
pthread_barrier_wait(&barrier);                         //: 1

mtx_t mutex;
cnd_t condition;
int made = mtx_init(&mutex, mtx_timed) + cnd_init(&condition) + mtx_lock(&mutex);
cnd_timedwait(&condition, &mutex, &long_ago);           //: r == thrd_timedout
cnd_signal(&condition);                                 //: r == thrd_success
mtx_unlock(&mutex);                                     //: r == thrd_success

static once_flag once = ONCE_FLAG_INIT;
call_once(&once, on_once);                              //: void

pthread_mutex_t mutex;
pthread_mutexattr_t attributes;
int made = pthread_mutexattr_init(&attributes) + pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
pthread_mutex_init(&mutex, &attributes);                //: of pthread_mutex_init, r == 0
pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT); //: of pthread_mutexattr_setprotocol, r == 0
pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST); //: of pthread_mutexattr_setrobust, r == 0

sem_t semaphore;
int made = sem_init(&semaphore, 0, 0);
sem_timedwait(&semaphore, &long_ago);                   //: e == ETIMEDOUT
sem_clockwait(&semaphore, CLOCK_MONOTONIC, &one_microsecond); //: e == ETIMEDOUT
sem_post(&semaphore);                                   //:

sem_t semaphore;
int made = sem_init(&semaphore, 0, 1);
sem_wait(&semaphore);                                   //:

sem_open(unique(), O_CREAT, 0600, 1);                   //: r != 0

sem_t *semaphore = sem_open(unique(), O_CREAT, 0600, 1);
sem_close(semaphore);                                   //:
sem_unlink(unique_name);                                //:

struct sched_param parameters = {0};
sched_getparam(0, &parameters);                         //:
sched_setparam(0, &parameters);                         //:
sched_setscheduler(0, SCHED_OTHER, &parameters);        //:
sched_getscheduler(0);                                  //:
sched_get_priority_max(SCHED_FIFO);                     //:
sched_get_priority_min(SCHED_FIFO);                     //:
sched_rr_get_interval(0, &no_time);                     //:
sched_yield();                                          //:
sched_getcpu();                                         //:
getcpu((unsigned *)bytes, (unsigned *)bytes);           //:

unsigned attributes[64] = {56};
sched_setattr(0, (void *)attributes, 0);                //:
sched_getattr(0, (void *)attributes, 56, 0);            //:
