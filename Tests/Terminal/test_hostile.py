"""Whatever stands in a text field, the terminal gets text and our own sequences, nothing else."""
import json
import os
import re
import subprocess

import pytest
from conftest import PROGRAM
from emulator import HIDDEN
from hostile import strings

PASSPHRASE = "correct horse battery staple mainstay"
CHILDREN = 15


class Store:
    def __init__(self, folder):
        self.vault = folder / "vault"
        self.secret = folder / "pw"
        self.secret.write_text(PASSPHRASE + "\n")
        self.env = dict(
            os.environ, HOME=str(folder), XDG_STATE_HOME=str(folder / "state"), LC_ALL="C.UTF-8", MAINSTAY_TEST_COST="15"
        )

    def run(self, *arguments, stdin="", status=(0,)):
        done = subprocess.run(
            [PROGRAM, *arguments, "--vault", self.vault, "--passphrase-file", self.secret],
            input=stdin.encode("utf-8", "surrogatepass"), capture_output=True, env=self.env, timeout=120, check=False,
        )
        assert done.returncode in status, (arguments, done.returncode, done.stderr)
        return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Children whose names, notes, flags, places, quotes, promises and asked acts are all hostile."""
    store = Store(tmp_path_factory.mktemp("hostile"))
    store.run("init")
    texts = strings()
    rows, lines = [], []
    for number, text in enumerate(texts):
        child = number % CHILDREN + 1
        row = {"ref": f"K{child:02}", "name": f"{texts[child * 7]} Name{child}", "at": "2026-11-20T10:00", "kind": "visit"}
        rows.append(dict(row, body=f"imported {text} body"))
        # A line break would end the paragraph of a list of notes, so it stands in the imported ones only.
        flat = re.sub(r"[\n\r\x0b\x0c\x85\u2028\u2029]", "", text)
        lines.append(
            f'K{child:02} visit 14:20 45m at:{flat} with:{flat} int:vi/phone/{flat} "{flat}" q:"{flat}" ~{flat}~ !t{flat} '
            f">sw: {flat} fri >>p{flat} thu #t{flat} typed {flat} prose"
        )
    notes = store.vault.parent / "notes.jsonl"
    notes.write_text("".join(json.dumps(row) + "\n" for row in rows))
    store.run("import", "notes", str(notes))
    kept = json.loads(store.run("note", "--each", "--json", stdin="\n\n".join(lines), status=(0, 4)))
    assert kept["kept"] > len(lines) * 0.6, "most of the lines are notes"
    return store


def test_plain_pages_hold_text_and_line_ends_only(hostile):
    refs = [child["ref"] for child in json.loads(hostile.run("today", "--json"))["children"]]
    assert len(refs) == CHILDREN
    pages = [["today"], ["flags"], ["due"], ["timeline"], ["search"]]
    pages += [[page, ref] for page in ("child", "timeline") for ref in refs]
    strange = {}
    for page in pages:
        out = hostile.run(*page, stdin="body")
        found = re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", out) + HIDDEN.findall(out)
        if found:
            strange[" ".join(page)] = sorted(set(map(ascii, found)))
    assert strange == {}


@pytest.mark.parametrize("cols, rows, locale", [(120, 36, "C.UTF-8"), (80, 24, "C")])
def test_every_screen_sends_known_sequences_only(hostile, terminal, cols, rows, locale):
    env = dict(hostile.env, LANG=locale, LC_ALL=locale)
    t = terminal(["--vault", str(hostile.vault)], cols=cols, rows=rows, env=env)
    t.expect("Passphrase").type(PASSPHRASE).press("<enter>").expect("Today")
    for _ in range(CHILDREN):
        t.press("<enter><end><pgup>").press("e").press("<esc>").press("<esc>").press("j")
    for word in ("timeline", "flags", "agenda", "messages"):
        t.press(":").type(word).press("<enter>").press("<end><pgup>").press("<enter>").press("<esc>").press("<esc>")
    t.press("/").type("body").press("<enter>").press("jjj").press("<esc>")
    # Typed and pasted text is shown like any other.
    for text in strings(12, seed=7):
        t.press("n").paste("K01 visit 14:20 " + text).press("<c-u><esc>")
    assert not t.ended, t.text()
    assert t.strange() == []
    assert b"<U+001B>" in t.output, "the escapes are there, as text"
