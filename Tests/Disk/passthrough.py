#!/usr/bin/env python3
"""A FUSE file system that passes everything on to a folder, spoken to the kernel directly.

    passthrough.py BACK FRONT     (as root; ends when FRONT is unmounted)

Just enough of the protocol (linux/fuse.h, 7.31) for a record to lie on it: the kernel answers `statfs` with FUSE's
own magic number, which is what is being tested.
"""
import ctypes
import errno
import os
import struct
import sys

BACK, FRONT = (os.path.abspath(path) for path in sys.argv[1:3])
paths = {1: BACK}
numbers = {BACK: 1}


def number(path):
    if path not in numbers:
        numbers[path] = max(paths) + 1
        paths[numbers[path]] = path
    return numbers[path]


def attributes(path):
    s = os.lstat(path)
    times = [int(s.st_atime), int(s.st_mtime), int(s.st_ctime)]
    parts = [t % 10**9 for t in (s.st_atime_ns, s.st_mtime_ns, s.st_ctime_ns)]
    return struct.pack("<6Q10I", s.st_ino, s.st_size, s.st_blocks, *times, *parts, s.st_mode, s.st_nlink, s.st_uid,
                       s.st_gid, 0, 4096, 0)


def entry(path):
    return struct.pack("<4Q2I", number(path), 0, 0, 0, 0, 0) + attributes(path)


def name_of(data):
    return data.split(b"\0")[0].decode()


def renamed(old, new):
    for path in [p for p in numbers if p == new or p.startswith(new + "/")]:
        paths[numbers.pop(path)] = "/gone"
    for path in [p for p in numbers if p == old or p.startswith(old + "/")]:
        moved = new + path[len(old):]
        numbers[moved] = numbers.pop(path)
        paths[numbers[moved]] = moved


def listing(path, offset, size):
    out = b""
    for at, name in enumerate([".", "..", *sorted(os.listdir(path))]):
        if at < offset:
            continue
        raw = name.encode()
        one = struct.pack("<2Q2I", at + 1, at + 1, len(raw), 0) + raw
        one += b"\0" * (-len(one) % 8)
        if len(out) + len(one) > size:
            break
        out += one
    return out


def answer(code, node, data):
    """The answer's bytes; None where there is none to give."""
    path = paths.get(node, "/gone")
    if code == 26:  # INIT
        return struct.pack("<4I2H2I2HI7I", 7, 31, 65536, 0, 12, 9, 65536, 1, 16, 0, 0, *[0] * 7)
    if code in (2, 36, 42):  # FORGET, INTERRUPT, BATCH_FORGET
        return None
    if code == 1:  # LOOKUP
        return entry(os.path.join(path, name_of(data)))
    if code == 3:  # GETATTR
        return struct.pack("<Q2I", 0, 0, 0) + attributes(path)
    if code == 4:  # SETATTR
        valid, _, handle, size = struct.unpack_from("<2I2Q", data)
        if valid & 8:
            os.truncate(path, size)
        if valid & 1:
            os.chmod(path, struct.unpack_from("<I", data, 68)[0] & 0o7777)
        return struct.pack("<Q2I", 0, 0, 0) + attributes(path)
    if code == 9:  # MKDIR
        made = os.path.join(path, name_of(data[8:]))
        os.mkdir(made, struct.unpack_from("<I", data)[0] & 0o7777)
        return entry(made)
    if code in (10, 11):  # UNLINK, RMDIR
        (os.unlink if code == 10 else os.rmdir)(os.path.join(path, name_of(data)))
        return b""
    if code in (12, 45):  # RENAME, RENAME2
        rest = data[8 if code == 12 else 16:].split(b"\0")
        old = os.path.join(path, rest[0].decode())
        new = os.path.join(paths[struct.unpack_from("<Q", data)[0]], rest[1].decode())
        os.rename(old, new)
        renamed(old, new)
        return b""
    if code == 14:  # OPEN
        flags = struct.unpack_from("<I", data)[0] & ~(os.O_APPEND | os.O_EXCL | os.O_CREAT | os.O_DIRECT)
        return struct.pack("<Q2I", os.open(path, flags), 0, 0)
    if code == 35:  # CREATE
        flags, mode = struct.unpack_from("<2I", data)
        made = os.path.join(path, name_of(data[16:]))
        handle = os.open(made, (flags & ~os.O_APPEND) | os.O_CREAT, mode & 0o7777)
        return entry(made) + struct.pack("<Q2I", handle, 0, 0)
    if code == 15:  # READ
        handle, offset, size = struct.unpack_from("<2QI", data)
        return os.pread(handle, size, offset)
    if code == 16:  # WRITE
        handle, offset, size = struct.unpack_from("<2QI", data)
        return struct.pack("<2I", os.pwrite(handle, data[40:40 + size], offset), 0)
    if code == 17:  # STATFS
        return struct.pack("<5Q4I6I", 10**6, 10**6, 10**6, 10**6, 10**6, 4096, 255, 4096, 0, *[0] * 6)
    if code == 18:  # RELEASE
        os.close(struct.unpack_from("<Q", data)[0])
        return b""
    if code == 20:  # FSYNC
        os.fsync(struct.unpack_from("<Q", data)[0])
        return b""
    if code == 27:  # OPENDIR
        return struct.pack("<Q2I", 0, 0, 0)
    if code == 28:  # READDIR
        _, offset, size = struct.unpack_from("<2QI", data)
        return listing(path, offset, size)
    if code in (25, 29, 30, 34, 38):  # FLUSH, RELEASEDIR, FSYNCDIR, ACCESS, DESTROY
        return b""
    raise OSError(errno.ENOSYS, "not here")


def main():
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other".encode()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"passthrough", FRONT.encode(), b"fuse", 0, options) != 0:
        sys.exit(os.strerror(ctypes.get_errno()))
    while True:
        try:
            request = os.read(device, 1 << 20)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINTR):
                continue
            return  # unmounted
        _, code, unique, node = struct.unpack_from("<2I2Q", request)
        try:
            body, error = answer(code, node, request[40:]), 0
        except OSError as failure:
            body, error = b"", -(failure.errno or errno.EIO)
        if body is not None:
            os.write(device, struct.pack("<IiQ", 16 + len(body), error, unique) + body)


main()
