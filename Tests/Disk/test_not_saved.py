"""The open screen when the disk says no: the note stays, marked NOT SAVED, and can be copied out."""
import re
import resource
import subprocess

import pytest
from conftest import CHANGES, calls, nightly

WORDS = "K12 call 10:00 5m the words of this note are on the screen and nowhere else"


def trigger(record):
    return record.folder / "now"


def stays(t, reason):
    """The bar is open, marked, with the reason, the words and what to do."""
    t.expect("NOT SAVED").expect(reason)
    text = re.sub(r"\s+", " ", t.text())
    assert "nowhere else" in text and "the record" in text
    row = t.row_of("NOT SAVED")
    # Said in words, with a sign, and standing out: reversed or in colour, from edge to edge.
    cells = [t.cell(column, row) for column in range(2, 60)]
    assert all(cell.reverse or cell.bg != "default" or cell.bold for cell in cells[:12])
    return t


def copied_out(t, words=WORDS):
    """F2: the words from the first column on, nothing between them, as a terminal's selection takes them."""
    t.send("\x1bOQ")
    lines = t.lines()
    assert " ".join(line for line in lines[:-1] if line) == words, t.text()
    assert lines[0].startswith(words[:20]) and not re.search("[│─▲>]", lines[0])
    t.press("<esc>").expect("NOT SAVED")
    return t


@pytest.mark.parametrize("cols,rows", [
    (80, 24), pytest.param(120, 36, marks=nightly), pytest.param(40, 10, marks=nightly),
])
def test_an_error_of_the_disk_leaves_the_note_on_the_screen_and_enter_tries_again(record, desk, faults, cols, rows):
    env = faults(record, "write", 1, 5, 0, path=str(record.log()), trigger=trigger(record))
    t = desk(record, cols=cols, rows=rows, env=env)
    t.note(WORDS)
    trigger(record).touch()
    t.press("<enter>").expect("NOT SAVED").expect(r"Input/output\s+error")
    assert "Saved" not in t.text()
    if cols > 40:
        stays(t, "Enter tries again")
        copied_out(t)
        # Typing on does not make it look kept.
        t.type(" and more").expect("NOT SAVED")
    t.press("<enter>").expect("Saved")
    assert "NOT SAVED" not in t.text()
    assert "nowhere else" in str(record.json("timeline", "K12"))


def test_a_full_disk_leaves_the_note_on_the_screen(record, desk, faults):
    env = faults(record, "write", 1, 28, 1, trigger=trigger(record))
    t = desk(record, env=env)
    t.note(WORDS)
    trigger(record).touch()
    t.press("<enter>")
    stays(t, "The disk is full. Make room, then Enter tries again")
    # Not even a draft could be written, and Esc does not throw the only copy away.
    t.expect("no draft does")
    t.press("<esc>").expect("nowhere else").expect("NOT SAVED")
    copied_out(t)
    trigger(record).unlink()
    t.press("<enter>").expect("Saved")
    assert "nowhere else" in str(record.json("timeline", "K12"))


def test_a_failed_sync_stops_all_writing_and_every_page_says_so(record, desk, faults):
    log = str(record.log())
    env = faults(record, "fsync", 1, 5, 0, path=log, trigger=trigger(record))
    t = desk(record, env=env, cols=80, rows=24)
    t.note(WORDS)
    trigger(record).touch()
    t.press("<enter>")
    stays(t, "so nothing more is written")
    copied_out(t)
    for _ in range(3):
        t.press("<enter>").expect("NOT SAVED")
    env_log = calls(record)
    first = next(n for n, (*_, failed) in enumerate(env_log) if failed)
    assert [one for one in env_log[first + 1:] if one[0] in CHANGES and one[1] == "log"] == []
    # Leaving the bar needs the words gone on purpose; then every page says what happened.
    t.press("<c-u>").press("<esc>")
    for keys in ("1", "2", "3", "?", "<esc>"):
        t.press(keys).expect("READ-ONLY").expect("the disk failed while saving").expect("Quit")
    t.press("n").expect("note: the disk failed while saving")
    t.press("q")
    t.exit_status()
    assert record.json("verify")["ok"]


@nightly
def test_after_a_failed_sync_the_draft_that_was_sealed_is_still_there(record, desk, faults):
    env = faults(record, "fsync", 1, 5, 1, path=str(record.log()), trigger=trigger(record))
    t = desk(record, env=env)
    t.note(WORDS)
    drafts = record.vault / "drafts"
    end = 160
    while not [p for p in drafts.iterdir() if not p.name.endswith(".new")] and end:
        t.read(0.05)
        end -= 1
    trigger(record).touch()
    t.press("<enter>")
    stays(t, "whether the record holds it shows when it is opened again")
    assert len(list(drafts.iterdir())) == 1
    t.press("<c-u>").press("<esc>").press("q")
    assert len(list(drafts.iterdir())) == 1


def test_a_real_limit_on_file_size_leaves_the_note_on_the_screen(record, desk):
    size = record.log().stat().st_size
    t = desk(record)
    t.note(WORDS)
    resource.prlimit(t.child.pid, resource.RLIMIT_FSIZE, (size + 200, resource.RLIM_INFINITY))
    t.press("<enter>")
    stays(t, "File too large")
    assert record.log().stat().st_size == size
    resource.prlimit(t.child.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    t.press("<enter>").expect("Saved")


def test_the_words_of_a_form_stay_too(record, desk, faults):
    env = faults(record, "write", 1, 5, 0, path=str(record.log()), trigger=trigger(record))
    t = desk(record, env=env)
    t.press(":").type("K12").press("<enter>").expect("library")
    t.press("m").expect("missing: since when").press("<enter>").type("last seen at the corner by Linh")
    trigger(record).touch()
    t.press("<enter>").expect("NOT SAVED").expect("last seen at the corner by Linh")
    t.press("<esc>").expect("Leave it").press("<esc>").expect("NOT SAVED")
    t.press("<enter>").expect("Saved")
    assert "last seen at the corner" in str(record.json("timeline", "K12"))


@nightly
def test_a_draft_that_cannot_be_sealed_is_said_while_typing(record, desk, faults):
    env = faults(record, "open", 1, 5, 1, path=str(record.vault / "drafts") + "/", trigger=trigger(record))
    t = desk(record, env=env)
    trigger(record).touch()
    t.note(WORDS)
    t.expect("NO DRAFT", limit=9).expect("on this screen only")
    trigger(record).unlink()
    t.press("<esc>").expect("Draft sealed")


@nightly
def test_a_record_that_may_only_be_read_says_so_on_every_page(record, desk, mounted):
    mounted("--bind", str(record.vault), at=record.vault)
    subprocess.run(["mount", "-o", "remount,ro,bind", record.vault], check=True)
    t = desk(record, cols=80, rows=24)
    t.expect("READ-ONLY").expect("its files may not be written").expect("library|Thanh")
    t.press("n").expect("note: its files may not be written")
