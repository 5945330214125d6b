"""What a terminal makes of the program's bytes, independently of curses.

`Emulator` is pyte with a second screen and joiners. `private_modes` and `strange_sequences` read the bytes themselves.
"""
import copy
import re
import unicodedata

import pyte
from wcwidth import wcwidth


class Emulator(pyte.Screen):
    """pyte, which knows no second screen, with one: `CSI ? 1049 h` and `l`."""

    def __init__(self, columns, lines):
        self.main = None
        super().__init__(columns, lines)

    def draw(self, data):
        """pyte drops the rest of a text after a joiner (U+200C, U+200D); a terminal shows it."""
        super().draw("".join(c for c in data if wcwidth(c) != 0 or unicodedata.combining(c)))

    def set_mode(self, *modes, **kwargs):
        if 1049 in modes and kwargs.get("private") and self.main is None:
            self.main = (copy.deepcopy(self.buffer), copy.copy(self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes, **kwargs):
        if 1049 in modes and kwargs.get("private") and self.main is not None:
            self.buffer, self.cursor = self.main
            self.main = None
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **kwargs)


def private_modes(output):
    """{1049: False, 25: True, …}: how the last sequence for each private mode left it."""
    modes = {}
    for numbers, final in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", output):
        for number in numbers.split(b";"):
            modes[int(number)] = final == b"h"
    return modes


def uses_colour(output):
    """True where any sequence asks for a colour other than the terminal's own."""
    for parameters in re.findall(rb"\x1b\[([0-9;]*)m", output):
        for number in parameters.split(b";"):
            if number and (30 <= int(number) <= 38 or 40 <= int(number) <= 48 or 90 <= int(number) <= 107):
                return True
    return False


# One alternative a line: what may reach a terminal, and nothing else.
ALLOWED = re.compile(
    r"""
      \x1b\[[0-9;]*[ABCDGHJKLMPSTXd@mr]      # moving, erasing, scrolling, look
    | \x1b\[4[hl]                            # insert mode
    | \x1b\[\?(?:1|7|12|25|1049|2004)[hl]    # cursor keys, wrapping, cursor, second screen, paste
    | \x1b\[\?(?:1000|1002|1004|1006|2026)l  # only ever switched off
    | \x1b\[2[23];0(?:;0)?t                  # title kept and given back
    | \x1b\]0;Mainstay\x07                   # the one title
    | \x1b(?:\(B|\)0|=|>|M|7|8|\\)           # character set, keypad, scroll back, cursor kept
    | [\r\n\b\x0f]                           # \x0f: the first character set
    | [^\x00-\x1f\x7f-\x9f]                  # text
    """,
    re.VERBOSE,
)
HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]")


def strange_sequences(output):
    """Everything in the output that is not allowed to be there, in order; empty is good."""
    text = output.decode("utf-8", errors="surrogateescape")
    strange = []
    at = 0
    while at < len(text):
        match = ALLOWED.match(text, at)
        if match is None:
            strange.append(text[at : at + 16])
            at += 1
            continue
        if HIDDEN.match(match.group()) or "\udc80" <= match.group()[0] <= "\udcff":
            strange.append(match.group())
        at = match.end()
    return strange
