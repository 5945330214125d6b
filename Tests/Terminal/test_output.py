"""What reaches the terminal: known sequences, the right size, little of it."""
import re

import pytest
from emulator import uses_colour

SIZES = [(1, 1), (2, 1), (1, 24), (39, 9), (40, 9), (40, 10), (80, 24), (81, 25), (120, 36), (200, 60), (250, 80)]


def test_only_known_sequences(terminal, front):
    t = terminal(front, cols=120, rows=36)
    for keys in ["j", "jjj", "<down>", "<pgdn>", "<end>", "<home>", "<f1>", "<esc>", "<c-l>", "kk"]:
        t.press(keys)
    t.resize(80, 24).resize(40, 10).resize(120, 36)
    t.press("<esc>").quit()
    assert t.strange() == []


@pytest.mark.parametrize("cols, rows", SIZES)
def test_every_size(terminal, front, cols, rows):
    t = terminal(front, cols=cols, rows=rows)
    t.press("j<down>")
    assert not t.ended, t.text()
    assert t.strange() == []


def test_resizing_through_every_size(terminal, front):
    t = terminal(front, cols=250, rows=80)
    for cols, rows in SIZES + SIZES[::-1]:
        t.resize(cols, rows)
        assert not t.ended, f"{cols}x{rows}"
    t.resize(80, 24)
    fresh = terminal(front, cols=80, rows=24)
    assert len(t.lines()) == 24
    assert t.lines()[0][:9] == fresh.lines()[0][:9]


@pytest.mark.parametrize("term", ["xterm-256color", "xterm", "tmux-256color", "screen-256color", "rxvt-unicode-256color"])
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("no_color", [None, "1"])
def test_terminals_and_locales(terminal, front, term, locale, no_color):
    env = {"LANG": locale, "LC_ALL": locale}
    if no_color:
        env["NO_COLOR"] = no_color
    t = terminal(front, cols=100, rows=30, env=env, term=term)
    t.press("jj")
    assert not t.ended, t.text()
    assert t.strange() == []
    if locale == "C":
        assert all(byte < 0x80 for byte in t.output), "only ASCII where nothing else can be shown"
    assert uses_colour(t.output) == (no_color is None)


def test_columns_line_up_in_ascii_too(terminal, front):
    """The same page, drawn in both: every cell that is a space in one is a space in the other."""
    unicode = terminal(front, cols=100, rows=30)
    ascii_ = terminal(front, cols=100, rows=30, env={"LANG": "C", "LC_ALL": "C"})
    for row in range(30):
        for column in range(100):
            one, other = unicode.cell(column, row), ascii_.cell(column, row)
            if one.data == "":
                continue  # the right half of a wide character
            assert (one.data == " ") == (other.data == " "), (column, row, unicode.text(), ascii_.text())


@pytest.mark.parametrize("term", ["dumb", "vt100", "linux"])
def test_no_second_screen(terminal, front, term):
    """Without one, what was shown would stay in the terminal's history: refused, in words."""
    t = terminal(front, term=term)
    assert t.exit_status() not in (0, None)
    assert b"\x1b[?1049h" not in t.output


def test_nothing_is_sent_while_nothing_happens(terminal, front):
    t = terminal(front)
    t.settle(1.0)
    before = len(t.output)
    t.settle(2.0)
    assert len(t.output) - before <= 200, "at most a minute's tick"


def test_a_moved_cursor_sends_a_difference(terminal, front):
    t = terminal(front, cols=120, rows=36)
    t.press("jj")
    before = len(t.output)
    for _ in range(10):
        t.press("j").press("k")
    per_key = (len(t.output) - before) / 20
    t.press("<c-l>")
    whole = len(t.output)
    t.press("<c-l>")
    assert per_key < (len(t.output) - whole) / 2


def test_a_list_that_scrolls_writes_its_rows(terminal, front):
    """An emulator without SU or SD (pyte is one) shows what a terminal shows."""
    t = terminal(front, cols=80, rows=14)
    before = len(t.output)
    for key in "jjjjjjjjjjGgG":
        t.press(key)
    assert not re.findall(rb"\x1b\[\d*[ST]", t.output[before:])
