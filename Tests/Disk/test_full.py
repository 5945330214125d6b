"""A disk that is really full: one last note in the space kept for it, then no, and nothing is lost."""
import errno
import os
import subprocess

import pytest
from conftest import PROGRAM, fill, show, unprivileged
from records import Record
from test_faults import note

MIB = 1 << 20


def fill_up(path):
    """Takes every free page of a file system."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        while True:
            os.write(file, b"\0" * 4096)
    except OSError as error:
        assert error.errno == errno.ENOSPC
    finally:
        os.close(file)


def notes_until_refused(record, limit=400):
    """Notes of half a page each; answers how many said Saved, and the refusal."""
    words = " ".join(["half", "a", "page", "of", "words"] * 40)
    for number in range(limit):
        done = note(record, line=f"K12 call 10:00 5m note-{number:04d}-here {words}")
        if done.returncode != 0:
            return number, done
        assert b"Saved.\n" in done.stdout
    raise AssertionError("the disk is never full")


def kept(record):
    lines = record.run("export", "jsonl")[0].splitlines()
    return sorted({line.split("note-")[1][:4] for line in lines if "note-" in line and "-here" in line})


def test_on_a_full_disk_the_space_kept_gives_one_last_note_and_then_it_says_no(tmp_path, mounted):
    place = mounted("-t", "tmpfs", "-o", "size=1400k,mode=777", "tmpfs")
    record = Record(tmp_path)
    record.vault = place / "vault"
    fill(record)
    ballast = place / "ballast"
    fill_up(ballast)
    # The log has the rest of its last page, perhaps; then it is only the spare.
    words = "K12 call 10:00 5m before the end " + "word " * 900
    spare = record.vault / "spare"
    first = note(record, line=words)
    assert first.returncode == 0, first.stderr
    assert b"the space kept for one last note has been used" in first.stderr
    assert spare.stat().st_size == 0
    # Somebody else takes what the spare had freed.
    fill_up(ballast)
    size = record.log().stat().st_size
    number, refused = notes_until_refused(record)
    assert refused.returncode == 4
    assert b"NOT SAVED: the disk is full (No space left on device)" in refused.stderr
    assert f"note-{number:04d}-here half a page".encode() in refused.stderr, "the text was not given back"
    assert kept(record) == [f"{n:04d}" for n in range(number)]
    assert record.json("verify")["ok"] and record.log().stat().st_size >= size
    ballast.unlink()
    more = note(record, line="K12 call 10:00 5m room again")
    assert more.returncode == 0 and spare.stat().st_size == MIB
    assert "room again" in record.run("export", "jsonl")[0]
    assert not [p for p in record.vault.iterdir() if p.name.endswith(".new")]
    show(f"\na full disk: {number + 1} notes kept, 1 refused, 0 lost")


def test_on_a_full_disk_a_new_child_is_taken_on_with_the_space_kept(tmp_path, mounted):
    place = mounted("-t", "tmpfs", "-o", "size=1400k,mode=777", "tmpfs")
    record = Record(tmp_path)
    record.vault = place / "vault"
    fill(record)
    fill_up(place / "ballast")
    done = note(record, line="new Amal, 15, at the station, rang from a borrowed phone")
    assert done.returncode == 0, done.stderr + done.stdout
    assert "borrowed phone" in record.run("export", "jsonl")[0]
    assert record.json("verify")["ok"]


@pytest.mark.parametrize("how", ["folder", "mount"])
def test_a_record_that_may_not_be_written_opens_for_reading_and_gives_the_note_back(record, mounted, how):
    line = "K12 call 10:00 5m not to be lost"
    options = {}
    if how == "mount":
        mounted("--bind", str(record.vault), at=record.vault)
        subprocess.run(["mount", "-o", "remount,ro,bind", record.vault], check=True)
    else:
        if os.geteuid() != 0:
            pytest.skip("only root can be another user")
        for path in [record.folder, *record.folder.rglob("*")]:
            os.chown(path, 65534, 65534)
        for path in [record.vault, *record.vault.rglob("*")]:
            path.chmod(0o500 if path.is_dir() else 0o400)
        for path in record.folder.parents:
            if path.stat().st_mode & 0o005 != 0o005:
                path.chmod(path.stat().st_mode | 0o005)
        options["preexec_fn"] = unprivileged

    def run(*arguments, stdin=b""):
        command = [PROGRAM, *arguments, "--vault", str(record.vault), "--passphrase-file", str(record.passphrase)]
        return subprocess.run(command, input=stdin, capture_output=True, env=record.env, check=False, **options)

    before = {p.name: p.read_bytes() for p in record.vault.iterdir() if p.is_file()}
    read = run("timeline", "K12")
    assert read.returncode == 0 and b"library" in read.stdout, read
    done = run("note", stdin=line.encode())
    assert done.returncode == 7, done
    assert b"The record may only be read: its files may not be written" in done.stderr
    assert line.encode() in done.stderr
    assert {p.name: p.read_bytes() for p in record.vault.iterdir() if p.is_file()} == before
