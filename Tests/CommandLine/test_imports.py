"""Counts that add up, and every refused row named."""
import json
import random
import re
import subprocess

import pytest

from records import ROOT, write_notes

SAMPLES = ROOT.parent / "shared/samples/ssda903"


def test_refused_notes_are_named_with_file_row_and_reason(record):
    path = record.folder / "notes.jsonl"
    good = {"ref": "K01", "name": "Saba Woldu", "at": "2026-11-01T10:00", "kind": "visit", "body": "ok"}
    lines = [
        json.dumps(good),
        "{not json",
        json.dumps(dict(good, at="2026-02-31T10:00")),
        json.dumps({k: v for k, v in good.items() if k != "ref"}),
        json.dumps(dict(good, ref="not a ref")),
        "",
        json.dumps(dict(good, kind="home-office", body="biometrics letter")),
    ]
    path.write_text("\n".join(lines) + "\n")
    done = record.json("import", "notes", path)
    assert done["read"] == 6
    assert done["kept"] == 2
    assert [(r["file"], r["row"]) for r in done["refused"]] == [("notes.jsonl", n) for n in (2, 3, 4, 5)]
    assert all(r["why"] for r in done["refused"])
    entries = record.json("timeline", "K01")["entries"]
    letter = next(e for e in entries if "biometrics" in e.get("text", ""))
    assert "home-office" in letter["tags"]


def test_an_import_counts_only_what_its_source_says(record):
    base = {"ref": "K70", "name": "X", "at": "2026-01-02T10:00:00Z", "body": "b"}
    rows = [dict(base, kind="visit", seen=False, alone=True), dict(base, kind="text"),
            dict(base, kind="phone", seen=True, alone=False), dict(base, kind="visit")]
    record.json("import", "notes", write_notes(record.folder / "n.jsonl", rows))
    entries = [e for e in record.json("timeline", "K70")["entries"] if "kind" in e][::-1]
    found = [(e["kind"], e["seen"], e["alone"], e["heardFrom"]) for e in entries]
    assert found == [("visit", False, False, False), ("text", False, False, False),
                     ("call", False, False, True), ("visit", True, False, True)]


def test_a_row_that_is_not_utf8_is_refused_by_itself(record):
    good = {"ref": "K70", "name": "X", "at": "2026-01-02T10:00", "kind": "visit", "body": "b"}
    path = record.folder / "n.jsonl"
    path.write_bytes(json.dumps(good).encode() + b"\r\n\xff\xfe\r\n" + json.dumps(good).encode() + b"\n")
    done = record.json("import", "notes", path)
    assert (done["read"], done["kept"]) == (3, 2)
    assert [(r["file"], r["row"]) for r in done["refused"]] == [("n.jsonl", 2)]


def made_up_notes(count):
    chance = random.Random(7)
    names = ["Selam Tesfay", "Trần Văn Đức", "Ardit Hoxha", "محمد الحسن", "Nour Haddad"]
    words = ("visit college solicitor drawing market bus pass phone carer placement friend music "
             "football letter court review settled worried tired hungry museum library river").split()
    for i in range(count):
        child = i % len(names)
        body = " ".join(chance.choice(words) for _ in range(30))
        if i % 97 == 0:
            body += " Đức said hello. 他在学校很好。"
        if i % 101 == 0:
            body += " Felixstowe_1 don't stop."
        yield {"ref": f"GDN-{child + 1:05d}", "name": names[child],
               "at": f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}T{i % 24:02d}:{i % 60:02d}",
               "kind": chance.choice(["visit", "phone", "text", "home-office"]), "body": body,
               "due": "2026-12-01" if i % 500 == 0 else None}


def grep_iw(word, notes):
    """What `grep -iw` counts, one note a line."""
    text = "".join(n["body"].replace("\n", " ") + "\n" for n in notes)
    done = subprocess.run(["grep", "-ciw", "-e", word], input=text.encode(), capture_output=True,
                          env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, check=False)
    return int(done.stdout)


def test_search_agrees_with_grep_and_finds_marks_and_chinese(record):
    notes = list(made_up_notes(2000))
    done = record.json("import", "notes", write_notes(record.folder / "n.jsonl", notes))
    assert (done["read"], done["kept"], done["children"], done["contacts"]) == (2000, 2000, 5, 2000)
    asked = ["college", "bus", "court", "Felixstowe_1", "don", "t", "hello", "said", "nowhere", "pass"]
    for word in asked:
        found = record.json("search", stdin=word)
        assert found["count"] == len(found["hits"]) == grep_iw(word, notes), word
    assert record.json("search", stdin="duc")["count"] == sum("Đức" in n["body"] for n in notes)
    assert record.json("search", stdin="学校")["count"] == sum("学校" in n["body"] for n in notes)
    assert record.json("today")["counts"]["children"] == 5


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample files are not here")
def test_ssda903_rows_add_up_and_placements_read_out_in_words(record):
    done = record.json("import", "ssda903", SAMPLES, "--children", "40")
    assert done["children"] == 40
    assert done["read"] == done["kept"] + len(done["refused"])
    assert all(r["file"] and r["row"] and r["why"] for r in done["refused"])
    today = record.json("today")
    assert today["counts"]["children"] == today["counts"]["shown"] == 40
    first = (SAMPLES / "episodes.csv").read_text().splitlines()[1].split(",")[0]
    child = record.json("child", first)
    assert child["placements"]
    assert not any(re.fullmatch(r"[A-Z]\d", p["kind"]) for p in child["placements"])
