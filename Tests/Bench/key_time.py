#!/usr/bin/env python3
"""How long a key takes in a note of 500 words: from the key to the last byte of its frame, and the
processor time of the program, which holds parse, preview and frame.

  MAINSTAY=.build/release/mainstay Tests/Bench/key_time.py [--words 500] [--keys 200]

The limit is 1 ms a key for parse and preview; the frame is drawn in it as well here.
"""

import argparse
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from save_time import Desk, spread

WORDS = ("she was quiet at first and then asked whether the letter says that she has to leave the "
         "college so we read it together and wrote down what to ask and the carer made tea").split()


def used(pid):
    """Processor time of a process, in seconds."""
    with open(f"/proc/{pid}/schedstat") as file:
        return int(file.read().split()[0]) / 1e9


def answered(desk):
    """Reads until the answer to a key is whole: 5 ms without a byte after the first."""
    if not select.select([desk.fd], [], [], 2.0)[0]:
        sys.exit("a key was not answered")
    return desk.settle(0.005)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--over", default="", help="keys that open the screen under the bar: jt, the ring card")
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("MAINSTAY", ".build/release/mainstay"))
    folder = Path(tempfile.mkdtemp(prefix="key-time-"))
    env = dict(os.environ, HOME=str(folder), TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    try:
        vault = str(folder / "vault")
        made = subprocess.run([program, "demo", "--no-open", "--vault", vault], env=env, check=True,
                              capture_output=True)
        desk = Desk([program, "--vault", vault], env)
        desk.until(b"Passphrase")
        desk.settle()
        desk.send(made.stdout.decode().strip() + "\r")
        desk.until(b"MISSING")
        desk.settle(1.0)
        for key in options.over:
            desk.send(key)
            desk.settle()
        for words in (10, options.words):
            desk.send("n")
            desk.settle()
            prose = " ".join(WORDS[n % len(WORDS)] for n in range(words))
            desk.send("ardit visit 14:20 45m alone, !threat >sw: chase PEP fri " + prose + " ")
            desk.settle(1.0)
            times, work = [], []
            for number in range(options.keys):
                key = (WORDS[number % len(WORDS)] + " ")[number % 4 % (len(WORDS[number % len(WORDS)]) + 1)]
                before, start = used(desk.pid), time.perf_counter()
                desk.send(key)
                times.append(answered(desk) - start)
                work.append(used(desk.pid) - before)
            print(f"{words:5} words  key to frame ms {spread(times)}  processor ms {spread(work)}")
            desk.send("\x15")
            desk.settle()
            desk.send("\x1b")
            desk.settle(0.3)
        os.close(desk.fd)
        os.waitpid(desk.pid, 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
