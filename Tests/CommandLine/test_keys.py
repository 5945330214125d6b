"""The ways into a record: listed, changed and renewed; typed on a terminal or read from files."""
import os
import re
import subprocess
import sys
import time

import pexpect
import pytest
from records import PASSPHRASE, PROGRAM, ROOT

NEW = "violet harbour copper meadow lantern"
READER = ROOT / "Tests/Reader/read_record.py"


def secret(record, name, words):
    path = record.folder / name
    path.write_text(words + "\n")
    return path


def files(record):
    return {p.name: p.read_bytes() for p in record.vault.iterdir() if p.is_file()}


def read_elsewhere(record, words):
    """What the second reader prints, and its exit status."""
    done = subprocess.run(
        [sys.executable, str(READER), str(record.vault), "--passphrase-file", str(words)],
        capture_output=True, check=False, timeout=120,
    )
    return done.stdout.decode(), done.returncode


class Typed:
    """The program on a terminal of its own, for what is typed and not read from files."""

    def __init__(self, record, *arguments):
        self.output = ""
        command = [*map(str, arguments), "--vault", str(record.vault)]
        self.child = pexpect.spawn(
            PROGRAM, command, env=record.env, timeout=60, encoding="utf-8", dimensions=(40, 200))
        self.child.delaybeforesend = 0.05

    def answers(self, question, words):
        self.child.expect(question)
        self.output += self.child.before + self.child.after
        self.child.sendline(words)
        return self

    def ends(self, status=0):
        self.child.expect(pexpect.EOF)
        self.output += self.child.before
        self.child.close()
        assert self.child.exitstatus == status, self.output
        return self.output


@pytest.fixture
def keyed(tmp_path, record):
    """An empty record with a recovery key in the file `recovery`."""
    record.run("keys", "recovery", "--recovery-key-to", record.folder / "recovery")
    return record


def test_the_ways_in_are_listed(record):
    found = record.json("keys")
    assert found["passphrase"]["present"] is True and found["passphrase"]["since"]
    assert found["recoveryKey"] == {"present": False}
    assert (found["epoch"], found["renewalsLeft"]) == (1, 16)
    assert found["cost"] == {"function": "scrypt", "logN": 15, "mebibytes": 32}
    out, _ = record.run("keys")
    assert "recovery key  none" in out and "2^15" in out
    assert record.json("keys", "list") == found


def test_a_new_passphrase_from_a_file_shuts_the_old_one_out(caseload):
    caseload.run("keys", "recovery", "--recovery-key-to", caseload.folder / "recovery")
    before = caseload.run("export", "jsonl")[0]
    new = secret(caseload, "new", NEW)
    found = caseload.json("keys", "passphrase", "--new-passphrase-file", new)
    assert (found["epoch"], found["renewalsLeft"]) == (2, 15)
    caseload.run("today", status=3)
    for words in (new, caseload.folder / "recovery"):
        after = caseload.run("export", "jsonl", passphrase=words)[0]
        assert after.startswith(before)
        assert caseload.json("verify", passphrase=words)["ok"]
    assert caseload.note("K12 call 10:00 5m after", passphrase=new)["kept"]


def test_both_passphrases_may_come_on_standard_input(record):
    done = subprocess.run(
        [PROGRAM, "keys", "passphrase", "--vault", str(record.vault), "--passphrase-file", "-",
         "--new-passphrase-file", "-"],
        input=f"{PASSPHRASE}\n{NEW}\n".encode(), capture_output=True, env=record.env, check=False)
    assert done.returncode == 0, done.stderr
    record.run("keys", passphrase=secret(record, "new", NEW))
    record.run("keys", status=3)


def test_a_weak_or_unchanged_passphrase_and_a_wrong_old_one_change_nothing(record):
    before = files(record)
    for words in ("too short", PASSPHRASE, "aaaaaaaaaaaaaaaaaaaa"):
        new = secret(record, "new", words)
        out, err = record.run("keys", "passphrase", "--new-passphrase-file", new, status=2)
        assert "Nothing was changed" in err and words not in err
    wrong = secret(record, "wrong", NEW)
    new = secret(record, "new", NEW + " again")
    record.run("keys", "passphrase", "--new-passphrase-file", new, passphrase=wrong, status=3)
    record.run("keys", "passphrase", status=2)
    record.run("keys", "recovery", status=2)
    record.run("keys", "recovery", "--remove", status=4)
    assert {k: v for k, v in files(record).items() if k != "lock"} == \
        {k: v for k, v in before.items() if k != "lock"}


def test_a_passphrase_typed_twice_is_never_shown(record):
    typed = Typed(record, "keys", "passphrase")
    typed.answers("Passphrase: ", PASSPHRASE)
    typed.answers("New passphrase: ", NEW).answers("The same again: ", NEW)
    output = typed.ends()
    assert "was changed" in output
    offered = re.search(r"for example:\s+(\w+ \w+ \w+ \w+ \w+)\s", output)
    assert offered and len(offered.group(1)) >= 15
    for words in (NEW, PASSPHRASE, "*" * 5, "•" * 5):
        assert words not in output
    record.run("keys", passphrase=secret(record, "new", NEW))
    record.run("keys", status=3)


def test_two_passphrases_that_differ_change_nothing(record):
    typed = Typed(record, "keys", "passphrase").answers("Passphrase: ", PASSPHRASE)
    typed.answers("New passphrase: ", NEW).answers("The same again: ", NEW + "x").ends(2)
    assert record.json("keys")["epoch"] == 1


def test_a_recovery_key_is_typed_back_before_anything_is_changed(keyed):
    before = files(keyed)
    typed = Typed(keyed, "keys", "recovery").answers("Passphrase: ", PASSPHRASE)
    typed.child.expect(r"((?:[0-9A-Z]{4}-){6}[0-9A-Z]{4})")
    key = typed.child.match.group(1)
    typed.answers("Type it back", key[:-1] + ("0" if key[-1] != "0" else "1"))
    changed = {n for n, d in files(keyed).items() if before[n] != d}
    assert changed <= {"lock"}, "nothing is changed while it is being typed"
    typed.answers("Type it back", key.lower().replace("-", " "))
    assert "Destroy the old paper" in typed.ends()
    keyed.run("keys", passphrase=secret(keyed, "typed", key))
    keyed.run("keys", passphrase=keyed.folder / "recovery", status=3)
    keyed.run("keys")


def test_leaving_while_the_recovery_key_is_shown_changes_nothing(keyed):
    before = files(keyed)
    typed = Typed(keyed, "keys", "recovery").answers("Passphrase: ", PASSPHRASE)
    for _ in range(3):
        typed.answers("Type it back", "no")
    assert "was not typed back" in typed.ends(2)
    assert {n for n, d in files(keyed).items() if before.get(n) != d} <= {"lock"}
    keyed.run("keys", passphrase=keyed.folder / "recovery")


def test_a_key_file_is_never_written_over_and_goes_when_nothing_was_changed(keyed):
    path = keyed.folder / "recovery"
    text = path.read_text()
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    keyed.run("keys", "recovery", "--recovery-key-to", path, status=1)
    assert path.read_text() == text
    # Somebody else holds the record: nothing can be changed.
    import fcntl
    with open(keyed.vault / "lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        keyed.run("keys", "recovery", "--recovery-key-to", keyed.folder / "second", status=6)
    assert not (keyed.folder / "second").exists()


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(keyed):
    new = secret(keyed, "new", NEW)
    keyed.run("keys", "passphrase", "--new-passphrase-file", new,
              passphrase=keyed.folder / "recovery")
    keyed.run("keys", status=3)
    assert keyed.json("keys", passphrase=new)["recoveryKey"]["present"] is True


def test_a_recovery_key_can_be_taken_away_but_not_by_itself(keyed):
    out, err = keyed.run("keys", "recovery", "--remove", passphrase=keyed.folder / "recovery",
                         status=4)
    assert "opened with the recovery key" in err
    assert keyed.json("keys", "recovery", "--remove")["recoveryKey"] == {"present": False}
    keyed.run("keys", passphrase=keyed.folder / "recovery", status=3)


def test_the_seventeenth_renewal_is_refused_and_the_passphrase_can_still_be_changed(record):
    for number in range(16):
        found = record.json("keys", "rotate")
        assert (found["epoch"], found["renewalsLeft"]) == (number + 2, 15 - number)
    before = files(record)
    out, err = record.run("keys", "rotate", "--json", status=1)
    assert '"code":"renewals-used-up"' in out and "16 times" in err
    new = secret(record, "new", NEW)
    record.run("keys", "passphrase", "--new-passphrase-file", new, status=1)
    assert {n for n, d in files(record).items() if before[n] != d} <= {"lock"}
    record.run("keys", "passphrase", "--new-passphrase-file", new, "--keep-master-key")
    record.run("keys", status=3)
    assert record.json("verify", passphrase=new)["ok"]


def test_an_old_header_put_back_is_tampering(keyed):
    old = files(keyed)
    new = secret(keyed, "new", NEW)
    keyed.run("keys", "passphrase", "--new-passphrase-file", new)
    for name in ("header", "header.bak"):
        (keyed.vault / name).write_bytes(old["header"])
    before = files(keyed)
    # The old passphrase, the recovery key, the new passphrase; the second reader as well.
    for words, code in ((keyed.passphrase, "tampered"), (keyed.folder / "recovery", "tampered"),
                        (new, "older-header")):
        out, err = keyed.run("today", "--json", passphrase=words, status=5)
        assert f'"code":"{code}"' in out
    assert read_elsewhere(keyed, keyed.passphrase) == ("", 5)
    assert files(keyed)["log"] == before["log"]
    (keyed.vault / "header.bak").write_bytes(old["header.bak"])


def test_old_keys_put_back_are_tampering(caseload):
    old = files(caseload)
    caseload.run("keys", "rotate")
    for name in ("keys", "keys.bak"):
        (caseload.vault / name).write_bytes(old["keys"])
    out, err = caseload.run("today", "--json", status=5)
    assert '"code":"tampered"' in out
    assert read_elsewhere(caseload, caseload.passphrase) == ("", 5)


def test_the_second_reader_reads_on_after_every_change(caseload):
    caseload.run("keys", "recovery", "--recovery-key-to", caseload.folder / "first")
    caseload.run("keys", "rotate")
    caseload.note("K12 lawyer call 10am 12m appeal lodged =priv")
    caseload.run("keys", "rotate")
    caseload.note("K03 call 10:00 5m rang")
    new = secret(caseload, "new", NEW)
    caseload.run("keys", "passphrase", "--new-passphrase-file", new)
    caseload.note("K11 call 11:00 5m rang", passphrase=new)
    caseload.run("keys", "recovery", "--recovery-key-to", caseload.folder / "second",
                 passphrase=new)
    caseload.note("K11 call 12:00 5m and again", passphrase=new)
    ours = caseload.run("export", "jsonl", passphrase=new)[0]
    assert "and again" in ours and "appeal lodged" in ours
    for words in (new, caseload.folder / "second"):
        assert caseload.run("export", "jsonl", passphrase=words)[0] == ours
        assert read_elsewhere(caseload, words) == (ours, 0)
    for words in (caseload.passphrase, caseload.folder / "first"):
        assert read_elsewhere(caseload, words) == ("", 3)


def test_nothing_of_a_secret_lies_in_a_file_of_the_record(keyed):
    new = secret(keyed, "new", NEW)
    keyed.run("keys", "passphrase", "--new-passphrase-file", new)
    keyed.run("keys", "recovery", "--recovery-key-to", keyed.folder / "second", passphrase=new)
    keys = [(keyed.folder / name).read_text().strip() for name in ("recovery", "second")]
    words = [NEW, PASSPHRASE] + keys + [k.replace("-", "") for k in keys]
    for root in (keyed.vault, keyed.folder / "home"):
        for path in root.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                assert not any(w.encode() in data for w in words), path


def test_changes_killed_at_any_moment_leave_one_passphrase_that_opens_everything(caseload):
    words = [PASSPHRASE, NEW]
    kept = caseload.json("verify")["entries"]
    for number in range(12):
        old, new = (secret(caseload, n, w) for n, w in zip(("old", "new"), words))
        process = subprocess.Popen(
            [PROGRAM, "keys", "passphrase", "--keep-master-key", "--vault", str(caseload.vault),
             "--passphrase-file", str(old), "--new-passphrase-file", str(new)],
            env=caseload.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.1 + 0.06 * number)
        process.kill()
        process.wait()
        answers = []
        for path in (old, new):
            done = subprocess.run(
                [PROGRAM, "verify", "--vault", str(caseload.vault), "--passphrase-file", str(path)],
                env=caseload.env, capture_output=True, check=False)
            answers.append(done.returncode)
        assert sorted(answers) == [0, 3], answers
        if answers[1] == 0:
            words.reverse()
    caseload.passphrase.write_text(words[0] + "\n")
    found = caseload.json("verify")
    assert found["ok"] and found["entries"] >= kept
