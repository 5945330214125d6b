#!/usr/bin/env python3
"""Answers for many records in one process: what a test asks of `read_record.py`.

A line of standard input is {"folder": …, "stretched": hex} or {"folder": …, "typed": …}: scrypt's output
as it is, or a passphrase to derive it from. A line of standard output says how far that record reads:
{"answer": "whole" | "torn" | "damaged 12" | "keys" | …, "lines": 30, "sha256": hex of the export}.
"""

import hashlib
import json
import sys

sys.dont_write_bytecode = True
import read_record  # noqa: E402


def answer(asked):
    def stretch(header):
        if "typed" in asked:
            return header.stretch(asked["typed"])
        return bytes.fromhex(asked["stretched"])

    try:
        reading = read_record.read(asked["folder"], stretch)
    except read_record.WrongPassphrase:
        return "wrong", []
    except read_record.NoRecord:
        return "none", []
    except read_record.Refused as why:
        reading = read_record.Reading([], why, False)
    if reading.problem is None:
        return "torn" if reading.is_torn else "whole", reading.lines
    seq = reading.problem.seq
    return reading.problem.what + ("" if seq is None else " %d" % seq), reading.lines


def main():
    for line in sys.stdin:
        words, lines = answer(json.loads(line))
        digest = hashlib.sha256(b"".join(one.encode() + b"\n" for one in lines)).hexdigest()
        print(json.dumps({"answer": words, "lines": len(lines), "sha256": digest}), flush=True)


if __name__ == "__main__":
    main()
