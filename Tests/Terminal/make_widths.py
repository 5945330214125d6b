#!/usr/bin/python3
"""Writes Sources/ViewModels/Text/WidthTable.swift: how many columns each code point takes.

    make_widths.py            prints the file
    make_widths.py --write    writes it

Wide and zero-width code points come from the `wcwidth` package's tables (Debian's python3-wcwidth),
which are made from Unicode's EastAsianWidth.txt and DerivedGeneralCategory.txt. Two corrections make
the table agree with what terminals and the C library do: the vowels and final consonants of Hangul
join the syllable before them (0), and format characters (category Cf) take no column, but for the soft
hyphen and the Arabic number signs, which are drawn.
"""
import os
import sys
import unicodedata

from wcwidth import table_wide, table_zero

VERSION = "15.0.0"
OUT = os.path.join(os.path.dirname(__file__), "../../Sources/ViewModels/Text/WidthTable.swift")
DRAWN_FORMATS = {0x00AD, *range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD}
HANGUL_JOINS = [(0x1160, 0x11FF), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB)]


def members(ranges):
    return {u for low, high in ranges for u in range(low, high + 1)}


def zero():
    points = members(table_zero.ZERO_WIDTH[VERSION]) | members(HANGUL_JOINS)
    formats = {u for u in range(0x110000) if unicodedata.category(chr(u)) == "Cf"}
    return points | (formats - DRAWN_FORMATS) | {0x034F}


def wide():
    return members(table_wide.WIDE_EASTASIAN[VERSION]) - zero()


def ranges(points):
    """[(first, last)] of the runs in a set of code points."""
    runs = []
    for u in sorted(points):
        if runs and runs[-1][1] == u - 1:
            runs[-1][1] = u
        else:
            runs.append([u, u])
    return runs


def rows(points):
    cells = [f"0x{low:04X}, 0x{high:04X}," for low, high in ranges(points)]
    return "\n".join("    " + " ".join(cells[i : i + 4]) for i in range(0, len(cells), 4))


def swift():
    return f"""// Written by Tests/Terminal/make_widths.py from Unicode {VERSION}; do not edit by hand.
// swift-format-ignore-file

/// Code points that do not take one column, as first and last of each run, in order.
enum WidthTable {{
  /// Take no column of their own: they join what stands before them.
  static let zero: [UInt32] = [
{rows(zero())}
  ]

  /// Take two columns.
  static let wide: [UInt32] = [
{rows(wide())}
  ]
}}
"""


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        with open(OUT, "w", encoding="utf-8") as out:
            out.write(swift())
    else:
        sys.stdout.write(swift())
