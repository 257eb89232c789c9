# Other programs, processes and threads.

subprocess.run(["true"])                                #: r.returncode == 0
subprocess.call(["true"])                               #: r == 0
subprocess.check_output(["true"])                       #:
subprocess.check_call(["true"])                         #:
subprocess.getoutput("true")                            #: r == ""
subprocess.Popen(["true"]).wait()                       #: of subprocess.Popen, r == 0

threading.Thread(target=int).start()                    #: of threading.Thread.start
threading.Timer(0.001, int).start()                     #: of threading.Timer.start
threading.get_native_id()                               #:
threading.Event().wait(0.001)                           #: of threading.Event.wait, r is False

t = threading.Thread(target=time.sleep, args=(0.02,))
t.start()
t.join()                                                #:

lock = threading.Lock()
lock.acquire()
lock.acquire(timeout=0.001)                             #: r is False

condition = threading.Condition()
condition.acquire()
condition.wait(0.001)                                   #: r is False

semaphore = threading.Semaphore(0)
semaphore.acquire(timeout=0.001)                        #: r is False

q = queue.Queue()
q.put(1)
q.get(timeout=1)                                        #: of queue.Queue.get

pool = concurrent.futures.ThreadPoolExecutor(1)
pool.submit(int).result()                               #: of concurrent.futures.ThreadPoolExecutor.submit, r == 0

pool = concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork"))
pool.submit(abs, 1).result()                            #: of concurrent.futures.ProcessPoolExecutor.submit, r == 1

multiprocessing.set_start_method("fork", force=True)
p = multiprocessing.Process(target=int)
(p.start(), p.join(), p.exitcode)[2]                    #: of multiprocessing.Process.start, r == 0
multiprocessing.Pool(1).map(abs, [1])                   #: of multiprocessing.Pool
multiprocessing.Queue().put(1)                          #: of multiprocessing.Queue
multiprocessing.Pipe()                                  #:
multiprocessing.Lock()                                  #:
multiprocessing.RLock()                                 #:
multiprocessing.Semaphore(1)                            #:
multiprocessing.Event()                                 #:
multiprocessing.Condition()                             #:
multiprocessing.Value("i", 1)                           #:
multiprocessing.Array("i", 10)                          #:
multiprocessing.Manager()                               #:
multiprocessing.cpu_count()                             #:
multiprocessing.shared_memory.SharedMemory(create=True, size=100).unlink() #: of multiprocessing.shared_memory.SharedMemory

r, w = os.pipe()
multiprocessing.connection.wait([r], 0)                 #:
