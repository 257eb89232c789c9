# The interpreter falls back to the device.
import os

assert len(os.urandom(16)) == 16
