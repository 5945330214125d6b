"""Twenty usual notes of one day on the built program: how many keys, and that each is kept as meant."""
import re
from collections import Counter
from datetime import datetime, timedelta

import pytest
from notes import DAY, LONDON, last_time, next_day, now
from test_day import Home, unlock

LIMIT = 25
SCREENS = {"timeline": "2", "flags": "3", "agenda": "4"}


@pytest.fixture
def demo(tmp_path):
    home = Home(tmp_path)
    home.secret.write_text(home.run("demo", "--no-open"))
    return home


def stand_on(t, ref):
    """Moves down a list until the cursor's row is the child's."""
    for _ in range(60):
        t.press("j")
        if re.search(rf"\b{ref}\b", t.lines()[t.screen.cursor.y]):
            return
    raise AssertionError(f"no row of {ref}:\n{t.text()}")


def go(t, note, names):
    """To where the note is written from; these keys are not the note's."""
    if note.place == "today":
        return  # fresh: no row was moved to
    if note.place in SCREENS:
        t.press(SCREENS[note.place])
        stand_on(t, note.ref)
    elif note.place == "search":
        t.press("5").type(names[note.ref]).press("<enter>").expect(f"{names[note.ref]}.*{note.ref}")
    else:
        t.press("1").press("<esc>").press("/" + names[note.ref] + "<enter>g")
        if note.place == "page":
            t.press("<enter>")


def write(t, note, names):
    """The note, and when it was written: the earliest and the latest minute."""
    go(t, note, names)
    first = now()
    since = (first - timedelta(minutes=note.minutes)).strftime("%H%M")
    t.press(note.sent().replace("SINCE", since).removesuffix("<enter>"))
    # The preview says whom, what is flagged and what will be done, before Enter keeps it.
    t.expect(f"with {names[note.ref]} {note.ref} · .*(?s:.*)flag: {note.topic} (?s:.*){re.escape(note.act)}")
    t.press("<enter>").expect("Saved")
    last = now()
    # Back to Today: from a child's page one step, from what a search found three.
    for _ in range({"page": 1, "search": 3}.get(note.place, 0)):
        t.press("<esc>")
    return first, last


def counted(note):
    """The keys as they are pressed: `SINCE` stands for the four digits of a time."""
    return note.keys() - (1 if "SINCE" in note.typed else 0)


def test_twenty_usual_notes_take_at_most_25_keys_each_and_are_kept_as_meant(terminal, demo):
    names = {c["ref"]: c["name"] for c in demo.json("today")["children"]}
    entries = demo.json("timeline")["entries"]
    spoke = {}
    for entry in reversed(entries):  # newest first, so the newest of each child stays
        if entry.get("interpreter"):
            spoke[entry["ref"]] = entry["interpreter"]
    before = {e["id"] for e in entries}
    flagged = {f["id"] for f in demo.json("flags")["flags"]}
    t = unlock(terminal, demo, cols=120, rows=36)
    written = [write(t, note, names) for note in DAY]
    assert t.quit().exit_status() == 0

    print("\n keys  prose  from      note")
    for note in DAY:
        print(f"  {counted(note):3}  {note.prose():5}  {note.place:8}  {note.typed}")
    total = sum(counted(n) for n in DAY)
    print(f"  {total:3} keys beyond the prose in {len(DAY)} notes, {max(counted(n) for n in DAY)} at most")
    assert len(DAY) == 20 and all(counted(n) <= LIMIT for n in DAY)

    new = [e for e in demo.json("timeline")["entries"] if e["id"] not in before]
    contacts = [e for e in new if e["type"] == "contact-made"]
    assert len(contacts) == len(DAY)
    flags = [f for f in demo.json("flags")["flags"] if f["id"] not in flagged]
    due = demo.json("due")["due"]
    for note, (first, last) in zip(DAY, written):
        (entry,) = [e for e in contacts if note.words in e["text"]]
        assert entry["kind"] == note.kind and entry["minutes"] == note.minutes, entry
        assert entry["text"] == note.words and entry["party"] == "child", entry
        assert entry.get("alone") is True, entry
        assert entry.get("seen", False) == (note.kind in ("visit", "office")), entry
        assert entry["interpreter"] == spoke[note.ref], entry
        for unsaid in ("words", "opinion", "place", "with", "restricted", "amends"):
            assert not entry.get(unsaid), (unsaid, entry)
        began = datetime.fromisoformat(entry["at"])
        if note.began:
            assert began in (last_time(note.began, first), last_time(note.began, last)), entry["at"]
        else:
            ended = (began + timedelta(minutes=note.minutes)).astimezone(LONDON)
            assert first.replace(second=0, microsecond=0) <= ended <= last, (entry["at"], first)
        (act,) = [d for d in due if d["title"] == note.act or note.act in d["title"]]
        assert act["ref"] == note.ref and act["owedBy"] == note.owed, act
        assert act["due"][:10] == next_day(note.day, first), act
        assert bool(act.get("promise")) == note.promise, act
    # As many of each as were written, and nothing else.
    raised = [(f["ref"], f["topic"]) for f in flags]
    assert Counter(raised) == Counter((n.ref, n.topic) for n in DAY)
    kinds = sorted(e["type"] for e in new)
    assert kinds.count("promise-made") == sum(n.promise for n in DAY)
    assert kinds.count("asked-of") == sum(n.owed != "guardian" for n in DAY)
    assert kinds.count("reminder-set") == sum(n.owed == "guardian" and not n.promise for n in DAY)
    assert len(new) == 3 * len(DAY), kinds
    assert demo.json("verify")["ok"]
