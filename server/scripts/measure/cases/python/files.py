# Files as objects, paths, copies, temporary files, archives.

file()
os.path.exists("f")                                     #:
os.path.lexists("f")                                    #:
os.path.isfile("f")                                     #:
os.path.getsize("f")                                    #:
os.path.getmtime("f")                                   #:
os.path.getatime("f")                                   #:
os.path.getctime("f")                                   #:
os.path.realpath("f")                                   #:
os.path.abspath("f")                                    #:
os.path.samefile("f", "f")                              #:
os.path.ismount("/")                                    #:
os.path.expanduser("~")                                 #: of os.path.expanduser
open("f")                                               #:
io.open("f", "rb")                                      #:
io.FileIO("f")                                          #:
linecache.getline("f", 1)                               #: of linecache.getline
filecmp.cmp("f", "f", False)                            #:
hashlib.file_digest(open("f", "rb"), "sha256")          #: of hashlib.file_digest
glob.glob("*")                                          #: r == ["f"]
shutil.copyfile("f", "g")                               #:
shutil.copy("f", "g")                                   #:
shutil.copy2("f", "g")                                  #:
shutil.copymode("f", "f")                               #:
shutil.copystat("f", "f")                               #:
shutil.move("f", "g")                                   #:
shutil.disk_usage(".")                                  #:
shutil.which("true")                                    #: r
shutil.chown("f", 0, 0)                                 #:
shutil.get_terminal_size()                              #:
tempfile.mkstemp(dir=".")                               #:
tempfile.mkdtemp(dir=".")                               #:
tempfile.TemporaryFile(dir=".")                         #:
tempfile.NamedTemporaryFile(dir=".")                    #:
tempfile.TemporaryDirectory(dir=".")                    #:
tempfile.gettempdir()                                   #:
zipfile.ZipFile("z", "w")                               #:
tarfile.open("t", "w")                                  #:
gzip.open("f")                                          #:
sqlite3.connect("q.db").execute("create table t(a)")    #: of sqlite3.connect
dbm.dumb.open("db", "c")                                #:
logging.FileHandler("lg")                               #: of logging.FileHandler

fd = file()
os.symlink("f", "l")
os.path.islink("l")                                     #:
os.path.sameopenfile(fd, fd)                            #:

fd = folder()
os.path.isdir("dd")                                     #:
glob.glob("**", recursive=True)                         #: len(r) == 2
shutil.copytree("dd", "de")                             #:
shutil.rmtree("dd")                                     #:
shutil.make_archive("ar", "tar", "dd")                  #:

open("j", "w").write("{}")
f = open("j")
json.load(f)                                            #: of json.load

file()
o = open("f", "rb")
o.read()                                                #: of file.read
o.readline()                                            #: of file.readline
o.close()                                               #: of file.close
o.seek(0, 2)                                            #: of file.seek
o.tell()                                                #: of file.tell

file()
o = open("f", "r+b")
o.truncate(1)                                           #: of file.truncate
(o.write(b"x"), o.flush())                              #: of file.write

file()
a = open("f", "rb")
b = open("g", "wb")
shutil.copyfileobj(a, b)                                #:

tempfile.SpooledTemporaryFile(dir=".").rollover()       #: of tempfile.SpooledTemporaryFile

print("x", flush=True)                                  #: of print
(sys.stdout.write("x"), sys.stdout.flush())             #: of sys.stdout.write

fd = file()
m = mmap.mmap(fd, 4096)
n = mmap.mmap(-1, 4096)
mmap.mmap(fd, 4096)                                     #:
mmap.mmap(-1, 4096)                                     #:
m.flush()                                               #:
n.madvise(mmap.MADV_NORMAL)                             #:
n.resize(8192)                                          #:
m.close()                                               #:

fd = file()
fcntl.fcntl(fd, fcntl.F_GETFL)                          #:
fcntl.flock(fd, fcntl.LOCK_EX)                          #:
fcntl.lockf(fd, fcntl.LOCK_EX)                          #:
fcntl.ioctl(fd, 0x541B, b"1234")                        #:

fd = libc.syscall(319, b"x", 2)
fcntl.fcntl(fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK) #:
