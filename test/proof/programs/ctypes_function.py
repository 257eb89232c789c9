# A function of the C library.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(16)
assert libc.getrandom(buffer, 16, 0) == 16
