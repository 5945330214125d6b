"""Whatever comes in, the program goes on, and an ordinary key is still an ordinary key."""
import pytest

NASTY = {
    "bad byte": b"\xff",
    "lone lead byte": b"\xe1",
    "two bytes of three": b"\xe1\xbb",
    "overlong": b"\xc0\xaf",
    "where the cursor is": b"\x1b[24;80R",
    "what the terminal is": b"\x1b[?62;22c",
    "background colour": b"\x1b]11;rgb:1c1c/1c1c/1c1c\x07",
    "mouse": b"\x1b[<0;10;5M\x1b[<0;10;5m",
    "old mouse": b"\x1b[M !!",
    "focus": b"\x1b[O\x1b[I",
    "CSI u": b"\x1b[97;9u",
    "unknown CSI": b"\x1b[999;999;999z",
    "NUL": b"\x00",
    "device string": b"\x1bP1$r0m\x1b\\",
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_input(terminal, front, name):
    t = terminal(front, cols=100, rows=30)
    t.press("j")
    before = t.text()
    t.child.send(NASTY[name])
    t.settle(0.8)
    assert not t.ended, t.text()
    assert t.strange() == []
    t.press("j").press("k")
    assert not t.ended
    assert len(t.text()) > len(before) / 2


def test_unfinished_paste(terminal, front):
    t = terminal(front)
    t.send("\x1b[200~q q q").settle(1.5)
    assert not t.ended, "what is pasted is no command"
    t.press("<esc>").quit()
    assert t.exit_status() == 0


def test_long_paste(terminal, front):
    t = terminal(front)
    t.paste("quite a long line, and another one\n" * 1900)  # 64 KiB
    t.settle(0.5)
    assert not t.ended
    assert t.strange() == []
    t.press("<esc>").quit()
    assert t.exit_status() == 0


def test_five_hundred_keys_at_once(terminal, front):
    t = terminal(front, cols=120, rows=36)
    t.press("j" * 250 + "k" * 250)
    assert not t.ended
    t.quit()
    assert t.exit_status() == 0
