"""The table of widths is what the script writes, and agrees with the emulator's."""

import make_widths
from wcwidth import wcwidth


def test_table_is_written_by_the_script():
    with open(make_widths.OUT, encoding="utf-8") as table:
        assert table.read() == make_widths.swift()


def test_agrees_with_the_emulator_for_letters():
    zero, wide = make_widths.zero(), make_widths.wide()
    blocks = [(0x20, 0x7E), (0xA0, 0x52F), (0x600, 0x6FF), (0x1200, 0x139F), (0x1E00, 0x1EFF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3)]
    for low, high in blocks:
        for u in range(low, high + 1):
            ours = 0 if u in zero else 2 if u in wide else 1
            assert ours == wcwidth(chr(u)) or u == 0x61C, hex(u)
