"""Something else changes the files under an open record: it is said, nothing is merged, nothing more is written."""
import os
import shutil
import subprocess

import pytest
from conftest import fill, nightly
from records import PROGRAM, Record


def copies(record):
    """A second computer's copy of the record: its own vault and its own memory of it."""
    other = Record.__new__(Record)
    other.folder = record.folder / "other"
    other.vault = other.folder / "vault"
    other.passphrase = record.passphrase
    shutil.copytree(record.vault, other.vault)
    shutil.copytree(record.folder / "home", other.folder / "home")
    other.env = dict(record.env, HOME=str(other.folder / "home"))
    return other


def state(record):
    return {p.name: p.read_bytes() for p in record.vault.iterdir() if p.is_file() and p.name != "lock"}


def forked(record, other):
    other.note("K12 call 10:00 5m of the other computer")
    record.note("K12 call 10:00 5m of this computer")


def replace(record, other):
    """Renamed over the log, as most sync tools do."""
    temporary = record.vault / ".log.tmp"
    shutil.copy(other.log(), temporary)
    os.rename(temporary, record.log())


def overwrite(record, other):
    """Written over in place."""
    with open(record.log(), "r+b") as log:
        log.write(other.log().read_bytes())
        log.truncate()


def cut(record, other):
    with open(record.log(), "r+b") as log:
        log.truncate(record.log().stat().st_size - 700)


def grow(record, other):
    with open(record.log(), "ab") as log:
        log.write(b"\x5a" * 3000)


def remove(record, other):
    record.log().unlink()


def foreign_log(record, other):
    temporary = record.vault / ".log.tmp"
    temporary.write_bytes(os.urandom(5000))
    os.rename(temporary, record.log())


def conflicted_copy(record, other):
    shutil.copy(other.log(), record.vault / "log (conflicted copy 2026-11-22)")


def both_keys(record, other):
    for name in ("keys", "keys.bak"):
        (record.vault / f"{name}.x").write_bytes(os.urandom(9000))
        os.rename(record.vault / f"{name}.x", record.vault / name)


@pytest.mark.parametrize("forks,how,words", [
    (True, replace, "there are two histories of it, from number"),
    (False, cut, "the log was cut short"),
    *(pytest.param(*one, marks=nightly) for one in [
        (True, overwrite, "there are two histories of it, from number"),
        (True, conflicted_copy, "there are two histories of it, from number"),
        (False, replace, "the log was replaced"),
        (False, grow, "is damaged from number"),
        (False, remove, "the log was removed"),
        (False, foreign_log, "the log was overwritten"),
        (False, both_keys, "the keys was replaced"),
    ]),
], ids=lambda value: getattr(value, "__name__", None))
def test_the_open_screen_says_what_happened_and_writes_nothing_more(record, desk, forks, how, words):
    other = copies(record)
    if forks:
        forked(record, other)
    t = desk(record, cols=120, rows=30)
    t.note("K12 call 10:00 5m half typed")
    how(record, other)
    t.expect("READ-ONLY", limit=5).expect(words)
    before = state(record)
    # The note stays; it is not kept in a record that is not the one that was read.
    t.press("<enter>").expect("NOT SAVED").expect("half typed")
    t.press("<c-u>").press("<esc>").press("n").expect("note: ")
    t.press("2").expect("READ-ONLY").expect(words)
    assert state(record) == before
    t.press("q")
    t.exit_status()
    assert state(record) == before


def test_a_fork_is_refused_by_the_command_line_too_and_ends_when_one_is_moved_away(record):
    other = copies(record)
    forked(record, other)
    conflicted_copy(record, other)
    copy = record.vault / "log (conflicted copy 2026-11-22)"
    before = state(record)
    out, err = record.run("note", "--json", stdin="K12 call 10:00 5m not to be lost", status=5)
    assert '"code":"fork"' in out and "not to be lost" in err and "never merged" in err
    out, err = record.run("timeline", "K12", status=5)
    assert "of this computer" in out and "of the other computer" not in out
    assert "another history" in err
    assert state(record) == before
    copy.rename(record.folder / "kept-aside")
    assert record.note("K12 call 10:00 5m not to be lost")["kept"]


@nightly
def test_the_other_history_in_the_place_of_ours_is_an_older_copy_that_forked(record):
    other = copies(record)
    forked(record, other)
    replace(record, other)
    out, err = record.run("note", stdin="K12 call 10:00 5m not to be lost", status=5)
    assert "another history" in err and "not to be lost" in err


def test_a_copy_with_nothing_new_in_it_is_named_and_does_no_harm(record):
    other = copies(record)
    record.note("K12 call 10:00 5m only here")
    conflicted_copy(record, other)
    (record.vault / "keys.sync-conflict-20261122-1405-ABC").write_bytes(b"x")
    out, err = record.run("note", stdin="K12 call 10:00 5m goes on")
    assert "“log (conflicted copy 2026-11-22)”" in err and "“keys.sync-conflict" in err and "not used" in err
    assert "goes on" in record.run("export", "jsonl")[0]


@nightly
def test_one_of_two_key_files_replaced_is_said_and_mended_at_the_next_opening(record, desk):
    t = desk(record, cols=120, rows=30)
    (record.vault / "keys.x").write_bytes(b"y" * 9000)
    os.rename(record.vault / "keys.x", record.vault / "keys")
    t.expect("The file keys was changed by something else", limit=5)
    t.note("K12 call 10:00 5m goes on all the same").press("<enter>").expect("Saved")
    t.press("q")
    t.exit_status()
    record.run("today")
    assert (record.vault / "keys").read_bytes() == (record.vault / "keys.bak").read_bytes()
    assert record.json("verify")["ok"]


FUSE = os.path.join(os.path.dirname(__file__), "passthrough.py")


@pytest.fixture
def untrusted(tmp_path, mounted):
    """A record that lies on a FUSE file system."""
    back, front = tmp_path / "back", tmp_path / "front"
    for folder in (back, front):
        folder.mkdir()
    server = subprocess.Popen(["/usr/bin/python3", "-B", FUSE, str(back), str(front)])
    for _ in range(100):
        if os.path.ismount(front):
            break
        try:
            server.wait(0.05)
            break
        except subprocess.TimeoutExpired:
            pass
    if not os.path.ismount(front):
        pytest.skip("no FUSE here")
    record = Record(tmp_path)
    record.vault = back / "vault"
    fill(record)
    record.vault = front / "vault"
    yield record
    subprocess.run(["umount", "-l", front], check=False)
    server.wait(10)


def test_on_a_file_system_whose_locks_may_not_hold_it_is_read_only_unless_trusted(untrusted, desk):
    line = "K12 call 10:00 5m from far away"
    out, err = untrusted.run("note", stdin=line, status=7)
    assert "it lies on FUSE" in err and "--trust-file-system" in err and line in err
    assert "library" in untrusted.run("timeline", "K12")[0]
    t = desk(untrusted, cols=80, rows=24)
    t.expect("READ-ONLY").expect("it lies on FUSE").expect("--trust-file-system")
    t.press("q")
    t.exit_status()
    untrusted.run("note", "--trust-file-system", stdin=line)
    assert "from far away" in untrusted.run("export", "jsonl")[0]
    settings = untrusted.folder / "home/.config/mainstay/settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("trust-file-system = true\n")
    untrusted.run("note", stdin="K12 call 10:00 5m by the settings")
    settings.unlink()
    # A new one is not even made there.
    made = subprocess.run(
        [PROGRAM, "init", "--vault", str(untrusted.vault.parent / "second"), "--passphrase-file",
         str(untrusted.passphrase)], capture_output=True, env=untrusted.env, check=False,
    )
    assert made.returncode == 7 and b"FUSE" in made.stderr
