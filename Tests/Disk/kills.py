#!/usr/bin/env python3
"""Kills programs at random moments and looks at what is left, over and over.

    kills.py [KILLS] [SEED]

KILLS kills of a writer, a fifth as many of `mainstay note`, a tenth as many of `mainstay import`. After each kill the
record must open; every act that had been acknowledged must be there, once, whole, word for word and under the
identity that was reported; and besides those at most the one act that was being kept.
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "CommandLine"))
from records import PROGRAM, Record, write_notes  # noqa: E402
from writers import Writers  # noqa: E402

A_RECORD = 25  # kills of one record before a fresh one: a longer log only opens more slowly


class Tale:
    """What one record's writers have acknowledged, and what each was doing when it was killed."""

    def __init__(self):
        self.acts, self.children, self.in_flight, self.sequence, self.next = {}, set(), set(), 0, 1

    def killed(self, writer):
        kept = writer.of("kept")
        for name, _, ids, *_ in kept:
            self.acts[name] = set(ids.split(","))
        self.children |= {ref for ref, in writer.of("added")}
        self.sequence = max([self.sequence, *(int(sequence) for _, sequence, *_ in kept)])
        number = max([self.next - 1, *(int(name.split("-")[1]) for name, *_ in kept)]) + 1
        self.in_flight.add(number)
        self.next = number + 1

    def must_be_in(self, opened):
        """Holds what a process found when it opened the record against the tale."""
        assert opened.of("ready"), f"it does not open: {opened.lines}"
        assert not opened.of("failed"), opened.of("failed")
        assert not opened.of("readonly"), opened.of("readonly")
        held = {name: ids.split(",") for name, ids in opened.of("holds")}
        assert not self.acts.keys() - held.keys(), f"lost: {sorted(self.acts.keys() - held.keys())}"
        for name, ids in self.acts.items():
            assert sorted(ids) == sorted(held[name]), f"{name}: {ids} became {held[name]}"
        assert not opened.of("wrong"), f"other words: {opened.of('wrong')}"
        assert not opened.of("half"), f"half kept: {opened.of('half')}"
        more = {int(name.split("-")[1]) for name in held.keys() - self.acts.keys()}
        assert more <= self.in_flight, f"nobody kept these: {more - self.in_flight}"
        refs = {ref for ref, in opened.of("child")}
        assert self.children <= refs, f"lost: {self.children - refs}"
        assert {int(ref[2:]) - 1000 for ref in refs - self.children if ref.startswith("W-")} <= self.in_flight
        assert int(opened.of("ready")[0][0]) >= self.sequence, "it ends before the last acknowledged number"
        return len(more)


def kill_writers(total, dice, folder):
    """Writers; in every second record they also take on a child, and so replace the keys, before each note."""
    done = dict(kills=0, acknowledged=0, more=0, children=0, torn=0)
    while done["kills"] < total:
        record = Writers(pathlib.Path(folder) / f"record-{done['kills']}").create()
        tale = Tale()
        adds = {"keys": True} if done["kills"] // A_RECORD % 2 else {}
        for _ in range(min(A_RECORD, total - done["kills"])):
            writer = record.start("write", **{"from": tale.next}, **adds)
            writer.started.wait(120)
            # Most within the first act or two; some far enough in to leave a longer tale.
            time.sleep(dice.uniform(0, 0.05 if dice.random() < 0.7 else 0.3))
            writer.kill()
            tale.must_be_in(writer)
            tale.killed(writer)
            done["kills"] += 1
        last = record.run("check")
        done["more"] += tale.must_be_in(last)
        assert last.of("proved"), last.lines
        done["acknowledged"] += len(tale.acts)
        done["children"] += len(tale.children)
        done["torn"] += len(list((record.vault / "torn").iterdir()))
        shutil.rmtree(record.folder)
    return done


def fresh(folder):
    pathlib.Path(folder).mkdir(parents=True)
    record = Record(pathlib.Path(folder))
    record.run("init")
    row = {"ref": "K12", "name": "Thanh", "at": "2026-11-01T10:00", "kind": "visit", "body": "met"}
    record.run("import", "notes", write_notes(record.folder / "notes.jsonl", [row]))
    return record


def start(record, *arguments, stdin=None):
    return subprocess.Popen(
        [PROGRAM, *map(str, arguments), "--vault", str(record.vault), "--passphrase-file", str(record.passphrase)],
        stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=record.env,
    )


def kill_while_writing(record, one, dice, spread):
    """Lets it come to its turn at the record, and kills it at a random moment of that."""
    lock = record.vault / "lock"
    before = lock.stat().st_mtime_ns
    while one.poll() is None and lock.stat().st_mtime_ns == before:
        time.sleep(0.0005)
    time.sleep(dice.uniform(0, spread))
    one.kill()
    one.wait()


def texts(record):
    entries = record.json("timeline", "K12")["entries"]
    return [entry.get("text", "") for entry in reversed(entries)]


def kill_notes(total, dice, folder):
    """The real `mainstay note`: what said Saved is there once; what did not, once or not at all."""
    record = fresh(pathlib.Path(folder) / "notes")
    saved = set()
    for number in range(total):
        one = start(record, "note", stdin=b"")
        one.stdin.write(f"K12 call 10:00 5m killed-{number:05d} said hello".encode())
        one.stdin.close()
        kill_while_writing(record, one, dice, 0.03)
        if b"Saved.\n" in one.stdout.read():
            saved.add(number)
    found = [text for text in texts(record) if "killed-" in text]
    for number in range(total):
        times = sum(f"killed-{number:05d} said hello" in text for text in found)
        assert times == 1 if number in saved else times <= 1, (number, times)
    assert record.json("verify")["ok"]
    return dict(kills=total, acknowledged=len(saved), more=len(found) - len(saved))


def kill_imports(total, dice, folder):
    """The real `mainstay import`: what is there is a beginning of the file, each row whole."""
    base = fresh(pathlib.Path(folder) / "import")
    rows = [
        {"ref": "K12" if number % 40 else f"N-{1000 + number}", "name": "Selam", "at": "2026-11-02T10:00",
         "kind": "visit", "body": f"row-{number:05d}"}
        for number in range(600)
    ]
    file = write_notes(base.folder / "rows.jsonl", rows)
    spare = base.folder / "spare-copy"
    shutil.copytree(base.folder / "vault", spare / "vault")
    shutil.copytree(base.folder / "home", spare / "home")
    counts = []
    for _ in range(total):
        for name in ("vault", "home"):
            shutil.rmtree(base.folder / name)
            shutil.copytree(spare / name, base.folder / name)
        one = start(base, "import", "notes", file)
        kill_while_writing(base, one, dice, 0.6)
        lines = base.run("export", "jsonl")[0].splitlines()
        found = [row for row in range(600) if any(f"row-{row:05d}" in line for line in lines)]
        assert found == list(range(len(found))), "rows in the middle are missing"
        assert b"600 kept" not in one.stdout.read() or len(found) == 600
        assert base.json("verify")["ok"]
        counts.append(len(found))
    return dict(kills=total, none=counts.count(0), part=sum(0 < c < 600 for c in counts), all=counts.count(600))


if __name__ == "__main__":
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2**32)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        dice = random.Random(seed)
        imports = kill_imports(max(1, total // 10), dice, folder)
        print(f"mainstay import: {imports}", flush=True)
        notes = kill_notes(max(1, total // 5), dice, folder)
        print(f"mainstay note: {notes}", flush=True)
        writers = kill_writers(total, dice, folder)
    kills = writers["kills"] + notes["kills"] + imports["kills"]
    print(
        f"{kills} kills ({writers['kills']} of a writer, {notes['kills']} of mainstay note, {imports['kills']} of "
        f"mainstay import): {writers['acknowledged'] + notes['acknowledged']} acknowledged acts and "
        f"{writers['children']} children, 0 lost; 0 records that did not open; "
        f"{writers['more'] + notes['more']} acts on disk that nobody had been told of; {writers['torn']} torn tails "
        f"set aside (seed {seed}, {time.monotonic() - begin:.0f} s)"
    )
