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
os.type();                                              //: of os.type

crypto.pbkdf2Sync('a', 'b', 1, 8, 'sha1');              //: of crypto.pbkdf2Sync
crypto.scrypt('a', 'b', 8, done);                       //: of crypto.scrypt
crypto.scryptSync('a', 'b', 8);                         //: of crypto.scryptSync
crypto.hkdf('sha256', 'a', 'b', 'c', 8, done);          //: of crypto.hkdf
crypto.hkdfSync('sha256', 'a', 'b', 'c', 8);            //: of crypto.hkdfSync
crypto.createHmac('sha256', 'a').update('x').digest();  //: of crypto.createHmac
zlib.gzipSync('x');                                     //: of zlib.gzipSync
zlib.gunzipSync(zlib.gzipSync('x'));                    //: of zlib.gunzipSync
zlib.deflate('x', done);                                //: of zlib.deflate
zlib.deflateSync('x');                                  //: of zlib.deflateSync
zlib.inflateSync(zlib.deflateSync('x'));                //: of zlib.inflateSync
zlib.brotliCompress('x', done);                         //: of zlib.brotliCompress
zlib.brotliCompressSync('x');                           //: of zlib.brotliCompressSync
zlib.createGzip();                                      //: of zlib.createGzip

queueMicrotask(() => undefined);                        //: of queueMicrotask
structuredClone({});                                    //: of structuredClone
clearInterval(setInterval(() => undefined, 1000));      //: of setInterval
require('timers').setTimeout(done, 1);                  //: of timers.setTimeout
require('timers').setImmediate(done);                   //: of timers.setImmediate
clearInterval(require('timers').setInterval(() => undefined, 1000)); //: of timers.setInterval
require('timers/promises').setImmediate();              //: of timers.promises.setImmediate
require('timers/promises').setInterval(1);              //: of timers.promises.setInterval
console.error('x');                                     //: of console.error
require('readline').createInterface({ input: new (require('stream').PassThrough)() }); //: of readline.createInterface
