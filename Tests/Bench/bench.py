#!/usr/bin/env python3
"""How long the whole commands take, beside sqlite3, on the same made-up notes in one run.

  MAINSTAY=.build/release/mainstay Tests/Bench/bench.py [--sizes 1k,10k,100k] [--rounds 15] [--json FILE]

Every round runs every program once, in shuffled order, so that a busy machine slows all of them. Times
are of whole processes, from start to end, less the derivation of the key, which `mainstay` reports
(MAINSTAY_TIMES) and which is printed apart: it is the price of a stolen laptop. `true` is run in every
round: where it took more than 1.5 times its usual median, the round is thrown away and counted.
"""

import argparse
import json
import os
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

SIZES = {"1k": (1_000, 25), "10k": (10_000, 30), "100k25": (100_000, 25), "100k": (100_000, 300)}
KINDS = ["visit", "phone", "text", "email", "meeting"]
NAMES = ["Arben Testi", "Lan Mẫu Thử", "Hiwet Sample", "Kofi Muster", "Noor Proba", "Ilir Shembull"]
SENTENCES = [
    "Visited at the placement with the carer and an interpreter by telephone.",
    "Quiet at first, then talked for half an hour about the football team.",
    "Said that the bus pass has not come and that college starts on Monday.",
    "The key worker says that breakfast goes well and that the nights are better.",
    "Asked what the letter means; we read it together and wrote down two questions.",
    "Solicitor rang back and will send the statement before the end of the week.",
    "Unknown number on the second phone; passed to the social worker the same day.",
    "We agreed who to ring at night and put both numbers on one card.",
]
NOTE = "seen at the placement with the carer, settled, safety plan read again, college goes well"
RARE = "lighthouse"


def notes(count, children):
    """The same notes every time: (ref, name, at, kind, body)."""
    dice = random.Random(2012)
    start = datetime(2021, 7, 1, 8)
    for number in range(count):
        child = dice.randrange(children)
        body = " ".join(dice.choices(SENTENCES, k=dice.randint(4, 9)))
        if number % 500 == 77:
            body += f" Spoke of the {RARE} again."
        at = start + timedelta(minutes=number * 5 * 365 * 1440 // count)
        name = f"{NAMES[child % len(NAMES)]} {child:03}"
        yield f"GDN-{child + 1:05}", name, at.isoformat(timespec="minutes"), dice.choice(KINDS), body


def run(command, text="", **more):
    """One process: (seconds less the derivation, seconds of the derivation)."""
    start = time.perf_counter()
    done = subprocess.run(command, input=text.encode(), capture_output=True, **more)
    took = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()[-300:]}")
    derivation = re.search(rb"derivation (\d+) us", done.stderr)
    derived = int(derivation[1]) / 1e6 if derivation else 0
    return took - derived, derived


def prepare(folder, size, mainstay):
    """The notes in both stores; what it took to take them in."""
    count, children = SIZES[size]
    here = folder / size
    here.mkdir()
    (here / "pw").write_text("five words that nobody guesses\n")
    made = list(notes(count, children))
    with open(here / "notes.jsonl", "w") as out:
        for ref, name, at, kind, body in made:
            row = {"ref": ref, "name": name, "at": at, "kind": kind, "body": body}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    store = ["--vault", str(here / "vault"), "--passphrase-file", str(here / "pw")]
    run([mainstay, "init", *store])
    taken, _ = run([mainstay, "import", "notes", str(here / "notes.jsonl"), *store])
    plain = sqlite3.connect(here / "plain.db")
    plain.executescript(
        "create table note(id integer primary key, child text, at text, kind text, body text);"
        "create virtual table words using fts5(body, content=note, content_rowid=id);"
        "create trigger added after insert on note begin"
        " insert into words(rowid, body) values (new.id, new.body); end;"
    )
    rows = [(ref, at, kind, body) for ref, _, at, kind, body in made]
    plain.executemany("insert into note(child, at, kind, body) values (?, ?, ?, ?)", rows)
    plain.commit()
    plain.close()
    return store, str(here / "plain.db"), taken


def commands(mainstay, store, plain):
    """Name → (command, standard input)."""
    insert = "insert into note(child, at, kind, body) values ('GDN-00001', '2026-06-01', 'visit', '%s')"
    find = f"select at, body from note where id in (select rowid from words where words match '{RARE}')"
    return {
        "sqlite3 insert": (["sqlite3", plain, "pragma synchronous=full; " + insert % NOTE], ""),
        "mainstay note": ([mainstay, "note", *store], "GDN-00001 visit " + NOTE),
        "sqlite3 search": (["sqlite3", plain, find], ""),
        "mainstay search": ([mainstay, "search", *store], RARE),
        "mainstay today": ([mainstay, "today", *store], ""),
        "mainstay verify": ([mainstay, "verify", *store], ""),
    }


def measure(all_commands, rounds):
    """Rows by (size, name); derivations; how many rounds were thrown away."""
    rows, derivations, thrown, idle = {}, [], 0, []
    for _ in range(rounds):
        taken = {}
        idle.append(run(["true"])[0])
        order = list(all_commands)
        random.shuffle(order)
        for key in order:
            took, derived = run(*all_commands[key])
            taken[key] = took
            if derived:
                derivations.append(derived)
        idle.append(run(["true"])[0])
        if max(idle[-2:]) > 1.5 * statistics.median(idle) and len(idle) > 6:
            thrown += 1
            continue
        for key, took in taken.items():
            rows.setdefault(key, []).append(took)
    return rows, derivations, thrown


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default="1k,10k,100k")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json")
    parser.add_argument("--only", help="names of the commands, separated by commas")
    arguments = parser.parse_args()
    mainstay = str(Path(os.environ.get("MAINSTAY", ".build/release/mainstay")).resolve())
    sizes = arguments.sizes.split(",")
    folder = Path(tempfile.mkdtemp(prefix="mainstay-bench-"))
    os.environ.update(MAINSTAY_TIMES="1", XDG_STATE_HOME=str(folder / "state"))
    try:
        everything, imports = {}, {}
        for size in sizes:
            store, plain, imports[size] = prepare(folder, size, mainstay)
            for name, command in commands(mainstay, store, plain).items():
                if not arguments.only or name in arguments.only.split(","):
                    everything[size, name] = command
        rows, derivations, thrown = measure(everything, arguments.rounds)
    finally:
        shutil.rmtree(folder)

    def ratio(one, other):
        return statistics.median(a / b for a, b in zip(rows[one], rows[other]))

    print(f"\n{'':24}" + "".join(f"{size:>22}" for size in sizes))
    for name in dict.fromkeys(name for _, name in rows):
        line = ""
        for size in sizes:
            took = sorted(rows[size, name])
            line += f"{took[0] * 1e3:8.1f} {statistics.median(took) * 1e3:6.1f} {took[-1] * 1e3:6.1f}"
        print(f"{name + ', ms':24}{line}   (least, median, most)")
    print(f"{'mainstay import, s':24}" + "".join(f"{imports[size]:22.2f}" for size in sizes))
    derivation = statistics.median(derivations)
    print(f"the key derivation, apart: {derivation * 1e3:.0f} ms; rounds thrown away: {thrown}")
    ratios = {}
    for size in sizes:
        for ours, theirs in [("mainstay note", "sqlite3 insert"), ("mainstay search", "sqlite3 search")]:
            if (size, ours) in rows and (size, theirs) in rows:
                ratios[f"{ours} / {theirs}, {size}"] = ratio((size, ours), (size, theirs))
    first, last = sizes[0], sizes[-1]
    if (first, "mainstay note") in rows and first != last:
        ratios[f"mainstay note, {last} / {first}"] = ratio((last, "mainstay note"), (first, "mainstay note"))
    for name, value in ratios.items():
        print(f"{name:44}{value:8.2f}")
    if arguments.json:
        document = {
            "milliseconds": {f"{size} {name}": [x * 1e3 for x in v] for (size, name), v in rows.items()},
            "importSeconds": imports, "derivationSeconds": derivation, "ratios": ratios,
        }
        Path(arguments.json).write_text(json.dumps(document, indent=1))


if __name__ == "__main__":
    main()
