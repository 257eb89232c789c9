// Sockets, and names and addresses of the network.

socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);         //:
socketpair(AF_UNIX, SOCK_STREAM, 0, (int *)bytes);      //:

int s = socket(AF_INET, SOCK_STREAM, 0);
struct sockaddr_in address = here(), server;
socklen_t length = sizeof address;
int l = listening(&server);
bind(s, (struct sockaddr *)&address, length);           //:
listen(s, 1);                                           //:
connect(s, (struct sockaddr *)&server, length);         //:
getsockname(s, (struct sockaddr *)&address, &length);   //:
getsockopt(s, SOL_SOCKET, SO_TYPE, bytes, &(socklen_t){4}); //:
setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &(int){1}, 4);  //:
sockatmark(s);                                          //: r >= 0 || e == ENOTTY
isfdtype(s, S_IFSOCK);                                  //:
getnameinfo((struct sockaddr *)&address, length, bytes, 100, NULL, 0, NI_NUMERICHOST); //: r == 0

int l = listening_called();
accept(l, NULL, NULL);                                  //:
accept4(l, NULL, NULL, SOCK_CLOEXEC);                   //:
accept4(l, NULL, NULL, 0);                              //:

int pair[2], made = socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
long sent = send(pair[0], "xx", 2, 0);
struct msghdr one = message();
struct mmsghdr several = {one};
send(pair[0], "x", 1, 0);                               //:
sendto(pair[0], "x", 1, 0, NULL, 0);                    //:
sendmsg(pair[0], &one, 0);                              //:
sendmmsg(pair[0], &several, 1, 0);                      //:
recv(pair[1], bytes, 8, 0);                             //:
recvfrom(pair[1], bytes, 8, 0, NULL, NULL);             //:
recvmsg(pair[1], &one, 0);                              //:
recvmmsg(pair[1], &several, 1, 0, NULL);                //:
shutdown(pair[0], SHUT_RDWR);                           //:
getpeername(pair[0], (struct sockaddr *)bytes, &(socklen_t){100}); //:

struct addrinfo *found;
getaddrinfo("localhost", "80", NULL, &found);           //: r == 0
gethostbyname("localhost");                             //: r != 0
gethostbyname2("localhost", AF_INET);                   //: r != 0
getservbyname("http", "tcp");                           //: 1
gethostname(bytes, 100);                                //:
getdomainname(bytes, 100);                              //:
uname((struct utsname *)bytes);                         //:
gethostid();                                            //: void
if_nametoindex("lo");                                   //: r > 0
if_indextoname(1, bytes);                               //: r != 0
if_nameindex();                                         //: r != 0
getifaddrs((struct ifaddrs **)bytes);                   //:
res_init();                                             //:

int apart = unshare(CLONE_NEWUTS);
sethostname("x", 1);                                    //:
setdomainname("x", 1);                                  //:
