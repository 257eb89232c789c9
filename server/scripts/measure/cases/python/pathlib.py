# Paths as objects.

file()
P = pathlib.Path("f")
P.stat()                                                #:
P.lstat()                                               #:
P.exists()                                              #:
P.is_file()                                             #:
P.is_dir()                                              #: r is False
P.is_symlink()                                          #: r is False
P.read_text()                                           #:
P.read_bytes()                                          #:
P.write_text("x")                                       #:
P.write_bytes(b"x")                                     #:
P.touch()                                               #:
P.unlink()                                              #:
P.rename("g")                                           #:
P.replace("g")                                          #:
P.chmod(0o600)                                          #:
P.open()                                                #:
P.resolve()                                             #:
P.absolute()                                            #:
P.owner()                                               #:
P.group()                                               #:
P.copy("g")                                             #:
P.samefile("f")                                         #:
P.cwd()                                                 #:

file()
P = pathlib.Path("n")
P.symlink_to("q")                                       #:
P.hardlink_to("f")                                      #:
P.mkdir()                                               #:

os.mkdir("n")
P = pathlib.Path("n")
P.rmdir()                                               #:

folder()
P = pathlib.Path(".")
list(P.iterdir())                                       #: of pathlib.Path.iterdir
list(P.glob("*"))                                       #: of pathlib.Path.glob, len(r) == 1
list(P.rglob("*"))                                      #: of pathlib.Path.rglob, len(r) == 2
list(P.walk())                                          #: of pathlib.Path.walk, len(r) == 2

os.symlink("f", "l")
P = pathlib.Path("l")
P.readlink()                                            #:
