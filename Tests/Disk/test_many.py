"""Many programs on one record: one act at a time, each shown to everybody, nobody waits for ever."""
import fcntl
import os
import re
import subprocess
import threading
import time

from conftest import PROGRAM, show
from many import crowd


def test_eight_writers_and_four_readers_keep_every_act_once_and_see_only_whole_ones(tmp_path):
    counted = crowd(10, tmp_path / "crowd")
    show(f"\n8 writers, 4 readers, 10 s: {counted}")


class Note(threading.Thread):
    """`mainstay note` in a shell of its own; tells when it had said Saved."""

    def __init__(self, record, number):
        super().__init__()
        self.line = f"K12 call 10:0{number} 5m shell-{number}-said hello"
        self.record, self.number = record, number
        self.saved = self.output = None

    def run(self):
        command = [PROGRAM, "note", "--vault", str(self.record.vault)]
        command += ["--passphrase-file", str(self.record.passphrase)]
        done = subprocess.run(
            command, input=self.line.encode(), capture_output=True, env=self.record.env, timeout=120, check=False
        )
        self.saved = time.monotonic() if b"Saved.\n" in done.stdout else None
        self.output = done.stdout + done.stderr


def test_ten_shells_keep_a_note_each_and_the_open_screen_shows_every_one_within_a_second(record, desk):
    t = desk(record, cols=120, rows=60)
    t.press(":").type("K12").press("<enter>").expect("library")
    shells = [Note(record, number) for number in range(10)]
    for shell in shells:
        shell.start()
    shown = {}
    end = time.monotonic() + 60
    while len(shown) < 10 and time.monotonic() < end:
        t.read(0.02)
        text = t.text()
        for shell in shells:
            if shell.number not in shown and f"shell-{shell.number}-said" in text:
                shown[shell.number] = time.monotonic()
    for shell in shells:
        shell.join()
        assert shell.saved, shell.output
    assert len(shown) == 10, t.text()
    # Negative: on the screen before the shell had printed its word.
    delays = [shown[shell.number] - shell.saved for shell in shells]
    show(f"\nfrom Saved in a shell to the open screen: longest {max(delays) * 1000:.0f} ms")
    assert max(delays) < 1.0, delays
    texts = [entry.get("text", "") for entry in record.json("timeline", "K12")["entries"]]
    for number in range(10):
        assert sum(f"shell-{number}-said" in text for text in texts) == 1
    assert record.json("verify")["ok"]


def test_whoever_holds_the_record_is_named_after_two_seconds(record):
    with open(record.vault / "lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(b"mainstay import, process 4711")
        lock.flush()
        begin = time.monotonic()
        out, err = record.run("note", stdin="K12 call 10:00 5m words to give back", status=6)
        assert 1.9 < time.monotonic() - begin < 10
        assert "in use by mainstay import, process 4711" in err
        assert "words to give back" in err and "Saved" not in out
    assert record.note("K12 call 10:00 5m words to give back")["kept"]


def test_the_open_screen_says_who_holds_the_record_and_keeps_the_note_in_sight(record, desk):
    t = desk(record)
    with open(record.vault / "lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write(b"mainstay import, process 4711")
        lock.flush()
        t.note("K12 call 10:00 5m still here").press("<enter>").expect("NOT SAVED")
        t.expect("mainstay import, process 4711 is writing").expect("still here")
    t.press("<enter>").expect("Saved")
    assert not re.search("NOT SAVED", t.text())
    assert "still here" in str(record.json("timeline", "K12"))
    assert os.path.exists(record.vault / "lock")
