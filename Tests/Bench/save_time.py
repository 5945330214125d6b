#!/usr/bin/env python3
"""How long Enter takes until "Saved" is on the screen, durable, beside a bare write and fdatasync.

  MAINSTAY=.build/release/mainstay Tests/Bench/save_time.py [--notes 200] [--json FILE]

One note a round: the line is typed and the screen settles; then Enter, until the last byte of the frame
that says "Saved" has come. Between the notes a bare loop appends as many bytes as a note adds to the
log, to a file on the same disk, and waits for fdatasync. The p99 of the frame is to be at most ten
times the limit, which is the median of that loop in the same run; beside its p99 stands the kinder
figure, p99 by p99, which a busy disk makes small. Fewer than 100 notes give no verdict. No emulator
takes part: only bytes are read.
"""

import argparse
import json
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

QUIET = 0.05  # nothing has come for so long: the program waits
# Nothing has come for so long: the frame is whole. What comes later is another one: the minute's.
WHOLE = 0.008


class Desk:
    """The program in a pty, read as bytes."""

    def __init__(self, command, env):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, env)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def send(self, text):
        os.write(self.fd, text.encode())

    def until(self, words, limit=60.0):
        """Reads until these bytes have come; the moment at which they had."""
        seen = b""
        end = time.perf_counter() + limit
        while words not in seen:
            if not select.select([self.fd], [], [], max(0, end - time.perf_counter()))[0]:
                sys.exit(f"{words!r} never came; last: {seen[-300:]!r}")
            seen += os.read(self.fd, 65536)
        return time.perf_counter()

    def settle(self, quiet=QUIET):
        """Reads until nothing comes any more: the moment of the last byte."""
        last = time.perf_counter()
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                if not os.read(self.fd, 65536):
                    break
            except OSError:
                break
            last = time.perf_counter()
        return last


def bare(fd, size):
    """The limit: so many bytes appended, and on the disk."""
    start = time.perf_counter()
    os.write(fd, b"x" * size)
    os.fdatasync(fd)
    return time.perf_counter() - start


def spread(times):
    ordered = sorted(times)
    at = lambda part: ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000
    return {"p50": round(at(0.50), 3), "p90": round(at(0.90), 3), "p99": round(at(0.99), 3)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--at", help="a folder on the disk to be measured")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("MAINSTAY", ".build/release/mainstay"))
    folder = Path(tempfile.mkdtemp(prefix="save-time-", dir=options.at))
    env = dict(os.environ, HOME=str(folder), TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    vault = folder / "vault"
    try:
        made = subprocess.run([program, "demo", "--no-open", "--vault", str(vault)], env=env, check=True,
                              capture_output=True)
        desk = Desk([program, "--vault", str(vault)], env)
        desk.until(b"Passphrase")
        desk.settle()
        desk.send(made.stdout.decode().strip() + "\r")
        desk.until(b"MISSING")
        desk.settle(1.0)
        beside = os.open(folder / "beside", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        log = vault / "log"
        saves, frames, limits, sizes = [], [], [], []
        for number in range(options.notes + 5):
            before = log.stat().st_size
            desk.send("n")
            desk.settle()
            desk.send(f"ardit visit 14:20 45m alone calm, showed me the level he was given, number {number}")
            desk.settle()
            start = time.perf_counter()
            desk.send("\r")
            said = desk.until(b"Saved")
            last = desk.settle(WHOLE)
            desk.settle()
            size = log.stat().st_size - before
            limit = bare(beside, size)
            if number >= 5:  # the first ones warm the caches of both
                saves.append(said - start)
                frames.append(max(said, last) - start)
                limits.append(limit)
                sizes.append(size)
        desk.send("q")
        desk.settle(0.5)
        os.close(desk.fd)
        os.waitpid(desk.pid, 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    result = {"notes": len(saves), "bytes": statistics.median(sizes), "saved": spread(saves),
              "frame": spread(frames), "limit": spread(limits)}
    ratio = result["frame"]["p99"] / result["limit"]["p50"]
    kinder = result["frame"]["p99"] / result["limit"]["p99"]
    middle = result["frame"]["p50"] / result["limit"]["p50"]
    result["ratio"] = {"p50": round(middle, 1), "p99": round(ratio, 1), "p99ByP99": round(kinder, 1)}
    print(f"{'ms':34}{'p50':>8}{'p90':>8}{'p99':>8}")
    for name, words in (("limit", "write and fdatasync, the same bytes"), ("saved", "Enter until Saved is said"),
                        ("frame", "Enter until the frame is whole")):
        row = result[name]
        print(f"{words:34}{row['p50']:8}{row['p90']:8}{row['p99']:8}")
    if options.json:
        options.json.write_text(json.dumps(result) + "\n")
    met = ratio <= 10
    print(f"save-time: {'met' if met else 'NOT MET'}: {len(saves)} notes of {result['bytes']:.0f} bytes, p99 "
          f"{ratio:.1f} times the limit, at most 10 (by the limit's own p99 {kinder:.1f}; p50 by p50 {middle:.1f})")
    if len(saves) < 100:
        print("save-time: fewer than 100 notes: no verdict")
    return 0 if met or len(saves) < 100 else 1


if __name__ == "__main__":
    sys.exit(main())
