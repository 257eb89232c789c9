"""What Python cases find at hand: the modules, and a few things to call functions with."""
# ruff: noqa: F401
import asyncio
import asyncio.subprocess
import asyncio.unix_events
import concurrent.futures
import concurrent.futures.process
import concurrent.futures.thread
import ctypes
import ctypes.util
import datetime
import dbm.dumb
import encodings.idna
import faulthandler
import fcntl
import filecmp
import gc
import getpass
import glob
import grp
import gzip
import hashlib
import http.client
import http.server
import importlib
import io
import json
import linecache
import logging
import mmap
import multiprocessing
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.popen_fork
import multiprocessing.popen_forkserver
import multiprocessing.popen_spawn_posix
import multiprocessing.queues
import multiprocessing.shared_memory
import multiprocessing.sharedctypes
import multiprocessing.synchronize
import os
import pathlib
import platform
import pty
import pwd
import queue
import random
import resource
import secrets
import select
import selectors
import shutil
import signal
import socket
import socketserver
import stat
import subprocess
import sys
import syslog
import tarfile
import tempfile
import termios
import threading
import time
import tty
import uuid
import zipfile

try:
    import sqlite3
    import ssl
except ImportError:
    pass

libc = ctypes.CDLL(None, use_errno=True)


def file():
    """A small file "f", open at its start."""
    with open("f", "wb") as made:
        made.write(b"hello world" * 1000)
    return os.open("f", os.O_RDWR)


def other_file():
    return os.open("g", os.O_RDWR | os.O_CREAT)


def folder():
    """A folder "dd" with a file in it; gives the working folder, open."""
    os.mkdir("dd")
    with open("dd/f", "wb") as made:
        made.write(b"x" * 100)
    return os.open(".", os.O_RDONLY)


def child():
    """A child that ends at once, for somebody to wait for."""
    pid = os.fork()
    if pid == 0:
        libc.syscall(231, 0)
    return pid


def pidfd(pid):
    return libc.syscall(434, pid, 0)


def pending(number):
    """The signal waits, blocked, to be taken."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [number])
    os.kill(os.getpid(), number)


def listening():
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    made.listen()
    return made


def listening_called():
    """A listening socket with a connection that waits to be accepted."""
    global caller
    made = listening()
    caller = socket.socket()
    caller.connect(made.getsockname())
    return made


def checked(result):
    """The result of a C function, or its error raised."""
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
