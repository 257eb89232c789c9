// Users, groups, logins, the log.

getpwnam("root");                                       //: r != 0
getpwuid(0);                                            //: r != 0
getpwent();                                             //: r != 0
getgrnam("root");                                       //: r != 0
getgrgid(0);                                            //: r != 0
getgrent();                                             //: r != 0
getspnam("root");                                       //: 1
initgroups("root", 0);                                  //:
getgrouplist("root", 0, (gid_t *)bytes, &(int){50});    //:
getlogin();                                             //: 1
cuserid(bytes);                                         //: r != 0
syslog(LOG_INFO, "x");                                  //: void
openlog("x", LOG_NDELAY, 0);                            //: void
setmntent("/proc/mounts", "r");                         //: r != 0

FILE *mounts = setmntent("/proc/mounts", "r");
getmntent(mounts);                                      //: r != 0
