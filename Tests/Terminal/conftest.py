"""Drives the real program in a pseudo-terminal and looks at what an independent emulator shows.

    MAINSTAY=/path/to/mainstay pytest Tests/Terminal

A scenario reads like what a guardian does:

    def test_note(terminal, vault):
        t = terminal(["--vault", vault], cols=120, rows=36)
        t.expect("Passphrase").type("…").press("<enter>").expect("Today")
        t.press("n").type("thanh visit 45m settled").press("<enter>").expect("Saved")
        assert t.quit().exit_status() == 0
"""
import os
import re
import signal
import subprocess
import sys
import time

import pexpect
import pyte
import pytest

sys.path.insert(0, os.path.dirname(__file__))
from emulator import Emulator, private_modes, strange_sequences  # noqa: E402

# What the shell that started the tests ignores (nohup; a job without job control), the programs under
# test would ignore too: "told to end" would then mean nothing.
for ignored in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    if signal.getsignal(ignored) == signal.SIG_IGN:
        signal.signal(ignored, signal.SIG_DFL)

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.path.abspath(os.environ.get("MAINSTAY", os.path.join(ROOT, ".build/debug/mainstay")))

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "s-tab": "\x1b[Z", "bs": "\x7f", "del": "\x1b[3~", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pgup": "\x1b[5~", "pgdn": "\x1b[6~", "f1": "\x1bOP", "f3": "\x1bOR", "f12": "\x1b[24~", "lt": "<",
}


def key_bytes(keys):
    """`jj<down><c-x>` as what a terminal sends."""

    def one(match):
        name = match.group(1)
        if name.startswith("c-"):
            return chr(ord(name[2].upper()) & 0x1F)
        if name.startswith("a-"):
            return "\x1b" + name[2]
        return KEYS[name]

    return re.sub(r"<([a-z0-9-]+)>", one, keys)


class Terminal:
    """The program at work. Methods that act answer the terminal itself, so that steps chain."""

    def __init__(self, args, cols=80, rows=24, env=None, program=None, term="xterm-256color"):
        # Names in these would choose what is tested.
        inherited = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLORTERM", "MAINSTAY_VAULT")}
        full = dict(inherited, TERM=term, LANG="C.UTF-8", LC_ALL="C.UTF-8")
        full.update(env or {})
        command = [program or PROGRAM, *args]
        self.screen = Emulator(cols, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.output = b""
        self.child = pexpect.spawn(command[0], command[1:], dimensions=(rows, cols), env=full, timeout=None)
        self.child.delaybeforesend = None
        self.ended = False

    # What is done to it

    def press(self, keys):
        """Keys, `<…>` being named ones; each call is sent at once, then the screen settles."""
        return self.send(key_bytes(keys))

    def type(self, text):
        """Text as it stands."""
        return self.send(text)

    def paste(self, text):
        return self.send("\x1b[200~" + text + "\x1b[201~")

    def send(self, data):
        self.child.send(data)
        return self.settle()

    def resize(self, cols, rows):
        self.screen.resize(rows, cols)
        self.child.setwinsize(rows, cols)
        return self.settle()

    def quit(self):
        """The key that leaves, and Enter where it asks first."""
        self.press("q")
        if not self.ended and b"EXITED" not in self.output:
            self.press("<enter>")
        return self

    def kill(self, number, pid=None):
        os.kill(pid or self.child.pid, number)
        return self.settle()

    def hang_up(self):
        """The terminal's window is closed."""
        # Through the object that owns it: the number may be another file's the moment it is free.
        self.child.ptyproc.fileobj.close()
        self.child.ptyproc.closed = self.child.closed = True

    # Waiting

    def settle(self, quiet=0.15, limit=20.0):
        """Reads until nothing has come for a while."""
        start = last = time.monotonic()
        while not self.ended and time.monotonic() - last < quiet and time.monotonic() - start < limit:
            if self.read(0.03):
                last = time.monotonic()
        return self

    def read(self, timeout):
        try:
            data = self.child.read_nonblocking(65536, timeout=timeout)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            self.ended = True
            return False
        self.output += data
        self.stream.feed(data)
        return True

    def expect(self, pattern, limit=20.0):
        """Waits until the screen matches."""
        start = time.monotonic()
        while not re.search(pattern, self.text()):
            if self.ended or time.monotonic() - start > limit:
                raise AssertionError(f"{pattern!r} is not on the screen:\n{self.text()}")
            self.read(0.05)
        return self.settle()

    def shown(self, limit=20.0):
        """Waits for the first whole screen, or for the end of a program that will not show one."""
        start = time.monotonic()
        while not self.ended and time.monotonic() - start < limit:
            if self.modes().get(1049) and self.text().strip():
                break
            self.read(0.05)
        return self.settle()

    def exit_status(self, limit=20.0):
        """Waits for the end; a negative number is a signal."""
        start = time.monotonic()
        while not self.ended and time.monotonic() - start < limit:
            self.read(0.05)
        assert self.ended, f"still running:\n{self.text()}"
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus

    # What is to be seen

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def text(self):
        return "\n".join(self.lines()).rstrip()

    def row_of(self, pattern):
        """The first row that matches, counted from 0."""
        for number, line in enumerate(self.lines()):
            if re.search(pattern, line):
                return number
        raise AssertionError(f"{pattern!r} is on no row:\n{self.text()}")

    def cell(self, column, row):
        """pyte's cell: .data, .fg, .bg, .bold, .reverse, .underscore."""
        return self.screen.buffer[row][column]

    def modes(self):
        return private_modes(self.output)

    def strange(self):
        return strange_sequences(self.output)


@pytest.fixture
def terminal():
    """terminal(args, cols=80, rows=24, env={}, keys=""): starts the program and lets it settle."""
    if not os.access(PROGRAM, os.X_OK):
        pytest.skip(f"no program at {PROGRAM}: build it or set MAINSTAY")
    started = []

    def start(args=(), cols=80, rows=24, env=None, keys="", **rest):
        one = Terminal(list(args), cols, rows, env, **rest)
        started.append(one)
        one.shown()
        if keys:
            one.press(keys)
        return one

    yield start
    for one in started:
        if not one.child.closed:
            one.child.close(force=True)


@pytest.fixture
def under_shell(terminal):
    """The same under a shell with job control that tells how the terminal was left."""

    def start(args=(), **rest):
        one = terminal([os.path.join(HERE, "jobshell.py"), PROGRAM, *args], program="/usr/bin/python3", **rest)
        one.pid = int(re.search(rb"PID (\d+)", one.output).group(1))
        return one

    return start


PASSPHRASE = "fourteen children who do not exist"  # the sample caseload's own


@pytest.fixture(scope="session")
def vault(tmp_path_factory):
    """A record on disk with the sample caseload."""
    if not os.access(PROGRAM, os.X_OK):
        pytest.skip(f"no program at {PROGRAM}: build it or set MAINSTAY")
    folder = str(tmp_path_factory.mktemp("record") / "vault")
    done = subprocess.run(
        [PROGRAM, "demo", "--vault", folder, "--no-open"], capture_output=True, timeout=120, check=False
    )
    if done.returncode != 0:
        pytest.skip("this program makes no sample caseload")
    return folder


def has_rehearsal():
    """Debug builds have a hidden command that dies on the screen."""
    try:
        done = subprocess.run(
            [PROGRAM, "_trap", "--help"], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"_trap" in done.stdout


@pytest.fixture
def rehearsal(under_shell):
    """rehearsal(how): a screen that dies of its first key."""
    if not has_rehearsal():
        pytest.skip("this build has no `_trap` command (release builds have none)")

    def start(how, **rest):
        return under_shell(["_trap", how], **rest).expect("Zebrafinch")

    return start


@pytest.fixture
def front(request):
    """Arguments that bring the program to a screen with children on it.

    A throw-away front end may be put in its place: MAINSTAY_FRONT="--theme mono".
    """
    words = os.environ.get("MAINSTAY_FRONT")
    return words.split() if words is not None else ["demo"]
