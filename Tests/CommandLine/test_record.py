"""A wrong passphrase, a cut file, a flipped bit: what is said, and that nothing is lost."""
import subprocess
import sys

from records import ROOT, PASSPHRASE


def snapshot(record):
    return {p.name: p.read_bytes() for p in record.vault.iterdir() if p.is_file()}


def test_a_wrong_passphrase_exits_3_and_changes_nothing(caseload):
    wrong = caseload.folder / "wrong"
    wrong.write_text("correct horse battery stable mainstay\n")
    before = snapshot(caseload)
    out, err = caseload.run("today", passphrase=wrong, status=3)
    assert "passphrase" in err and out == ""
    assert snapshot(caseload) == before


def test_a_log_cut_in_an_entry_never_acknowledged_opens_and_keeps_the_torn_bytes(caseload):
    whole = caseload.log().read_bytes()
    marks = {p: p.read_bytes() for p in caseload.hwm()}
    caseload.note("K12 call 10:00 5m said hello")
    longer = caseload.log().read_bytes()
    # The power went before the sync: the mark still stands where it stood.
    for path, mark in marks.items():
        path.write_bytes(mark)
    caseload.log().write_bytes(longer[:len(whole) + 300])
    out, err = caseload.run("today")
    assert "Thanh" in out
    assert "torn" in err or "unfinished" in err
    torn = b"".join(p.read_bytes() for p in (caseload.vault / "torn").iterdir())
    assert longer[len(whole):len(whole) + 300] in torn
    assert caseload.note("K12 call 10:05 5m rang again")["kept"]
    assert caseload.json("verify")["ok"]


def test_a_log_cut_in_an_acknowledged_entry_opens_read_only_and_names_it(caseload):
    seq = caseload.note("K12 call 10:00 5m said hello")["kept"][0]["seq"]
    data = caseload.log().read_bytes()
    caseload.log().write_bytes(data[:-40])
    out, err = caseload.run("verify", "--json", status=5)
    assert str(seq) in out + err
    assert caseload.run("note", stdin="K12 call 10:10 5m again", status=5)
    assert caseload.log().read_bytes() == data[:-40]


def test_one_flipped_bit_in_an_old_entry_is_named_and_nothing_is_written(caseload):
    data = bytearray(caseload.log().read_bytes())
    data[len(data) // 2] ^= 1
    caseload.log().write_bytes(bytes(data))
    out, err = caseload.run("verify", status=5)
    assert "entry" in out + err
    out, err = caseload.run("timeline", status=5)
    assert "damaged from" in err
    path = caseload.folder / "more.jsonl"
    path.write_text('{"ref":"K12","at":"2026-11-04T10:00","kind":"visit","body":"more"}\n')
    caseload.run("import", "notes", path, status=5)
    assert caseload.log().read_bytes() == bytes(data)


def test_the_second_reader_prints_what_we_print(caseload):
    caseload.note('K12 visit 10:00 20m alone "I like the college" !unknown-car >>bring the pass fri')
    caseload.note("K12 lawyer call 10am 12m appeal lodged =priv")
    ours, _ = caseload.run("export", "jsonl")
    reader = ROOT / "Tests/Reader/read_record.py"
    theirs = subprocess.run(
        [sys.executable, str(reader), str(caseload.vault), "--passphrase-file",
         str(caseload.passphrase)],
        capture_output=True, check=True, timeout=120,
    )
    assert theirs.stdout.decode() == ours
    assert "I like the college" in ours


def test_the_second_reader_refuses_what_we_refuse(caseload):
    data = bytearray(caseload.log().read_bytes())
    data[-100] ^= 4
    caseload.log().write_bytes(bytes(data))
    reader = ROOT / "Tests/Reader/read_record.py"
    theirs = subprocess.run(
        [sys.executable, str(reader), str(caseload.vault), "--passphrase-file",
         str(caseload.passphrase)],
        capture_output=True, check=False, timeout=120,
    )
    assert theirs.returncode == 5


def test_no_file_of_the_record_holds_a_word_in_clear(caseload):
    caseload.note("K12 call 10:00 5m canaryword zebrafinch")
    for path in caseload.folder.rglob("*"):
        if path.is_file() and path.name not in ("notes.jsonl",):
            data = path.read_bytes()
            for word in ("zebrafinch", "Thanh", "Selam", "library"):
                assert word.encode() not in data, path
                assert word.encode("utf-16-le") not in data, path


def test_the_same_passphrase_in_another_unicode_form_opens(record):
    assert PASSPHRASE
    other = record.folder / "other"
    folder = record.folder / "vault-nfc"
    record.vault = folder
    other.write_text("một con mèo đen ngủ ngon\n")
    record.run("init", passphrase=other)
    import unicodedata
    other.write_text(unicodedata.normalize("NFD", "một con mèo đen ngủ ngon") + "\n")
    record.run("today", passphrase=other)


def test_a_header_that_was_changed_is_said_and_kept_aside(caseload):
    for name in ("header", "keys"):
        path = caseload.vault / name
        data = bytearray(path.read_bytes())
        data[100] ^= 1
        path.write_bytes(bytes(data))
        out, err = caseload.run("verify")
        assert name in err and "copy" in err
        kept = [p for p in (caseload.vault / "torn").iterdir() if p.name.startswith(name)]
        assert kept and kept[0].read_bytes() == bytes(data)


def test_a_usage_error_is_json_too_and_exits_2(caseload):
    out, _ = caseload.run("today", "--bogus", "--json", status=2)
    assert '"code":"usage"' in out


def test_a_passphrase_line_may_end_as_windows_ends_lines(caseload):
    import subprocess
    from records import PROGRAM
    done = subprocess.run(
        [PROGRAM, "today", "--vault", str(caseload.vault), "--passphrase-file", "-"],
        input=(PASSPHRASE + "\r\n").encode(), capture_output=True, env=caseload.env, check=False,
    )
    assert done.returncode == 0, done.stderr
