"""What the operating system may take from the program: no core, no reading by others, nothing from a crash.

And the screen: it locks when it should, and at once when it is told to.
"""
import ctypes
import os
import re
import shutil
import signal
import statistics
import subprocess
import time

import pytest
from conftest import HERE, PROGRAM, Terminal
from test_day import Home

CANARY = b"Zebrafinch"
NOBODY = 65534
REAL_IDLE = os.environ.get("MAINSTAY_REAL_IDLE") is not None
PRESSES = int(os.environ.get("MAINSTAY_PANIC_PRESSES", "20"))

pytestmark = pytest.mark.skipif(
    os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
)


@pytest.fixture
def small(tmp_path):
    """A record of one child: it opens fast."""
    home = Home(tmp_path)
    home.secret.write_text("five made up words for tests\n")
    home.run("init")
    home.run("note", stdin="new Zebrafinch 09:00 she came")
    return home


# T17: core files and other programs


def as_nobody(command):
    """The command under an ordinary user, where the test is root; as it is otherwise."""
    if os.geteuid() != 0:
        return command
    if not shutil.which("setpriv"):
        pytest.skip("root cannot play an ordinary user here: no setpriv")
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all", *command]


@pytest.fixture
def plain_folder(tmp_path):
    """A folder that the ordinary user may enter and write."""
    for folder in [tmp_path, *tmp_path.parents]:
        if os.geteuid() == 0 and str(folder).startswith("/tmp/pytest"):
            os.chmod(folder, 0o755)
    if os.geteuid() == 0:
        os.chown(tmp_path, NOBODY, NOBODY)
    return tmp_path


def gcore(pid, folder):
    done = subprocess.run(as_nobody(["gcore", "-o", str(folder / "core"), str(pid)]), cwd=folder,
                          capture_output=True, text=True, timeout=120, check=False)
    return done, list(folder.glob("core.*"))


@pytest.mark.skipif(not shutil.which("gcore"), reason="gcore (gdb) is not here")
def test_the_same_user_gets_no_core(terminal, plain_folder):
    other = subprocess.Popen(as_nobody(["sleep", "60"]))
    try:
        done, cores = gcore(other.pid, plain_folder)
        if not cores:
            pytest.skip(f"this system gives nobody a core: {done.stderr.strip()[-200:]}")
        for core in cores:
            core.unlink()
    finally:
        other.kill()
        other.wait()
    home = Home(plain_folder)
    home.secret.write_text("five made up words for tests\n")
    home.run("init")
    home.run("note", stdin="new Zebrafinch 09:00 she came")
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(plain_folder)], check=True)
    command = as_nobody([PROGRAM, "--vault", str(home.vault)])
    t = terminal(command[1:], program=command[0], env=home.env, cols=100, rows=30).expect("Passphrase")
    t.type(home.passphrase()).press("<enter>").expect("Zebrafinch")
    pid = t.child.pid
    with open(f"/proc/{pid}/cmdline", "rb") as file:
        assert file.read().split(b"\0")[0] == PROGRAM.encode(), "setpriv has become the program"
    done, cores = gcore(pid, plain_folder)
    assert not cores and done.returncode != 0, done.stdout
    assert re.search("ptrace|not permitted|can't", done.stderr + done.stdout, re.I), done.stderr
    for name in ("mem", "environ", "maps"):
        read = subprocess.run(as_nobody(["cat", f"/proc/{pid}/{name}"]), capture_output=True, check=False)
        assert read.returncode != 0 and not read.stdout, name
    t.quit()


def test_no_core_is_ever_written(terminal, small):
    t = terminal(["--vault", str(small.vault)], env=small.env).expect("Passphrase")
    with open(f"/proc/{t.child.pid}/limits", encoding="ascii") as file:
        limit = next(line for line in file if line.startswith("Max core file size"))
    assert limit.split()[4:6] == ["0", "0"], limit
    t.press("<c-c>").exit_status()


@pytest.mark.parametrize(
    "how, number", [("trap", signal.SIGILL), ("overflow", signal.SIGSEGV), ("abort", signal.SIGABRT)]
)
def test_a_crash_prints_and_leaves_nothing(terminal, rehearsal, tmp_path, how, number):
    """stderr goes to a file, as when it is kept for a report; the backtracer of Swift would fill it."""
    errors = tmp_path / "errors"
    script = f'ulimit -c unlimited; cd "{tmp_path}"; exec "$0" _trap {how} 2>"{errors}"'
    t = terminal(["-c", script, PROGRAM], program="/bin/bash", env={"SWIFT_BACKTRACE": "enable=yes,color=no"})
    t.expect("Zebrafinch")
    before = len(t.output)
    t.press("x")
    assert t.exit_status() in (-number, -signal.SIGTRAP)
    assert CANARY not in t.output[before:]
    assert errors.read_bytes().count(CANARY) == 0
    assert b"Registers" not in errors.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["errors"], "no core beside it"


# T18: the screen


SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
// The machine's clock, put forward by as many seconds as stand in the file.
int clock_gettime(clockid_t which, struct timespec *now) {
  static int (*real)(clockid_t, struct timespec *);
  static volatile long *ahead;
  if (!real) {
    real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    ahead = mmap(0, sizeof(long), PROT_READ, MAP_SHARED, open(getenv("AHEAD"), O_RDONLY | O_CLOEXEC), 0);
  }
  int result = real(which, now);
  if (which == CLOCK_REALTIME) now->tv_sec += *ahead;
  return result;
}
"""


class Clock:
    """Puts the program's clock forward, so that five minutes take three seconds."""

    def __init__(self, folder):
        compiler = shutil.which("cc") or shutil.which("clang") or swift_clang()
        if not compiler:
            pytest.skip("no C compiler: neither cc nor Swift's clang")
        self.file = folder / "ahead"
        self.put(0)
        source, self.library = folder / "clock.c", folder / "clock.so"
        source.write_text(SHIM)
        subprocess.run([compiler, "-shared", "-fPIC", "-o", str(self.library), str(source), "-ldl"], check=True)
        self.env = {"LD_PRELOAD": str(self.library), "AHEAD": str(self.file)}

    def put(self, seconds):
        with open(self.file, "r+b" if self.file.exists() else "wb") as file:
            file.write(ctypes.c_long(seconds))


def swift_clang():
    swift = shutil.which("swift")
    beside = os.path.join(os.path.dirname(os.path.realpath(swift)), "clang") if swift else ""
    return beside if os.access(beside, os.X_OK) else None


@pytest.mark.parametrize("minutes", [5, 1])
def test_the_screen_locks_after_five_minutes_without_a_key(terminal, small, tmp_path, minutes):
    clock = Clock(tmp_path)
    env = dict(small.env, **clock.env, XDG_CONFIG_HOME=str(tmp_path))
    if minutes != 5:
        (tmp_path / "mainstay").mkdir()
        (tmp_path / "mainstay/settings.toml").write_text(f"[lock]\nminutes = {minutes}\n")
    t = terminal(["--vault", str(small.vault)], cols=100, rows=30, env=env).expect("Passphrase")
    t.type(small.passphrase()).press("<enter>").expect("Zebrafinch")
    start = time.monotonic()
    t.child.send("j")
    t.settle()
    ahead = 0 if REAL_IDLE else minutes * 60 - 3
    if REAL_IDLE:
        time.sleep(minutes * 60 - 3 - (time.monotonic() - start))
    clock.put(ahead)
    t.resize(101, 30)  # the program looks at the clock when something happens; a key would begin anew
    assert re.search(r"locks in [123] s", t.text()), t.text()
    t.expect("locked", limit=10)
    waited = time.monotonic() - start + ahead
    print(f"\nlocked {waited:.2f} s after the last key; {minutes * 60} was set")
    assert abs(waited - minutes * 60) <= 1
    assert "Zebrafinch" not in t.text() and "Passphrase" in t.text()


def until(t, pattern, limit=20.0):
    """Reads as bytes come, without waiting for quiet."""
    start = time.monotonic()
    while not re.search(pattern, t.text()):
        assert not t.ended and time.monotonic() - start < limit, t.text()
        t.read(0.05)


def test_the_panic_key_blanks_at_once(terminal, small):
    """From the key to the whole screen erased, and to no name on it; measured at the terminal's end."""
    t = terminal(["--vault", str(small.vault)], cols=100, rows=30, env=small.env)
    took = []
    for number in range(PRESSES):
        until(t, "Passphrase")
        t.child.send(small.passphrase() + "\r")
        until(t, "Zebrafinch")
        t.settle(quiet=0.04)  # the rest of the page is not what the key is answered with
        before = len(t.output)
        start = time.perf_counter()
        t.child.send("\x1b[24~" if number % 2 else "\x18")
        while b"\x1b[2J" not in t.output[before:] and b"\x1b[J" not in t.output[before:]:
            assert t.read(1.0), "not blanked"
        took.append((time.perf_counter() - start) * 1000)
        assert "Zebrafinch" not in t.text()
        assert CANARY not in t.output[before:]
    took.sort()
    p99 = took[max(0, int(len(took) * 0.99 + 0.5) - 1)]
    print(f"\npanic key to blank, {PRESSES} presses: p50 {statistics.median(took):.1f} ms, p99 {p99:.1f} ms, "
          f"most {took[-1]:.1f} ms")
    assert p99 <= 50
    until(t, "Passphrase")
    t.press("<c-c>")
    assert t.exit_status() == 0
    assert "Zebrafinch" not in t.text()


def test_the_title_never_changes(terminal, small):
    t = terminal(["--vault", str(small.vault)], cols=100, rows=30, env=small.env).expect("Passphrase")
    t.type(small.passphrase()).press("<enter>").expect("Zebrafinch")
    t.press("<enter>").press("<esc>").press("/").type("zebra").press("<esc>").press("<c-x>").expect("Passphrase")
    t.press("<c-c>").exit_status()
    titles = set(re.findall(rb"\x1b\]\d+;([^\x07\x1b]*)", t.output))
    assert titles == {b"Mainstay"}
    assert t.strange() == []


def test_arguments_and_the_process_name_say_nothing_of_a_child(terminal, small):
    t = terminal(["--vault", str(small.vault)], cols=100, rows=30, env=small.env).expect("Passphrase")
    t.type(small.passphrase()).press("<enter>").expect("Zebrafinch")
    t.press("<enter>").press("n").type("zebrafinch call 10:00 5m said")
    for name in ("cmdline", "comm"):
        with open(f"/proc/{t.child.pid}/{name}", "rb") as file:
            said = file.read()
        assert b"ebrafinch" not in said and small.passphrase().encode() not in said
    t.press("<c-x>").expect("Passphrase").press("<c-c>").exit_status()


# Wrong passphrases


def test_the_wait_after_a_wrong_passphrase_is_shown_and_kept(terminal, small):
    t = terminal(["--vault", str(small.vault)], cols=100, rows=30, env=small.env).expect("Passphrase")
    for wait in (1, 2):
        t.child.send("a wrong one that is long enough\r")
        until(t, f"the next try is in {wait} s")
        start = time.monotonic()
        t.child.send(small.passphrase() + "\r")  # thrown away
        until(t, "nothing shows while you type")
        assert wait - 0.3 <= time.monotonic() - start <= wait + 1
    t.child.send(small.passphrase() + "\r")
    until(t, "Zebrafinch")
    t.quit()


@pytest.fixture
def prompt(small):
    """A command without a screen of its own, that asks for the passphrase."""
    t = Terminal(["today", "--vault", str(small.vault)], cols=100, rows=30, env=small.env)
    yield t
    if not t.child.closed:
        t.child.close(force=True)


def test_the_prompt_shows_nothing_waits_and_gives_up_after_three(prompt):
    t = prompt
    wrong = "a wrong one that is long enough"
    start = time.monotonic()
    for wait in (1, 2, None):
        until(t, r"Passphrase: ?$")
        t.child.send("typos\x15" + wrong + "xx\x7f\x7f\n")
        if wait:
            until(t, f"The next try is in {wait} s")
            t.child.send("unseen\n")  # typed during the wait: neither shown nor taken
    assert t.exit_status() == 3
    assert time.monotonic() - start >= 3
    assert b"wrong one" not in t.output and b"unseen" not in t.output and b"*" not in t.output


def test_the_prompt_opens_with_the_second_try(prompt):
    t = prompt
    until(t, "Passphrase:")
    t.child.send("wrong\n")
    until(t, r"next try is in 1 s[^$]*Passphrase: ?$")
    t.child.send("fivX\x7fe made up words for tests\n")
    assert t.exit_status() == 0
    assert "Zebrafinch" in t.text()
    assert b"made up" not in t.output


def test_ctrl_c_at_the_prompt_ends_with_the_echo_on(small):
    script = os.path.join(HERE, "jobshell.py")
    import pexpect
    child = pexpect.spawn("/usr/bin/python3", [script, PROGRAM, "today", "--vault", str(small.vault)],
                          env=small.env, timeout=20)
    child.expect("Passphrase: ")
    child.send("half\x03")
    child.expect(r"EXITED (-?\d+) (\w+)")
    assert child.match.groups() == (b"-2", b"restored")


# Swap


def computer(folder, swaps, files=None):
    """A made-up computer with these swap areas; each lies on device 253:0."""
    (folder / "proc").mkdir(parents=True)
    head = "Filename\tType\tSize\tUsed\tPriority\n"
    (folder / "proc/swaps").write_text(head + "".join(f"{area}\tpartition\t8\t0\t-2\n" for area in swaps))
    for area in swaps:
        path = folder / area.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("253:0")
    for name, text in (files or {}).items():
        path = folder / "sys/dev/block/253:0" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return {"MAINSTAY_TEST_COMPUTER": str(folder)}


def run(home, env, *arguments):
    command = [PROGRAM, *arguments, "--vault", str(home.vault), "--passphrase-file", str(home.secret)]
    done = subprocess.run(command, env=dict(home.env, **env), capture_output=True, text=True, timeout=60, check=True)
    return done.stderr


def test_swap_in_clear_is_said_once_on_each_computer(terminal, small, tmp_path):
    env = computer(tmp_path / "computer", ["/dev/sda5"])
    assert "unencrypted (swap: /dev/sda5)" in run(small, env, "today")
    assert run(small, env, "today") == "", "once"
    os.unlink(small.folder / ".local/state/mainstay/swap-warned")
    t = terminal(["--vault", str(small.vault)], cols=160, rows=30, env=dict(small.env, **env)).expect("Passphrase")
    t.type(small.passphrase()).press("<enter>").expect("unencrypted")
    t.quit()
    assert run(small, env, "today") == ""


def test_encrypted_swap_is_quiet(small, tmp_path):
    env = computer(tmp_path / "computer", ["/dev/dm-0"], {"dm/uuid": "CRYPT-LUKS2-x"})
    assert run(small, env, "today") == ""
    assert not (small.folder / ".local/state/mainstay/swap-warned").exists()
