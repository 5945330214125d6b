"""Three hundred strings that somebody might send to take over a terminal or to mislead its reader."""
import random

SEQUENCES = [
    "\x1b[2J", "\x1b]0;owned\x07", "\x1b]2;owned\x1b\\", "\x1b]52;c;b3duZWQ=\x07", "\x1b[?1049l", "\x1b[6n", "\x1bc",
    "\x1b[31m", "\x1bP+q544e\x1b\\", "\x1b_Gi=1\x1b\\", "\x1b[?1000h", "\x1b[200~", "\x1b[201~", "\x1b]8;;http://x\x07",
    "\x9b2J", "\x9d0;owned\x9c", "\x90q\x9c", "\x85", "\x84", "\x8d", "\x00", "\x07", "\x08" * 9, "\x0b", "\x0c", "\x0e",
    "\x1a", "\x7f", "\r", "\x1b", "\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202d", "\u202e", "\u2066",
    "\u2067", "\u2068", "\u2069", "\u200b", "\u2060", "\ufeff", "\ufff9", "\ufffb", "\U000e0041", "\U000e007f", "\ue000",
    "\uf8ff", "\U000f0000", "\ufdd0", "\uffff", "\u2028", "\u2029", "e" + "\u0301" * 60, "\u0e01" + "\u0e33" * 30,
    "\ufdfd" * 8, "👩\u200d👩\u200d👧\u200d👦", "🇬🇧" * 20, "ا" * 40, "漢" * 40, "=cmd|' /C calc'!A0", "%s%n%x", "$(id)",
    "`id`", "'; drop table entry; --", "\\033[2J", "^[[2J", "A" * 600,
]


def strings(count=300, seed=2012):
    """Each sequence at the front, in the middle and at the end of a word, then pairs of them at random."""
    dice = random.Random(seed)
    made = [f"{a}{s}{b}" for s in SEQUENCES for a, b in (("", "ward"), ("in", "ner"), ("back", ""))]
    while len(made) < count:
        made.append("mid" + dice.choice(SEQUENCES) + "dle" + dice.choice(SEQUENCES))
    return made[:count]
