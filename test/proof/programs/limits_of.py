# Another process's limits.
import os
import resource

resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE)
