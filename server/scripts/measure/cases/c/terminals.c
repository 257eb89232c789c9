// Terminals.

int fd = file();
ttyname(fd);                                            //: e == ENOTTY
ttyname_r(fd, bytes, 100);                              //: r == ENOTTY
tcgetattr(fd, (struct termios *)bytes);                 //: e == ENOTTY
tcflush(fd, 0);                                         //: e == ENOTTY
tcflow(fd, TCOON);                                      //: e == ENOTTY
tcgetpgrp(fd);                                          //: e == ENOTTY
tcsetpgrp(fd, 1);                                       //: e == ENOTTY
tcsendbreak(fd, 0);                                     //: e == ENOTTY
tcdrain(fd);                                            //: e == ENOTTY
tcgetsid(fd);                                           //: e == ENOTTY

posix_openpt(O_RDWR | O_NOCTTY);                        //:
getpt();                                                //:
openpty((int *)bytes, (int *)(bytes + 8), NULL, NULL, NULL); //:
ctermid(bytes);                                         //: of ctermid, r != 0
({ int m; pid_t id = forkpty(&m, NULL, NULL, NULL); if (id == 0) _exit(0); id; }); //: of forkpty

int m = posix_openpt(O_RDWR | O_NOCTTY);
grantpt(m);                                             //:
unlockpt(m);                                            //:
ptsname(m);                                             //: r != 0
ptsname_r(m, bytes, 100);                               //: r == 0

int m, s, made = openpty(&m, &s, NULL, NULL, NULL);
struct termios state;
int got = tcgetattr(s, &state);
tcsetattr(s, TCSANOW, &state);                          //:
isatty(s);                                              //: r == 1
