"""What of a child is in the program's memory: enough while the record is open, nothing once it is locked.

Prints its counts (`pytest -s`); README quotes them.
"""
import json
import os
import pathlib
import sys

import pytest
from machine import forms, key_forms, needs_root, scan, total
from test_day import PASSPHRASE, Home, unlock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Reader"))
import read_record  # noqa: E402

pytestmark = [
    needs_root,
    pytest.mark.skipif(
        os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
    ),
]

CHILDREN = ["Zebrafinch Quillwort", "Nguyễn Thị Lanternfish", "ሰላም Marzipanreindeer"]
WORDS = {
    "a child's name": "Quillwort", "another's": "Lanternfish", "a third's": "Marzipanreindeer",
    "a note's words": "drew the harbour in cobalt chalk", "a typed note's words": "brought seventeen paper lanterns",
    "a draft's words": "never finished thimbleweed sentence",
}
NOTES = int(os.environ.get("MAINSTAY_MEMORY_NOTES", "300"))


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path)
    made.secret.write_text(PASSPHRASE + "\n")
    made.run("init")
    path = tmp_path / "notes.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        for number in range(NOTES):
            row = {"ref": f"K{31 + number % 3}", "name": CHILDREN[number % 3], "kind": "visit",
                   "at": f"2026-{1 + number % 10:02d}-{1 + number % 28:02d}T10:00",
                   "body": f"Visit {number}: drew the harbour in cobalt chalk"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    made.run("import", "notes", path)
    path.unlink()
    return made


def keys_of(home):
    """The record's own keys, had by the second reader from the passphrase."""
    header = read_record.Doors(str(home.vault)).first
    vmk, seed = header.unlock(header.stretch(home.passphrase()))
    epochs = header.epochs(vmk)
    found = {"the master key": vmk, "the signing seed": seed}
    for number, keys in epochs.items():
        found.update({f"{name} of epoch {number}": keys[name] for name in ("keyring", "log-vault", "key-id")})
    own = [row for row in read_record.read_keys((home.vault / "keys").read_bytes(), header, epochs, seed).values()
           if row[2]]
    for number, (_, restricted, key) in enumerate(own):
        found[f"{'restricted ' if restricted else ''}key of child {number // 2 + 1}"] = key
    return found


def report(when, hits, names):
    print(f"\n{when}: {total(hits, names)} hits")
    for name in names:
        print(f"    {name}: {hits[name]}")


def test_nothing_is_left_in_memory_after_locking(terminal, home):
    keys = keys_of(home)
    needles = {name: forms(words) for name, words in WORDS.items()}
    needles["the passphrase"] = forms(PASSPHRASE)
    needles["opened frames"] = {"UTF-8": b'"entries":[{'}  # what lies sealed in the log, and is read once
    needles.update({name: key_forms(key) for name, key in keys.items()})

    t = terminal(["--vault", str(home.vault)], env=home.env, cols=100, rows=30)
    pid = t.child.pid
    t.expect("Passphrase").type(PASSPHRASE)
    typed = scan(pid, needles)
    report("while the passphrase is typed", typed, ["the passphrase"])
    assert typed["the passphrase"].all > 0, "the scan finds what is there"
    assert total(typed, [*WORDS, *keys]) == 0, "nothing is read before the passphrase is there"

    t.press("<enter>").expect("Today")
    t.press("n").type("lanternfish call 10:01 5m brought seventeen paper lanterns").press("<enter>").expect("Saved")
    t.press(":").type("search").press("<enter>").type("cobalt").press("<enter>")
    t.press("<esc>").press("<esc>").press("2").press("1")
    t.press("n").type("lanternfish call 11:00 a never finished thimbleweed sentence")
    opened = scan(pid, needles)
    report("open", opened, [*WORDS, *keys, "the passphrase", "opened frames"])
    for name in [*WORDS, *keys]:
        assert opened[name].all > 0, f"the scan does not find {name}: it proves nothing"
    assert opened["the passphrase"].all == 0, "the passphrase is overwritten once it was used"
    assert opened["opened frames"].all == 0, "what was opened and read is overwritten when it is freed"
    for name in keys:
        assert opened[name].elsewhere == 0, f"{name}: {opened[name]}"

    t.press("<f12>").expect("locked").expect("Passphrase")
    assert t.child.pid == pid and os.path.exists(f"/proc/{pid}")
    locked = scan(pid, needles)
    print(f"\ncanary hits before lock {total(opened)}, after {total(locked)}")
    assert total(locked) == 0, locked
    t.press("<c-c>")
    assert t.exit_status() == 0
