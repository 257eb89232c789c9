// Other programs, workers, and the process itself.

child_process.spawn('true').on('error', done).on('exit', (code) => done(code ? new Error(String(code)) : null)); //: of child_process.spawn
child_process.exec('true', done);                       //:
child_process.execFile('true', done);                   //:
child_process.spawnSync('true');                        //: r.status === 0 && !r.error
child_process.execSync('true');                         //:
child_process.execFileSync('true');                     //:
new worker_threads.Worker('', { eval: true }).on('error', done).on('exit', done); //: of worker_threads.Worker

fs.writeFileSync('c.js', 'process.exit(0)');
cluster.setupPrimary({ exec: 'c.js' });
child_process.fork('c.js').on('error', done).on('exit', done); //: of child_process.fork
cluster.fork().on('exit', done);                        //: of cluster.fork

const sleeper = child_process.spawn('sleep', ['5']);
sleeper.kill(0);                                        //:

const { port1, port2 } = new worker_threads.MessageChannel();
port2.on('message', done);
port1.postMessage(1), done;                             //: of worker_threads.MessageChannel

process.cwd();                                          //:
process.uptime();                                       //:
process.memoryUsage();                                  //:
process.memoryUsage.rss();                              //:
process.resourceUsage();                                //:
process.cpuUsage();                                     //:
process.threadCpuUsage();                               //:
process.hrtime();                                       //: of process.hrtime
process.getuid();                                       //:
process.geteuid();                                      //:
process.getgid();                                       //:
process.getegid();                                      //:
process.getgroups();                                    //:
process.umask();                                        //:
process.umask(0o22);                                    //:
process.constrainedMemory();                            //:
process.availableMemory();                              //:
process.chdir('.');                                     //:
process.kill(process.pid, 0);                           //:
process.setuid(0);                                      //:
process.setgid(0);                                      //:
process.seteuid(0);                                     //:
process.setegid(0);                                     //:
process.setgroups([]);                                  //:
process.initgroups('root', 0);                          //:
process.title = 'x';                                    //: of process.title
process.on('SIGUSR2', () => {});                        //: of process.on(SIGUSR2)
process.nextTick(done);                                 //: of process.nextTick
process.stdout.write('x', done);                        //: of process.stdout.write
process.report.getReport();                             //:

setTimeout(done, 2);                                    //: of setTimeout
setImmediate(done);                                     //: of setImmediate
timersPromises.setTimeout(2);                           //: of timers.promises.setTimeout
performance.now();                                      //: of performance.now
Date.now();                                             //: of Date.now
Math.random();                                          //: of Math.random
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2); //: of Atomics.wait
console.log('x');                                       //: of console.log
new WebAssembly.Memory({ initial: 1 });                 //: of WebAssembly.Memory
tty.isatty(0);                                          //: r === false

fs.writeFileSync('m.js', 'module.exports = 1');
fs.writeFileSync('m.mjs', 'export default 1');
require('./m.js');                                      //: of require
import(`${process.cwd()}/m.mjs`);                       //: of import()
new (process.getBuiltinModule('node:sqlite').DatabaseSync)('q.db').exec('create table t(a)'); //: of sqlite.DatabaseSync
