// Files, with promises.

file();
fs.promises.access('f');                                //:
fs.promises.appendFile('f', 'x');                       //:
fs.promises.chmod('f', 0o600);                          //:
fs.promises.chown('f', 0, 0);                           //:
fs.promises.lchown('f', 0, 0);                          //:
fs.promises.copyFile('f', 'g');                         //:
fs.promises.copyFile('f', 'g', fs.constants.COPYFILE_FICLONE_FORCE); //:
fs.promises.link('f', 'l');                             //:
fs.promises.lstat('f');                                 //:
fs.promises.lutimes('f', 1, 1);                         //:
fs.promises.utimes('f', 1, 1);                          //:
fs.promises.mkdir('dm');                                //:
fs.promises.mkdir('dm/e', { recursive: true });         //:
fs.promises.mkdtemp('tm');                              //:
fs.promises.open('f', 'r');                             //:
fs.promises.open('n', 'w');                             //:
fs.promises.opendir('.');                               //:
fs.promises.readFile('f');                              //:
fs.promises.realpath('f');                              //:
fs.promises.rename('f', 'g');                           //:
fs.promises.rm('f');                                    //:
fs.promises.stat('f');                                  //:
fs.promises.stat('f', { bigint: true });                //:
fs.promises.statfs('.');                                //:
fs.promises.symlink('f', 'l');                          //:
fs.promises.truncate('f', 8);                           //:
fs.promises.unlink('f');                                //:
fs.promises.writeFile('g', 'x');                        //:
Array.fromAsync(fs.promises.glob('*'));                 //: of fs.promises.glob

folder();
fs.promises.cp('dd', 'de', { recursive: true });        //:
fs.promises.readdir('.');                               //:

fs.mkdirSync('dd');
fs.promises.rmdir('dd');                                //:

fs.symlinkSync('f', 'l');
fs.promises.readlink('l');                              //:

file();
const handle = await fs.promises.open('f', 'r+');
handle.stat();                                          //:
handle.read(Buffer.alloc(8), 0, 8, 0);                  //:
handle.write('x');                                      //:
handle.readFile();                                      //:
handle.writeFile('x');                                  //:
handle.appendFile('x');                                 //:
handle.sync();                                          //:
handle.datasync();                                      //:
handle.truncate(8);                                     //:
handle.chmod(0o600);                                    //:
handle.chown(0, 0);                                     //:
handle.utimes(1, 1);                                    //:
handle.readv([Buffer.alloc(8)]);                        //:
handle.writev([Buffer.alloc(8)]);                       //:
handle.close();                                         //:

(setImmediate(() => fs.writeFileSync('w', '')), fs.promises.watch('.').next()); //: of fs.promises.watch

