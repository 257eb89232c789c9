# Two calls, each of its own age.
import os
import signal

signal.pidfd_send_signal(os.pidfd_open(os.getpid()), 0)
