# Threads: the library below falls back on ENOSYS.
import threading

thread = threading.Thread(target=lambda: None)
thread.start()
thread.join()
