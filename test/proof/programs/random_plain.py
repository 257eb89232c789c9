# No guard at all.
import os

assert len(os.getrandom(16)) == 16
