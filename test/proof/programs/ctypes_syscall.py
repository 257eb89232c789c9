# A raw call by its number.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
assert libc.syscall(319, b"proof", 0) >= 0
