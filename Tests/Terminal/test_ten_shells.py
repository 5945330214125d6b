"""Ten shells keep a note at once while the desk is open: each once, in order, and all of them shown."""
import json
import os
import re
import subprocess
import time

import pytest
from conftest import PROGRAM
from test_day import JUST_NOW, Home, unlock

STRACE = "/usr/bin/strace"
WORDS = ["anchor", "basket", "candle", "dolphin", "ember", "feather", "glove", "hammock", "island", "jacket"]


@pytest.fixture
def demo(tmp_path):
    home = Home(tmp_path)
    home.secret.write_text(home.run("demo", "--no-open"))
    return home


def lock_got(trace):
    """When the exclusive lock was got, as the kernel saw it: the last time, which is the writer's."""
    got = []
    begun = {}
    for line in trace.read_text().splitlines():
        whole = re.match(r"(\d+) +([\d.]+) flock\(\d+, LOCK_EX[^)]*\) += 0 <([\d.]+)>", line)
        start = re.match(r"(\d+) +([\d.]+) flock\(\d+, LOCK_EX[^)]*<unfinished", line)
        end = re.match(r"(\d+) +([\d.]+) <\.\.\. flock resumed>\) += 0", line)
        if whole:
            got.append(float(whole[2]) + float(whole[3]))
        elif start:
            begun[start[1]] = True
        elif end and begun.pop(end[1], False):
            got.append(float(end[2]))
    return got


def test_ten_notes_at_once_are_kept_each_once_in_order_and_shown(terminal, demo):
    t = unlock(terminal, demo, cols=120, rows=60)
    t.press("/Yusuf<enter>").press("<enter>").expect("Yusuf +K09")
    before = demo.run("export", "jsonl").splitlines()
    has_strace = os.path.exists(STRACE)
    shells = []
    for number, word in enumerate(WORDS):
        command = [PROGRAM, "note", "--json", "--vault", str(demo.vault), "--passphrase-file", str(demo.secret)]
        if has_strace:
            trace = ["-f", "-ttt", "-T", "-e", "trace=flock", "-o", str(demo.folder / f"trace{number}")]
            command = [STRACE, *trace, *command]
        shells.append(subprocess.Popen(command, env=demo.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE))
    for shell, word in zip(shells, WORDS):  # all of them are at work before the first gets its line
        shell.stdin.write(f"K09 call {JUST_NOW} 3m quince and {word}".encode())
        shell.stdin.close()
    waiting = set(shells)
    while waiting:
        t.read(0.01)
        waiting = {shell for shell in waiting if shell.poll() is None}
    ended = time.monotonic()
    t.expect("(?s:.*)".join(["quince and"] * 10), limit=5)
    # The screen settles for a moment before it is looked at; the rest is the program's.
    assert time.monotonic() - ended < 1.15
    for word in WORDS:
        assert t.text().count(f"quince and {word}") == 1, t.text()

    seqs = {}
    for shell, word in zip(shells, WORDS):
        assert shell.returncode == 0, shell.stderr.read().decode()
        (kept,) = json.loads(shell.stdout.read())["kept"]
        assert kept["ref"] == "K09"
        seqs[word] = kept["seq"]
    order = sorted(WORDS, key=seqs.get)
    first = seqs[order[0]]
    assert [seqs[word] for word in order] == list(range(first, first + 10))
    after = demo.run("export", "jsonl").splitlines()
    assert after[:len(before)] == before
    texts = [json.loads(line)["body"]["text"] for line in after[len(before):]]
    assert texts == [f"quince and {word}" for word in order]
    if has_strace:
        got = {word: lock_got(demo.folder / f"trace{n}") for n, word in enumerate(WORDS)}
        assert all(got.values()), got
        assert sorted(WORDS, key=lambda word: got[word][-1]) == order, got
    assert demo.json("verify")["ok"]
    assert t.quit().exit_status() == 0
