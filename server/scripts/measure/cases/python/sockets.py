# Sockets and waiting for them.

socket.socket()                                         #:
socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)        #:
socket.socketpair()                                     #:
socket.create_server(("127.0.0.1", 0))                  #:
socket.getaddrinfo("localhost", 80)                     #:
socket.gethostbyname("localhost")                       #:
socket.gethostname()                                    #:
socket.getfqdn("localhost")                             #:
socket.if_nameindex()                                   #:
socket.if_nametoindex("lo")                             #:
socketserver.TCPServer(("127.0.0.1", 0), None)          #:
ssl.create_default_context()                            #:
ssl.RAND_bytes(8)                                       #:

libc.unshare(0x04000000)
socket.sethostname("x")                                 #:

s = socket.socket()
server = listening()
address = server.getsockname()
s.bind(("127.0.0.1", 0))                                #:
s.getsockname()                                         #:
s.getsockopt(1, 2)                                      #:
s.setsockopt(1, 2, 1)                                   #:
s.setblocking(False)                                    #:
s.settimeout(1.0)                                       #:
s.close()                                               #:
s.dup()                                                 #:
s.connect(address)                                      #:
socket.create_connection(address)                       #:
http.client.HTTPConnection(*address).connect()          #: of http.client.HTTPConnection.connect

s = socket.socket()
s.bind(("127.0.0.1", 0))
s.listen(1)                                             #:

s: socket.socket = listening_called()
s.accept()                                              #:

file()
s, b = socket.socketpair()
b.send(b"xx")
s.shutdown(2)                                           #:
s.send(b"x")                                            #:
s.sendall(b"x")                                         #:
s.sendmsg([b"x"])                                       #:
s.recv(8)                                               #:
s.recvfrom(8)                                           #:
s.recv_into(bytearray(8))                               #:
s.recvmsg(8)                                            #:
s.getpeername()                                         #:
s.makefile()                                            #: of socket.socket.makefile
s.sendfile(open("f", "rb"))                             #: of socket.socket.sendfile

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"x", ("127.0.0.1", 9))                        #:

a, b = socket.socketpair()
socket.send_fds(a, [b"x"], [0])
socket.send_fds(a, [b"x"], [0])                         #:
socket.recv_fds(b, 8, 1)                                #:
socket.fromfd(a.fileno(), 1, 1)                         #: of socket.fromfd
select.select([a], [], [], 0)                           #:
select.poll()                                           #:
select.epoll()                                          #:
selectors.DefaultSelector()                             #:

a, b = socket.socketpair()
p = select.poll()
p.register(a)
e = select.epoll()
S = selectors.DefaultSelector()
S.register(b, 1)
p.poll(0)                                               #:
e.register(a.fileno())                                  #: of select.epoll.register
e.poll(0)                                               #:
S.select(0)                                             #:
