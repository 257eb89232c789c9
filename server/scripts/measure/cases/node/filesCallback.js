// Files, with callbacks.

file();
fs.access('f', done);                                   //:
fs.appendFile('f', 'x', done);                          //:
fs.chmod('f', 0o600, done);                             //:
fs.chown('f', 0, 0, done);                              //:
fs.lchown('f', 0, 0, done);                             //:
fs.copyFile('f', 'g', done);                            //:
fs.copyFile('f', 'g', fs.constants.COPYFILE_FICLONE_FORCE, done); //:
fs.link('f', 'l', done);                                //:
fs.lstat('f', done);                                    //:
fs.lutimes('f', 1, 1, done);                            //:
fs.utimes('f', 1, 1, done);                             //:
fs.mkdir('dm', done);                                   //:
fs.mkdir('dm/e', { recursive: true }, done);            //:
fs.mkdtemp('tm', done);                                 //:
fs.open('f', 'r', done);                                //:
fs.open('n', 'w', done);                                //:
fs.opendir('.', done);                                  //:
fs.readFile('f', done);                                 //:
fs.realpath('f', done);                                 //:
fs.rename('f', 'g', done);                              //:
fs.rm('f', done);                                       //:
fs.stat('f', done);                                     //:
fs.stat('f', { bigint: true }, done);                   //:
fs.statfs('.', done);                                   //:
fs.symlink('f', 'l', done);                             //:
fs.truncate('f', 8, done);                              //:
fs.unlink('f', done);                                   //:
fs.writeFile('g', 'x', done);                           //:
fs.glob('*', done);                                     //:

folder();
fs.cp('dd', 'de', { recursive: true }, done);           //:
fs.readdir('.', done);                                  //:

fs.mkdirSync('dd');
fs.rmdir('dd', done);                                   //:

fs.symlinkSync('f', 'l');
fs.readlink('l', done);                                 //:

const fd = file();
fs.fstat(fd, done);                                     //:
fs.fsync(fd, done);                                     //:
fs.fdatasync(fd, done);                                 //:
fs.ftruncate(fd, 8, done);                              //:
fs.fchmod(fd, 0o600, done);                             //:
fs.fchown(fd, 0, 0, done);                              //:
fs.futimes(fd, 1, 1, done);                             //:
fs.close(fd, done);                                     //:
fs.read(fd, Buffer.alloc(8), 0, 8, 0, done);            //:
fs.read(fd, Buffer.alloc(8), 0, 8, null, done);         //:
fs.write(fd, 'x', done);                                //:
fs.readv(fd, [Buffer.alloc(8)], done);                  //:
fs.writev(fd, [Buffer.alloc(8)], done);                 //:

file();
fs.exists('f', (there) => done(there ? null : new Error('false'))); //:
fs.realpath.native('f', done);                          //:
fs.watch('.');                                          //:
fs.watchFile('f', { interval: 10 }, () => {});          //:
fs.createReadStream('f').on('error', done).on('close', done).resume(); //: of fs.createReadStream
fs.createWriteStream('g').on('error', done).end('x', done); //: of fs.createWriteStream
stream.pipeline(fs.createReadStream('f'), fs.createWriteStream('g'), done); //: of stream.pipeline
