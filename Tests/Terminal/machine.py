"""What the operating system knows of a running program: its memory, and where its pages may go.

Reading another process's memory needs root, since the program lets nobody else do it: `needs_root` skips with that
reason.
"""
import os
import re

import pytest

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="reading /proc/PID/mem of this program needs root")


def forms(text):
    """A text as the bytes that any part of a program may hold it in."""
    return {"UTF-8": text.encode(), "UTF-16": text.encode("utf-16-le"), "wide": text.encode("utf-32-le")}


def key_forms(key):
    """A key as its bytes, and written in hexadecimal."""
    return {"bytes": key, "hex": key.hex().encode(), "HEX": key.hex().upper().encode()}


class Hits:
    """Where something was found: in locked pages or in others."""

    def __init__(self):
        self.locked = self.elsewhere = 0
        self.places = []

    @property
    def all(self):
        return self.locked + self.elsewhere

    def __repr__(self):
        return f"{self.all} ({self.locked} in locked pages){' ' + ' '.join(self.places[:4]) if self.places else ''}"


def regions(pid):
    """(start, end, name, flags) of each readable mapping; flags as in smaps: `lo` locked, `dd` in no core."""
    found, head = [], None
    with open(f"/proc/{pid}/smaps", encoding="utf-8", errors="replace") as file:
        for line in file:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)", line)
            if match:
                head = match
            elif line.startswith("VmFlags:") and "r" in head.group(3) and not head.group(4).startswith("[v"):
                start, end = (int(head.group(n), 16) for n in (1, 2))
                found.append((start, end, head.group(4), line.split()[1:]))
    return found


def scan(pid, needles):
    """{name: Hits} for {name: {form: bytes}}, over all the memory of a process."""
    hits = {name: Hits() for name in needles}
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name, flags in regions(pid):
            data = read(memory, start, end)
            for needle, written in needles.items():
                for form, wanted in written.items():
                    count = data.count(wanted)
                    if count:
                        kind = "locked" if "lo" in flags and "dd" in flags else "elsewhere"
                        setattr(hits[needle], kind, getattr(hits[needle], kind) + count)
                        if kind == "elsewhere":
                            hits[needle].places.append(f"{count} as {form} in {name or 'anonymous'}")
    return hits


def read(memory, start, end):
    """The bytes of a mapping, as far as they can be read."""
    parts = []
    at = start
    while at < end:
        try:
            memory.seek(at)
            part = memory.read(min(end - at, 1 << 24))
        except (OSError, ValueError, OverflowError):
            break
        if not part:
            break
        parts.append(part)
        at += len(part)
    return b"".join(parts)


def total(hits, names=None):
    return sum(found.all for name, found in hits.items() if names is None or name in names)
