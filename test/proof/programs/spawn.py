# Another program, through the library below.
import os

child = os.posix_spawn("/bin/true", ["true"], {})
assert os.waitpid(child, 0)[1] == 0
