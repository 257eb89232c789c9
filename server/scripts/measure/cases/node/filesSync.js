// Files, synchronously.

file();
fs.accessSync('f');                                     //:
fs.appendFileSync('f', 'x');                            //:
fs.chmodSync('f', 0o600);                               //:
fs.chownSync('f', 0, 0);                                //:
fs.lchownSync('f', 0, 0);                               //:
fs.copyFileSync('f', 'g');                              //:
fs.copyFileSync('f', 'g', fs.constants.COPYFILE_FICLONE_FORCE); //:
fs.linkSync('f', 'l');                                  //:
fs.lstatSync('f');                                      //:
fs.lutimesSync('f', 1, 1);                              //:
fs.utimesSync('f', 1, 1);                               //:
fs.mkdirSync('dm');                                     //:
fs.mkdirSync('dm/e', { recursive: true });              //:
fs.mkdtempSync('tm');                                   //:
fs.openSync('f', 'r');                                  //:
fs.openSync('n', 'w');                                  //:
fs.opendirSync('.');                                    //:
fs.readFileSync('f');                                   //:
fs.realpathSync('f');                                   //:
fs.renameSync('f', 'g');                                //:
fs.rmSync('f');                                         //:
fs.statSync('f');                                       //:
fs.statSync('f', { bigint: true });                     //:
fs.statfsSync('.');                                     //:
fs.symlinkSync('f', 'l');                               //:
fs.truncateSync('f', 8);                                //:
fs.unlinkSync('f');                                     //:
fs.writeFileSync('g', 'x');                             //:
fs.globSync('*');                                       //:

folder();
fs.cpSync('dd', 'de', { recursive: true });             //:
fs.readdirSync('.');                                    //:

fs.mkdirSync('dd');
fs.rmdirSync('dd');                                     //:

fs.symlinkSync('f', 'l');
fs.readlinkSync('l');                                   //:

const fd = file();
fs.fstatSync(fd);                                       //:
fs.fsyncSync(fd);                                       //:
fs.fdatasyncSync(fd);                                   //:
fs.ftruncateSync(fd, 8);                                //:
fs.fchmodSync(fd, 0o600);                               //:
fs.fchownSync(fd, 0, 0);                                //:
fs.futimesSync(fd, 1, 1);                               //:
fs.closeSync(fd);                                       //:
fs.readSync(fd, Buffer.alloc(8), 0, 8, 0);               //:
fs.readSync(fd, Buffer.alloc(8), 0, 8, null);           //:
fs.writeSync(fd, 'x');                                  //:
fs.readvSync(fd, [Buffer.alloc(8)]);                    //:
fs.writevSync(fd, [Buffer.alloc(8)]);                   //:

file();
fs.realpathSync.native('f');                            //:
fs.existsSync('f');                                     //:
fs.openAsBlob('f');                                     //:
fs.mkdtempDisposableSync('tm');                         //:
