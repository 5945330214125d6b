"""The terminal dies in the middle of a note: the draft comes back whole, once, and where it was typed.

    MAINSTAY_KILLED_NOTES=20 pytest Tests/Terminal/test_killed_notes.py

kills in the middle of every note of the day; the ordinary run takes four of them.
"""
import os
import re
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import Terminal
from notes import DAY, KEY
from test_day import Home, drafts

COUNT = int(os.environ.get("MAINSTAY_KILLED_NOTES", "4"))
# From Today, from a child's page, and with every sort of act; all of them when there is the time.
CHOSEN = sorted(range(len(DAY)), key=lambda place: (place % 5 != 0, place))[:COUNT]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("sample"))
    home.secret.write_text(home.run("demo", "--no-open"))
    return home


class Sitting:
    """One time that the desk is open, in a terminal of its own."""

    def __init__(self, home):
        self.home = home
        self.t = Terminal(["--vault", str(home.vault)], cols=240, rows=40, env=home.env)
        self.t.shown().expect("Passphrase").type(home.passphrase()).press("<enter>").expect("Today")

    def page_of(self, name):
        self.t.press("/" + name + "<enter>g").press("<enter>").expect("WHAT HAPPENED")

    def bar(self):
        """Opens the bar: the draft that it offers, or nothing."""
        self.t.press("n").expect("> (whom|.*how, when)")
        shown = re.search(r"draft of .*?: “(.*)”  Tab takes it", self.t.text())
        return shown and shown[1]

    def line(self):
        return re.search(r"^ > (.*?) *$", self.t.text(), re.MULTILINE)[1]

    def settled(self, words):
        """What is typed is on the screen, whole."""
        self.t.expect("> .*" + re.escape(words))
        return self.line()


def keys_of(note):
    """The note's keys after the bar is open, without Enter, and whether it is about a child's page."""
    typed = note.sent().removesuffix("<enter>").replace("SINCE-<tab>", "50m<tab>")
    if typed.startswith("."):
        # Another of its kind: a sitting that has just begun has none.
        typed = "n" + note.kind + " " + typed[1:]
    return KEY.findall(typed)[1:], note.place != "today"


def killed_in(note, number, sample, folder):
    home = Home(folder / str(number))
    shutil.copytree(sample.folder, home.folder)
    names = {c["ref"]: c["name"] for c in sample.children}
    keys, is_page = keys_of(note)
    end = len(keys) - 12
    half = next(at for at in range(end // 2, end) if re.match("[a-z]", keys[at - 1]) and at > len(keys) * 0.4)
    before = len([e for e in sample.entries if e["type"] == "contact-made"])

    # Half of it is sealed; the rest is typed, and the program killed where it stands.
    sitting = Sitting(home)
    if is_page:
        sitting.page_of(names[note.ref])
    assert sitting.bar() is None
    sitting.t.press("".join(keys[:half]))
    sealed_by = time.monotonic() + 6.5
    while not drafts(home) and time.monotonic() < sealed_by:
        sitting.t.read(0.05)
    assert drafts(home), f"{number}: no draft within five seconds:\n{sitting.t.text()}"
    begun = sitting.line()
    sitting.t.press("".join(keys[half:]))
    whole = sitting.settled("".join(keys[-8:]).strip())
    assert len(whole) > len(begun) + 8
    sitting.t.kill(signal.SIGKILL)
    sitting.t.exit_status()

    # It is offered where it was typed and nowhere else, once, and holds what was five seconds old.
    sitting = Sitting(home)
    if is_page:
        assert sitting.bar() is None, sitting.t.text()
        sitting.t.press("<esc>")
        sitting.page_of(names[note.ref])
    offered = sitting.bar()
    assert offered and whole.startswith(offered.strip()) and offered.startswith(begun), (begun, offered, whole)
    sitting.t.press("<tab>").expect("> " + re.escape(begun))
    missing = whole[len(offered):]
    sitting.t.press("" if not missing else missing)
    assert sitting.settled(whole[-20:]) == whole
    # The window is closed before the next five seconds are over: nothing at all is lost.
    sitting.t.hang_up()
    gone = time.monotonic() + 10
    while time.monotonic() < gone and os.waitpid(sitting.t.child.pid, os.WNOHANG) == (0, 0):
        time.sleep(0.02)

    sitting = Sitting(home)
    if is_page:
        sitting.page_of(names[note.ref])
    offered = sitting.bar()
    assert offered and offered.strip() == whole, (offered, whole)
    sitting.t.press("<esc>")
    assert sitting.bar() is None, "it is offered once"
    sitting.t.press("<esc>")
    sitting.t.quit()
    assert sitting.t.exit_status() == 0

    sitting = Sitting(home)
    if is_page:
        sitting.page_of(names[note.ref])
    assert sitting.bar().strip() == whole
    sitting.t.press("<tab>").press("<enter>").expect("Saved")
    assert not drafts(home)
    assert sitting.bar() is None, "never in the next note"
    sitting.t.press("<esc>")
    assert sitting.t.quit().exit_status() == 0
    contacts = [e for e in home.json("timeline")["entries"] if e["type"] == "contact-made"]
    assert len(contacts) == before + 1
    (kept,) = [e for e in contacts if e["text"] == note.words]
    assert kept["ref"] == note.ref and kept["kind"] == note.kind and kept["alone"]


def test_a_terminal_killed_in_the_middle_of_a_note_gives_it_back(sample, tmp_path):
    sample.children = sample.json("today")["children"]
    sample.entries = sample.json("timeline")["entries"]
    began = time.monotonic()
    # Side by side: most of each is the five seconds until its draft is sealed.
    with ThreadPoolExecutor(min(4, COUNT)) as several:
        waiting = [several.submit(killed_in, DAY[at], at + 1, sample, tmp_path) for at in CHOSEN]
        for one in waiting:
            one.result()
    print(f"{len(CHOSEN)} notes killed in the middle: each came back, {time.monotonic() - began:.0f} s")
