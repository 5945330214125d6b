"""Locking starts over without a name on the screen; the passphrase opens the record again."""
import os
import re

import pytest
from conftest import PASSPHRASE

NAMES = re.compile("Thanh|Nguyễn|Yusuf|Selam")

pytestmark = pytest.mark.skipif(
    os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
)


def unlocked(start, vault):
    t = start(["--vault", vault], cols=100, rows=30).expect("Passphrase")
    assert not NAMES.search(t.text())
    t.type(PASSPHRASE)
    assert PASSPHRASE not in t.text()
    return t.press("<enter>").expect("Today")


def test_blanked_and_opened_again(terminal, vault):
    t = unlocked(terminal, vault)
    assert NAMES.search(t.text())
    before = len(t.output)
    t.press("<f12>").expect("locked")
    assert t.output[before:].index(b"\x1b[2J") < 200, "erased before anything else"
    assert not NAMES.search(t.text())
    t.type(PASSPHRASE).press("<enter>").expect("Today")
    assert NAMES.search(t.text())
    assert t.quit().exit_status() == 0
    assert not NAMES.search(t.text())
    assert t.strange() == []


def test_stopping_locks(under_shell, vault):
    t = unlocked(under_shell, vault)
    t.press("<c-z>").expect("STOPPED restored")
    assert not NAMES.search(t.text())
    t.press("<enter>").expect("Passphrase")
    assert not NAMES.search(t.text())
    t.press("<c-c>").expect("EXITED 0 restored")
    assert t.strange() == []


def test_wrong_passphrase_shows_nothing(terminal, vault):
    t = terminal(["--vault", vault], cols=100, rows=30).expect("Passphrase")
    t.type("twelve birds on a wire that sing").press("<enter>").settle(3.0)
    assert not NAMES.search(t.text())
    assert not t.ended
