// Randomness, the engine's work on other threads, and the machine.

crypto.randomBytes(8);                                  //:
crypto.randomBytes(8, done);                            //:
crypto.randomUUID();                                    //:
crypto.randomInt(10);                                   //:
crypto.randomFillSync(Buffer.alloc(8));                 //:
crypto.getRandomValues(new Uint8Array(8));              //:
crypto.generateKeyPairSync('ed25519');                  //:
crypto.pbkdf2('a', 'b', 1, 8, 'sha1', done);            //: of crypto.pbkdf2
crypto.createHash('sha256').update('x').digest();       //: of crypto.createHash
zlib.gzip('x', done);                                   //: of zlib.gzip

os.cpus();                                              //:
os.loadavg();                                           //:
os.freemem();                                           //:
os.totalmem();                                          //:
os.hostname();                                          //:
os.uptime();                                            //:
os.networkInterfaces();                                 //:
os.userInfo();                                          //:
os.release();                                           //: of os.release
os.version();                                           //: of os.version
os.arch();                                              //: of os.arch
os.tmpdir();                                            //: of os.tmpdir
os.homedir();                                           //: of os.homedir
os.availableParallelism();                              //:
os.getPriority();                                       //:
os.setPriority(0);                                      //:
os.machine();                                           //: of os.machine
