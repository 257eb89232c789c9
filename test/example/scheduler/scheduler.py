"""Starts jobs and waits for them."""

import os
import select
import subprocess
import sys

from scratch import scratch_file


def wait_for(process: subprocess.Popen) -> None:
    """Waits without reaping; fails with ENOSYS on the kernel of CentOS 7."""
    pidfd = os.pidfd_open(process.pid)
    select.select([pidfd], [], [])
    os.close(pidfd)


def wait_for_anywhere(process: subprocess.Popen) -> None:
    """The same, with another way out."""
    try:
        pidfd = os.pidfd_open(process.pid)
    except OSError:
        process.wait()
        return
    select.select([pidfd], [], [])
    os.close(pidfd)


if __name__ == "__main__":
    log = scratch_file("job.log")
    job = subprocess.Popen(sys.argv[1:], stdout=log)
    wait_for(job)
