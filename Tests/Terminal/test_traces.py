"""A guardian's day under strace: what of a child leaves the program, and where to.

The record is made, notes are imported and typed, searched, sorted and exported to a pipe that is cut, the program
crashes and is locked; every write of it is looked at for made-up names. Prints its counts (`pytest -s`); README
quotes them.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys

import pytest
from conftest import PROGRAM, has_rehearsal
from machine import forms, key_forms
from test_core import until
from test_day import PASSPHRASE, Home
from traced import BLIND, SOCKETS, Trace, tracing

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Reader"))
import read_record  # noqa: E402

pytestmark = [
    pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here"),
    pytest.mark.skipif(
        os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
    ),
]

# Parts of words, so that folding, capitals and a cut at an edge hide none of them.
CANARIES = ["ebrafinch", "uillwort", "arzipan", "imbleweed", "Zebrafinch"]
TYPED = int(os.environ.get("MAINSTAY_TRACE_NOTES", "50"))
# Long enough together that sorting them would spill into a file, were it let.
LONG_NOTES, LONG_WORDS = int(os.environ.get("MAINSTAY_TRACE_LONG_NOTES", "160")), 3000


class Day:
    """A home whose programs run under strace, one log each."""

    def __init__(self, folder, terminal):
        self.folder = folder
        self.terminal = terminal
        self.logs = []
        self.errors = b""
        self.home = self.record("day")

    def record(self, name):
        """A record of its own, of which every file counts."""
        (self.folder / name).mkdir()
        home = Home(self.folder / name)
        home.secret.write_text(PASSPHRASE + "\n")
        assert self.run("init", home=home).returncode == 0
        return home

    def log(self):
        self.logs.append(self.folder / f"trace{len(self.logs)}")
        return self.logs[-1]

    def run(self, *arguments, stdin="", home=None):
        """A command, as a script runs it: standard output is a pipe."""
        home = home or self.home
        command = ["strace", *tracing(self.log()), PROGRAM, *map(str, arguments), "--vault", str(home.vault),
                   "--passphrase-file", str(home.secret)]
        done = subprocess.run(command, input=stdin.encode(), capture_output=True, env=home.env, timeout=300,
                              check=False)
        self.errors += done.stderr
        return done

    def show(self, *arguments):
        return self.terminal([*tracing(self.log()), PROGRAM, *arguments], program=shutil.which("strace"),
                             env=self.home.env, cols=120, rows=36)

    def unlocked(self):
        t = self.show("--vault", str(self.home.vault)).expect("Passphrase")
        t.child.send(PASSPHRASE + "\r")
        until(t, "Today", limit=60)
        return t.settle()


def imported(day, home, count, words):
    path = home.folder / "notes.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            # A canary on every page of it: not all of a text goes to the file that part of it spills to.
            body = " ".join(f"w{(number * 7919 + n * n) % 9973}" if n % 40 else "marzipan" for n in range(words))
            row = {"ref": "K31", "name": "Zebrafinch Quillwort", "kind": "visit", "body": body,
                   "at": f"2026-{1 + number % 10:02d}-{1 + number % 28:02d}T10:00"}
            file.write(json.dumps(row) + "\n")
    assert day.run("import", "notes", path, home=home).returncode == 0
    path.unlink()


def sorted_at_length(day):
    """A record so large that what it sorts would go to a file."""
    home = day.record("long")
    imported(day, home, LONG_NOTES, LONG_WORDS)
    found = day.run("search", "--json", stdin="marzipan", home=home)
    assert json.loads(found.stdout)["count"] == LONG_NOTES


@pytest.fixture
def day(tmp_path, terminal):
    """The day, done."""
    day = Day(tmp_path, terminal)
    home = day.home
    sorted_at_length(day)
    imported(day, home, 40, 20)
    assert day.run("note", stdin="zebrafinch call 08:30 5m marzipan by pipe").returncode == 0
    assert day.run("note", stdin="nobody-here visit thimbleweed").returncode == 4, "refused, and printed back"
    found = day.run("search", "--json", stdin="marzipan")
    assert json.loads(found.stdout)["count"] == 41
    day.found = found.stdout
    for command in (["today"], ["timeline", "K31"], ["flags"], ["due"], ["child", "K31"], ["verify"]):
        assert day.run(*command).returncode == 0, command
    day.exported = cancelled_export(day)

    t = day.unlocked()
    for start in range(0, TYPED, 10):
        for number in range(start, min(start + 10, TYPED)):
            t.child.send(f"nzebrafinch call 09:{number % 60:02d} 5m thimbleweed said {number}\r")
            t.read(0.05)
        t.settle()
    t.expect("Saved")
    for keys in ["2", "3", "4", "1", "j", "<enter>", "<esc>", "s", "P", "P"]:
        t.press(keys)
    t.press(":").type("search").press("<enter>").type("thimbleweed").press("<enter>").press("<esc>").press("<esc>")
    t.press("n").type("zebrafinch call 11:00 a draft of marzipan").press("<esc>").press("<enter>")
    t.press("n").type("zebrafinch call 11:00 another thimbleweed draft")
    t.press("<f12>").expect("Passphrase", limit=60)
    t.child.send(PASSPHRASE + "\r")
    until(t, "Today", limit=60)
    t.settle()
    (child,) = children_of(t.child.pid)
    t.kill(signal.SIGSEGV, child)
    t.exit_status()
    day.shown = t.output
    if has_rehearsal():
        t = day.show("_trap", "trap").expect("Zebrafinch")
        t.press("x").exit_status()
        day.crashed = t.output
    return day


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [int(number) for number in file.read().split()]


def cancelled_export(day):
    """`mainstay export jsonl | head -c 3000`: the reader goes away half way."""
    command = ["strace", *tracing(day.log()), PROGRAM, "export", "jsonl", "--vault", str(day.home.vault),
               "--passphrase-file", str(day.home.secret)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=day.home.env) as child:
        taken = child.stdout.read(3000)
        child.stdout.close()
        day.errors += child.stderr.read()
    return taken


def keys_of(home):
    """Key material of the record, had by the second reader."""
    header = read_record.Doors(str(home.vault)).first
    vmk, seed = header.unlock(header.stretch(PASSPHRASE))
    rows = read_record.read_keys((home.vault / "keys").read_bytes(), header, header.epochs(vmk), seed).values()
    return [vmk, seed, *(row[2] for row in rows if row[2])]


def test_no_word_of_a_child_goes_anywhere_but_where_it_was_asked(day):
    home = day.home
    trace = Trace(*day.logs)
    words = [form for canary in CANARIES for form in forms(canary).values()]
    secrets = [form for form in forms(PASSPHRASE).values()]
    secrets += [form for key in keys_of(home) for form in key_forms(key).values()]

    shown = piped = 0
    for call in trace.holding(words):
        if call.target.startswith("/dev/pts/") or call.target == "/dev/tty":
            shown += 1
        elif call.descriptor == 1 and call.target.startswith("pipe:"):
            piped += 1
        else:
            raise AssertionError(f"words of a child went to {call.target!r}: {call}")
    assert trace.holding(secrets) == [], "a key or the passphrase was written"
    assert trace.naming(words + secrets) == [], "a path, an argument or the environment holds a word of a child"
    print(f"\nin {len(trace.calls)} calls: canary writes to the terminal {shown}, to a pipe that was asked for {piped}, "
          "elsewhere 0; keys and passphrase 0")
    assert shown > 10 and piped > 3, "the trace saw too few names to prove anything"
    assert b"marzipan" in day.found and b"arzipan" in day.exported
    assert not any(word in day.errors for word in words), "stderr says no name"

    homes = [home.folder, home.folder.parent / "long"]
    allowed = tuple(str(folder / name) for folder in homes for name in ("vault", ".local/state"))
    inside = outside = 0
    for path in trace.opened_for_writing():
        if path.startswith(allowed) or any(name.startswith(path.rstrip("/") + "/") for name in allowed):
            inside += 1  # in them, or a folder on the way to them
        else:
            assert path in ("/dev/tty", "/dev/null") or path.startswith("/dev/pts/"), f"opened for writing: {path}"
            outside += 1
    assert inside > TYPED
    for call in trace.calls:
        assert not re.match(r"/(?:var/)?tmp/", call.path) or call.path.startswith(str(day.folder)), call
    sockets = trace.named(SOCKETS)
    assert sockets == [] and trace.named(BLIND) == [] and trace.shared_maps() == []
    print(f"opened for writing: {inside} in the record and the state folder, {outside} terminals, 0 others; "
          f"in /tmp or /var/tmp 0; sockets {len(sockets)}")

    for path in day.folder.rglob("*"):
        if path.is_file() and path not in day.logs and path.name != "secret":
            data = path.read_bytes()
            assert not any(needle in data for needle in words + secrets), path

    # After a crash the screen was erased, and nothing came after it.
    for output in [day.shown] + ([day.crashed] if has_rehearsal() else []):
        left = output[output.rindex(b"\x1b[2J"):]
        assert b"\x1b[?1049l" in left and not any(word in left for word in words)
        assert b"Registers" not in output and b"Backtrace" not in output
