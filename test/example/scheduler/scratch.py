"""Files that live in memory only."""

import os


def scratch_file(name: str) -> int:
    """Needs Linux 3.17, or RHEL 7, whose kernel has the back-port."""
    return os.memfd_create(name)


def token() -> str:
    """Falls back to /dev/urandom where getrandom is missing."""
    return os.urandom(16).hex()
