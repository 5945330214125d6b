#!/usr/bin/env python3
"""Eight writers and four readers on one record, as programs of their own.

    many.py [SECONDS]

A fresh record every 20 seconds. Every act of all writers must be there exactly once and whole; no reader may ever see
half of one; nobody may be left waiting for ever.
"""
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from writers import Writers  # noqa: E402

WRITERS, READERS, A_RECORD = 8, 4, 20


def crowd(seconds, folder):
    """One record's worth; returns what was counted."""
    record = Writers(folder).create()
    limit = seconds + 60
    writers = [record.start("write", name=f"w{n}", seconds=seconds) for n in range(1, WRITERS + 1)]
    readers = [record.start("read", name=f"r{n}", seconds=seconds) for n in range(1, READERS + 1)]
    # A deadlock would end here.
    for one in writers + readers:
        one.wait(limit)
        assert one.status == 0 and one.of("done") == [[]], (one.status, one.of("failed"), one.lines[-3:])
    kept = {name: set(ids.split(",")) for one in writers for name, _, ids, _ in one.of("kept")}
    assert len(kept) == sum(len(one.of("kept")) for one in writers)
    for n, one in enumerate(writers, 1):
        assert one.of("kept"), f"writer {n} never had a turn"
    last = record.run("check")
    held = {name: ids.split(",") for name, ids in last.of("holds")}
    assert held.keys() == kept.keys(), held.keys() ^ kept.keys()
    for name, ids in kept.items():
        assert sorted(held[name]) == sorted(ids), f"{name} is there other than once"
    for one in [*readers, last]:
        assert not one.of("half") and not one.of("wrong"), (one.of("half"), one.of("wrong"))
        assert {name for name, in one.of("saw")} <= kept.keys()
    # The chain of hashes and numbers has no branch: never two at a time.
    assert last.of("proved"), last.lines
    waits = sorted(int(took) for one in writers for *_, took in one.of("kept"))
    return dict(
        acts=len(kept),
        seen=sum(len(one.of("saw")) for one in readers),
        waited_out=sum(len(one.of("busy")) for one in writers),
        longest=waits[-1],
        turns=[len(one.of("kept")) for one in writers],
    )


def crowds(seconds, folder):
    total = dict(acts=0, seen=0, waited_out=0, longest=0, records=0)
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 1 or not total["records"]:
        counted = crowd(int(min(A_RECORD, max(left, 5))), pathlib.Path(folder) / f"record-{total['records']}")
        for key in ("acts", "seen", "waited_out"):
            total[key] += counted[key]
        total["longest"] = max(total["longest"], counted["longest"])
        total["records"] += 1
    return total


if __name__ == "__main__":
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 1800
    with tempfile.TemporaryDirectory(prefix="many-") as folder:
        total = crowds(seconds, folder)
    print(
        f"{WRITERS} writers and {READERS} readers for {seconds} s on {total['records']} records: {total['acts']} acts, "
        f"each kept exactly once; {total['seen']} times a reader saw one, 0 times half of one; 0 deadlocks; longest "
        f"turn {total['longest']} ms; {total['waited_out']} times somebody was told who holds the record"
    )
