# Asks the interpreter, which does not know the kernel.
import os

if hasattr(os, "memfd_create"):
    os.close(os.memfd_create("proof"))
