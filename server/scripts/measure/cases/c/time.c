// Clocks, sleeps, timers.

time(NULL);                                             //:
clock_gettime(CLOCK_REALTIME, &no_time);                //:
clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &no_time);      //:
clock_getres(CLOCK_REALTIME, &no_time);                 //:
clock_settime(CLOCK_MONOTONIC, &no_time);               //: r >= 0 || e == EINVAL
clock_getcpuclockid(0, (clockid_t *)bytes);             //: r == 0
gettimeofday((struct timeval *)bytes, NULL);            //:
timespec_get(&no_time, TIME_UTC);                       //:
ftime((struct timeb *)bytes);                           //:
nanosleep(&one_microsecond, NULL);                      //:
clock_nanosleep(CLOCK_MONOTONIC, 0, &one_microsecond, NULL); //: r == 0
usleep(1);                                              //:
sleep(0);                                               //:
alarm(9);                                               //:
ualarm(0, 0);                                           //:
getitimer(ITIMER_REAL, (struct itimerval *)bytes);      //:
setitimer(ITIMER_VIRTUAL, (struct itimerval *)bytes, NULL); //:
adjtime(NULL, (struct timeval *)bytes);                 //:
adjtimex((struct timex *)bytes);                        //:
ntp_adjtime((struct timex *)bytes);                     //:
ntp_gettime((struct ntptimeval *)bytes);                //:
ntp_gettimex((struct ntptimeval *)bytes);               //:
clock_adjtime(CLOCK_REALTIME, (struct timex *)bytes);   //:
clock();                                                //: of clock
tzset();                                                //: of tzset, void

time_t now = 0;
struct tm parts = {0};
localtime(&now);                                        //: of localtime, r != 0
gmtime(&now);                                           //: of gmtime, r != 0
ctime(&now);                                            //: of ctime, r != 0
mktime(&parts);                                         //: of mktime, 1
strftime(bytes, 100, "%Z", &parts);                     //: of strftime

struct sigevent event = {.sigev_notify = SIGEV_NONE};
timer_t made;
timer_create(CLOCK_MONOTONIC, &event, &made);           //:

timer_t made = timer();
struct itimerspec ninety_seconds = {{0, 0}, {90, 0}};
timer_settime(made, 0, &ninety_seconds, NULL);          //:
timer_gettime(made, &ninety_seconds);                   //:
timer_getoverrun(made);                                 //:
timer_delete(made);                                     //:
