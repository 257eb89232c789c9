# Needs a capability in a container, though not outside.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
assert libc.unshare(0x400) == 0
