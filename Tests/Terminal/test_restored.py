"""The terminal is as it was, however the program ends; and nothing of a child is left on it."""
import os
import re
import signal
import time

import pytest

NAMES = re.compile("Thanh|Nguyễn|Yusuf|Selam")


def expect_restored(t, status=None):
    """Modes as before, first screen back, cursor shown, paste off, no name left."""
    t.expect(r"EXITED (-?\d+) (restored|changed)")
    code, verdict = re.search(r"EXITED (-?\d+) (restored|changed)", t.text()).groups()
    assert verdict == "restored"
    if status is not None:
        assert int(code) == status
    expect_given_back(t)
    return int(code)


def expect_given_back(t):
    modes = t.modes()
    assert modes.get(1049) is False, "the second screen was left"
    assert modes.get(25, True) is True, "the cursor is shown"
    assert modes.get(2004, False) is False, "bracketed paste is off"
    assert modes.get(1, False) is False, "cursor keys are normal"
    assert not t.screen.cursor.hidden
    assert t.cell(t.screen.cursor.x, t.screen.cursor.y).fg == "default"
    assert not NAMES.search(t.text())
    assert t.strange() == []


def test_quit(under_shell, front):
    t = under_shell(front, rows=30, cols=100)
    assert NAMES.search(t.text()), t.text()
    t.quit()
    expect_restored(t, status=0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_told_to_end(under_shell, front, number):
    t = under_shell(front)
    t.kill(number, t.pid)
    expect_restored(t)


def test_ctrl_c(under_shell, front):
    t = under_shell(front)
    t.press("<c-c>")
    expect_restored(t)


def test_window_closed(terminal, front):
    t = terminal(front)
    pid = t.child.pid
    t.hang_up()
    limit = time.monotonic() + 10
    while time.monotonic() < limit:
        try:
            ended, _ = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            ended = pid
        if ended:
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    raise AssertionError("the program goes on without a terminal")


def test_stopped_and_continued(under_shell, front):
    t = under_shell(front)
    t.press("<c-z>").expect("STOPPED restored")
    expect_given_back(t)
    before = len(t.output)
    t.press("<enter>").settle(1.0)
    if "EXITED" in t.text():  # stopping locks, and the sample caseload has nothing to unlock
        expect_restored(t, status=0)
        return
    assert t.modes().get(1049) is True, "back on the second screen, locked"
    assert b"\x1b[?2004h" in t.output[before:]
    t.kill(signal.SIGTERM, t.pid)
    expect_restored(t)


def test_locked_at_once(terminal, front):
    """F12: the screen is erased before anything else, and what comes next shows no name."""
    if os.environ.get("MAINSTAY_FRONT") is not None:
        pytest.skip("the throw-away front end has no lock key")
    t = terminal(front, cols=120, rows=36)
    assert NAMES.search(t.text()), t.text()
    before = len(t.output)
    t.press("<f12>").settle(0.5)
    after = t.output[before:]
    assert b"\x1b[2J" in after or b"\x1b[J" in after
    assert not NAMES.search(t.text())
    assert not NAMES.search(after.decode("utf-8", errors="replace"))
    assert t.strange() == []


def test_stopped_without_a_word(under_shell, front):
    """kill -STOP gives no time to tidy up; after -CONT the screen is whole again."""
    t = under_shell(front)
    shown = t.text()
    t.kill(signal.SIGSTOP, t.pid).expect("STOPPED")
    t.press("<enter>").settle(0.5)
    assert t.modes().get(1049) is True
    assert "STOPPED" not in t.text()
    assert len(t.lines()) == len(shown.splitlines()) or t.text()
    t.kill(signal.SIGTERM, t.pid)
    expect_restored(t)


@pytest.mark.parametrize(
    "how, number", [("trap", signal.SIGILL), ("overflow", signal.SIGSEGV), ("abort", signal.SIGABRT)]
)
def test_crash(rehearsal, how, number):
    t = rehearsal(how)
    before = len(t.output)
    t.press("x")
    code = expect_restored(t)
    assert code in (-number, -signal.SIGTRAP)
    left = t.output[before:]
    assert b"Backtrace" not in left and b"Registers" not in left, "a trap prints no memory"
    assert len(left) < 600
    assert "Zebrafinch" not in t.text() and b"Zebrafinch" not in left


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGQUIT, signal.SIGBUS])
def test_crash_signal_from_outside(under_shell, front, number):
    t = under_shell(front)
    t.kill(number, t.pid)
    expect_restored(t, status=-number)


def test_second_signal_ends_a_program_that_hangs(rehearsal):
    t = rehearsal("hang")
    t.press("x")
    t.kill(signal.SIGTERM, t.pid)
    t.kill(signal.SIGTERM, t.pid)
    expect_restored(t, status=-signal.SIGTERM)


def test_hanging_program_ends_by_itself(rehearsal):
    t = rehearsal("hang")
    t.press("x")
    t.kill(signal.SIGTERM, t.pid)
    expect_restored(t, status=-signal.SIGTERM)
