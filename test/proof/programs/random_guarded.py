# Any failure leads to another source.
import os

try:
    data = os.getrandom(16)
except OSError:
    data = os.urandom(16)
assert len(data) == 16
