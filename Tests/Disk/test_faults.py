"""The disk says no to the real `mainstay note`: it never says Saved of a note that is lost."""
import resource
import signal
import subprocess

import pytest
from conftest import CHANGES, NIGHTLY, PROGRAM, calls, nightly, show

LINE = "K12 call 10:00 5m words that must not be lost"


def note(record, env=None, line=LINE, limit=None, output=subprocess.PIPE):
    """Keeps a note in whatever world; answers the finished process."""
    def prepare():
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [PROGRAM, "note", "--vault", str(record.vault), "--passphrase-file", str(record.passphrase)],
        input=line.encode(), stdout=output, stderr=subprocess.PIPE, env=dict(record.env, **(env or {})),
        timeout=120, check=False, preexec_fn=prepare,
    )


def times(record, words="words that must not be lost"):
    return sum(words in line for line in record.run("export", "jsonl")[0].splitlines())


# Every call that a note makes is made to fail in turn; the last of each kind that there is ends the loop.
@pytest.mark.parametrize("call,errno,always", [
    ("write", 5, 0), ("write", 28, 1), ("write", -1, 1), ("fsync", 5, 0),
    *(pytest.param(*one, marks=nightly) for one in [
        ("write", 5, 1), ("write", 28, 0), ("fsync", 5, 1), ("ftruncate", 5, 1), ("open", 5, 0), ("read", 5, 0),
    ]),
])
def test_a_call_that_fails_is_told_and_nothing_is_lost(record, faults, call, errno, always):
    tried = {}
    for at in range(1, 40):
        (record.folder / "calls").unlink(missing_ok=True)
        done = note(record, faults(record, call, at, errno, always), f"K12 call 10:00 5m attempt-{at}-of-it")
        if not any(failed for *_, failed in calls(record)):
            break
        tried[at] = done
        if NIGHTLY:
            assert record.json("verify")["ok"], at
    else:
        raise AssertionError("it never stops calling")
    assert tried, "nothing failed: this proves nothing"
    assert record.json("verify")["ok"]
    lines = record.run("export", "jsonl")[0].splitlines()
    for at, done in tried.items():
        held = sum(f"attempt-{at}-of-it" in line for line in lines)
        if done.returncode == 0:
            assert b"Saved.\n" in done.stdout and held == 1, (at, done)
        else:
            assert b"Saved" not in done.stdout, (at, done.stdout)
            assert f"attempt-{at}-of-it".encode() in done.stderr + done.stdout, (at, done.stderr)
            assert held <= 1
            if held:
                # Written, and the sync failed: nobody can say, and it is said so.
                assert call == "fsync" and b"Whether the note is in the record" in done.stderr, (at, done.stderr)
    saved = sum(done.returncode == 0 for done in tried.values())
    show(f" {call} {errno} {always}: {saved} saved all the same, {len(tried) - saved} refused;")


def test_after_a_failed_sync_of_the_log_nothing_more_is_written(record, faults):
    done = note(record, faults(record, "fsync", 1, 5, 0, path=str(record.log())))
    assert done.returncode == 4, done
    assert b"NOT SAVED: the disk did not confirm the write (Input/output error)" in done.stderr
    asked = calls(record)
    first = next(n for n, (*_, failed) in enumerate(asked) if failed)
    assert asked[first][:2] == ("fsync", "log")
    assert [one for one in asked[first + 1:] if one[0] in CHANGES] == []
    assert record.json("verify")["ok"]


def test_a_storm_of_signals_fails_nothing(record, faults):
    for call in ("write", "fsync", "ftruncate", "open", "read", "flock"):
        (record.folder / "calls").unlink(missing_ok=True)
        done = note(record, faults(record, call, 1, 4, 2), f"K12 call 10:00 5m through-{call}-storm")
        assert done.returncode == 0, (call, done.stderr)
        if call != "ftruncate":
            assert any(failed for *_, failed in calls(record)), call
    lines = record.run("export", "jsonl")[0].splitlines()
    for call in ("write", "fsync", "ftruncate", "open", "read", "flock"):
        assert sum(f"through-{call}-storm" in line for line in lines) == 1, call


def test_a_real_short_write_is_taken_back(record):
    """RLIMIT_FSIZE: the kernel writes as much as fits and then says EFBIG."""
    size = record.log().stat().st_size
    for room in (0, 1, 104, 500) if NIGHTLY else (0, 300):
        done = note(record, limit=size + room)
        assert done.returncode == 4, (room, done)
        assert b"NOT SAVED" in done.stderr and b"File too large" in done.stderr
        assert LINE.encode() in done.stderr and b"Saved" not in done.stdout
        assert record.log().stat().st_size == size, "what was written was not taken back"
    assert note(record).returncode == 0 and times(record) == 1
    assert record.json("verify")["ok"]


def test_the_caller_learns_that_a_note_was_saved_although_the_answer_is_lost(record):
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = note(record, output=full)
    assert done.returncode == 8
    assert b"Saved, but the answer could not be printed (No space left on device)" in done.stderr
    assert times(record) == 1
    with open("/dev/full", "w", encoding="utf-8") as full:
        page = subprocess.run(
            [PROGRAM, "today", "--vault", str(record.vault), "--passphrase-file", str(record.passphrase)],
            stdout=full, stderr=subprocess.PIPE, env=record.env, check=False,
        )
    assert page.returncode == 1 and b"could not be printed" in page.stderr


def test_a_reader_that_has_read_enough_is_no_failure(record):
    command = f"set -o pipefail; '{PROGRAM}' timeline --vault '{record.vault}' --passphrase-file " \
              f"'{record.passphrase}' | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=record.env, check=False)
    assert done.returncode == 0, done.stderr
    command = command.replace("timeline", "note")
    done = subprocess.run(["bash", "-c", command], input=LINE.encode(), capture_output=True, env=record.env, check=False)
    assert done.returncode == 8 and times(record) == 1, done.stderr


def test_a_note_that_the_record_did_not_even_open_for_is_given_back(record):
    wrong = record.folder / "wrong"
    wrong.write_text("correct horse battery stable mainstay\n")
    out, err = record.run("note", stdin=LINE, passphrase=wrong, status=3)
    assert LINE in err and out == ""
    # The passphrase itself is never printed, whatever fails first.
    secret = record.passphrase.read_text()
    missing = subprocess.run(
        [PROGRAM, "note", "--vault", str(record.folder / "nowhere"), "--passphrase-file", "-"],
        input=(secret + LINE).encode(), capture_output=True, env=record.env, check=False,
    )
    assert missing.returncode == 1 and LINE.encode() in missing.stderr
    assert secret.strip().encode() not in missing.stderr + missing.stdout
