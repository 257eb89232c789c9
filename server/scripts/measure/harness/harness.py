"""
Runs Python cases, each in a forked child that loses system calls just before its window.
harness.py CASES JOBS FOLDER RESULTS: CASES holds a list of [set-up, call, condition]; a line of JOBS is
`case errno number…`; a line of RESULTS says how that job ended. The window of a job stands in the trace between two
writes to no file: "B <job>." and "E <job>.".
"""
import ctypes
import errno
import json
import mmap
import os
import signal
import struct
import sys
import traceback

# what the cases import is loaded before, so that no window shows it
import fixtures  # noqa: F401

SECONDS_UNTIL_HANGING = 3
PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 22, 36, 38
SYS_WRITE, SYS_EXIT_GROUP = 1, 231
CLONE_NEWIPC = 0x08000000

libc = ctypes.CDLL(None, use_errno=True)
syscall, prctl = libc.syscall, libc.prctl
syscall.argtypes, prctl.argtypes = None, None


def filter_for(numbers, error):
    """A seccomp program by which the calls of these numbers answer the error."""
    code = struct.pack("HBBI", 0x20, 0, 0, 0)
    for number in numbers:
        code += struct.pack("HBBI", 0x15, 0, 1, number) + struct.pack("HBBI", 6, 0, 0, 0x50000 | error)
    code += struct.pack("HBBI", 6, 0, 0, 0x7FFF0000)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HxxxxxxQ", len(code) // 8, ctypes.addressof(buffer))
    return ctypes.create_string_buffer(program, len(program)), buffer


def shown(error):
    if isinstance(error, OSError) and error.errno is not None:
        return "raises %s %s" % (type(error).__name__, errno.errorcode.get(error.errno, error.errno))
    return "raises %s" % type(error).__name__


def outcome(value, condition):
    """`ok` where the condition holds; without one, nothing but the answers None, True and False is told apart."""
    if condition:
        return "ok" if eval(condition, {"r": value, "os": os}) else "returns %.40r" % (value,)
    return "ok" if value is not False else "returns False"


def run_child(case, lost, begin, end, tell, null):
    """Runs the case and tells how it went; never returns."""
    set_up, call, condition = case
    names = dict(vars(fixtures))
    try:
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        try:
            exec(set_up, names)
        except (AttributeError, ImportError) as error:
            tell("absent: %s" % error)
            return
        except BaseException as error:
            tell("unprepared: %s" % shown(error))
            return
        if lost:
            prctl(PR_SET_SECCOMP, 2, lost[0], 0, 0)
        syscall(SYS_WRITE, -77, begin, len(begin))
        try:
            value = eval(call, names)
            syscall(SYS_WRITE, -77, end, len(end))
            tell(outcome(value, condition))
        except BaseException as error:
            syscall(SYS_WRITE, -77, end, len(end))
            absent = isinstance(error, (AttributeError, NameError, ImportError)) and not lost
            tell("absent: %s" % error if absent else shown(error))
    finally:
        syscall(SYS_EXIT_GROUP, 0)


def wait_for(child):
    """The wait status of the child, or None where it had to be killed."""
    while True:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return status
        if signal.sigtimedwait([signal.SIGCHLD], SECONDS_UNTIL_HANGING) is None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None


def end_descendants():
    """What a job left running must not reach into the next one's window."""
    for _ in range(50):
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        with open("/proc/self/task/%d/children" % os.getpid()) as children:
            for child in children.read().split():
                try:
                    os.kill(int(child), signal.SIGKILL)
                except ProcessLookupError:
                    pass
        signal.sigtimedwait([signal.SIGCHLD], 0.001)


def remove_shared(child):
    for name in ("/dev/shm/measured-%d", "/dev/shm/sem.measured-%d"):
        try:
            os.unlink(name % child)
        except OSError:
            pass


def main(cases_file, jobs_file, folder, results_file):
    with open(cases_file) as file:
        cases = json.load(file)
    with open(jobs_file) as file:
        jobs = [[int(field) for field in line.split()] for line in file]
    report = mmap.mmap(-1, 4096)
    results = os.open(results_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    null = os.open("/dev/null", os.O_RDWR)
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    if os.geteuid() != 0:
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)

    def tell(text):
        line = text.encode("utf-8", "replace").replace(b"\n", b" ")[:1000]
        report[4 : 4 + len(line)] = line
        report[:4] = struct.pack("I", len(line))

    for job, (number, error, *numbers) in enumerate(jobs):
        report[:4] = b"\0\0\0\0"
        lost = filter_for(numbers, error) if numbers else None
        begin, end = b"B %d." % job, b"E %d." % job
        own = "%s/%d" % (folder, job)
        os.mkdir(own)
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
        child = os.fork()
        if child == 0:
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            os.chdir(own)
            libc.unshare(CLONE_NEWIPC)  # its shared memory ends with it, where that is allowed
            run_child(cases[number], lost, begin, end, tell, null)
        status = wait_for(child)
        (length,) = struct.unpack("I", report[:4])
        if length:
            text = report[4 : 4 + length].decode("utf-8", "replace")
        elif status is None:
            text = "hangs"
        elif os.WIFSIGNALED(status):
            text = "killed by signal %d" % os.WTERMSIG(status)
        else:
            text = "ends the process with status %d" % os.WEXITSTATUS(status)
        os.write(results, b"%d %s\n" % (job, text.encode("utf-8", "replace")))
        end_descendants()
        remove_shared(child)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:5])
    except BaseException:
        traceback.print_exc()
        syscall(SYS_EXIT_GROUP, 1)
