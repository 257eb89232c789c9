// Sockets, servers, names.

net.createServer().on('error', done).listen(0, '127.0.0.1', done); //: of net.Server.listen
net.connect(greeting, '127.0.0.1').on('error', done).on('close', done).resume(); //: of net.connect
dgram.createSocket('udp4').on('error', done).bind(0, '127.0.0.1', done); //: of dgram.Socket.bind
http.createServer().on('error', done).listen(0, '127.0.0.1', done); //: of http.createServer
http2.createServer().on('error', done).listen(0, '127.0.0.1', done); //: of http2.createServer
tls.createSecureContext();                              //:
dns.lookup('localhost', done);                          //:
dns.promises.lookup('localhost');                       //:
dns.getServers();                                       //: of dns.getServers

const server = net.createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
server.close(done);                                     //:

const socket = net.connect(greeting, '127.0.0.1');
await new Promise((resolve) => socket.on('connect', resolve));
socket.on('error', done).write('x', done);              //: of net.Socket.write
socket.setNoDelay();                                    //:
socket.setKeepAlive(true, 1000);                        //:

const socket = dgram.createSocket('udp4');
await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve));
socket.send('x', 9, '127.0.0.1', done);                 //:
socket.on('error', done).on('message', done), socket.send('x', socket.address().port, '127.0.0.1'), done; //: of dgram.Socket.on(message)
socket.setBroadcast(true);                              //:
socket.setRecvBufferSize(9000);                         //:

http.get({ port: pages, host: '127.0.0.1' }, (response) => response.resume().on('end', done)).on('error', done); //: of http.get
fetch(`http://127.0.0.1:${pages}`).then((response) => response.text()); //: of fetch

const resolver = new dns.Resolver({ timeout: 50, tries: 1 });
resolver.setServers(['127.0.0.1:9']);
resolver.resolve4('x.test', (error) => done(error?.code === 'ECONNREFUSED' ? null : error)); //: of dns.Resolver.resolve4
