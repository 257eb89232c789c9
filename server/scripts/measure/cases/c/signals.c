// Signals.

kill(self, 0);                                      //: of kill
killpg(0, 0);                                   //: of killpg
tgkill(self, self, 0);                          //: of tgkill
raise(SIGURG);                                          //:
gsignal(SIGURG);                                        //:
sigqueue(self, SIGURG, (union sigval){0});          //: of sigqueue
sigaction(SIGUSR1, NULL, (struct sigaction *)bytes);    //:
signal(SIGUSR1, SIG_IGN);                               //: r != -1
bsd_signal(SIGUSR1, SIG_IGN);                           //: r != -1
sysv_signal(SIGUSR1, SIG_IGN);                          //: r != -1
ssignal(SIGUSR1, SIG_IGN);                              //: r != -1
sigset(SIGUSR1, SIG_IGN);                               //: r != -1
sigignore(SIGUSR1);                                     //:
sighold(SIGUSR1);                                       //:
sigrelse(SIGUSR1);                                      //:
siginterrupt(SIGUSR1, 1);                               //:
sigpending((sigset_t *)bytes);                          //:
sigaltstack(NULL, (stack_t *)bytes);                    //:
sigblock(0);                                            //:
siggetmask();                                           //:
sigsetmask(0);                                          //:

sigset_t set = pending(SIGUSR1), none;
int empty = sigemptyset(&none), taken;
siginfo_t information;
signal(SIGUSR1, on_signal);
sigprocmask(SIG_BLOCK, &set, NULL);                     //:
sigtimedwait(&set, &information, &no_time);             //:
sigwaitinfo(&set, &information);                        //:
sigwait(&set, &taken);                                  //: r == 0
sigsuspend(&none);                                      //: e == EINTR
sigpause(SIGUSR1);                                      //: e == EINTR

signal(SIGALRM, on_signal);
ualarm(50000, 0);
pause();                                                //: e == EINTR

sigjmp_buf place;
sigsetjmp(place, 1);                                    //: of sigsetjmp
