"""The way out when the program is gone: what a person meets who runs `read_record.py`."""
import json
import re
import shutil
import subprocess
import sys

import pexpect
import pytest
from records import PASSPHRASE, ROOT, Record

READER = ROOT / "Tests/Reader/read_record.py"


def read(record, *options, status=0, passphrase=None, python=(sys.executable,), reader=READER):
    command = [*python, str(reader), str(record.vault)]
    command += ["--passphrase-file", str(passphrase or record.passphrase), *options]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == status, done
    assert PASSPHRASE not in done.stderr.decode()
    return done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A record with two children, and its export; nothing here changes it."""
    record = Record(tmp_path_factory.mktemp("kept"))
    record.run("init")
    record.note("new Nguyễn Thị Thanh met at the library")
    record.note("new Selam Tesfay rang about college")
    record.note('K01 visit 10:00 20m alone "I like the college" !unknown-car >>bring the pass fri')
    record.note("K02 lawyer call 10am 12m appeal lodged =priv")
    return record, record.run("export", "jsonl")[0]


@pytest.fixture
def written(kept, tmp_path):
    """A copy of that record, which a test may damage."""
    record = Record(tmp_path)
    shutil.copytree(kept[0].vault, record.vault)
    return record


def test_every_line_is_the_program_s_own(kept, written):
    theirs, errors = read(written)
    assert theirs == kept[1]
    assert errors == ""
    assert len(theirs.splitlines()) > 10


def test_the_recovery_key_reads_the_same_after_the_passphrase_was_changed(tmp_path):
    record = Record(tmp_path)
    key = tmp_path / "recovery"
    record.run("init", "--recovery-key-to", key)
    record.note("new Selam met at the station")
    new = tmp_path / "new"
    new.write_text("harbour velvet copper meadow ten\n")
    record.run("keys", "passphrase", "--new-passphrase-file", new)
    record.passphrase.write_text(new.read_text())
    record.note("K01 call 10:00 5m said hello")
    ours, _ = record.run("export", "jsonl")
    assert read(record)[0] == ours
    assert "said hello" in ours
    groups = re.search(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}", key.read_text())[0]
    key.write_text(groups.lower().replace("-", " ") + "\r\nand another line")
    assert read(record, passphrase=key)[0] == ours
    key.write_text(groups[:-1] + ("2" if groups[-1] != "2" else "3"))
    out, err = read(record, passphrase=key, status=3)
    assert out == "" and groups[:4] not in err


def test_it_asks_for_the_passphrase_and_shows_nothing_of_it(kept, written):
    out = written.folder / "entries.jsonl"
    shell = 'exec "$0" "$1" "$2" > "$3"'
    child = pexpect.spawn(
        "/bin/sh", ["-c", shell, sys.executable, str(READER), str(written.vault), str(out)],
        encoding="utf-8", timeout=60,
    )
    child.expect("Passphrase or recovery key: ")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert child.before.strip() == ""
    assert out.read_text() == kept[1]


def test_one_file_is_enough_and_the_missing_package_is_said_in_a_sentence(kept, written):
    alone = written.folder / "somewhere" / "reader.py"
    alone.parent.mkdir()
    shutil.copy(READER, alone)
    assert read(written, reader=alone)[0] == kept[1]
    assert [p.name for p in alone.parent.iterdir()] == ["reader.py"]
    # Without the folder of installed packages there is no `cryptography`.
    out, err = read(written, reader=alone, python=(sys.executable, "-I", "-S"), status=1)
    assert out == "" and "python3-cryptography" in err and "Traceback" not in err


def test_nothing_is_written_anywhere(kept, written):
    before = {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in written.folder.rglob("*")}
    trace = written.folder.parent / "trace"
    command = ["strace", "-f", "-e", "trace=%file", "-o", str(trace), sys.executable, str(READER)]
    command += [str(written.vault), "--passphrase-file", str(written.passphrase)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    assert done.stdout.decode() == kept[1]
    changing = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|mkdir|rename|unlink|link\(|truncate|chmod|utime")
    calls = trace.read_text().splitlines()
    assert [call for call in calls if changing.search(call) and "readlink" not in call] == []
    assert any("/log" in call for call in calls)
    after = {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in written.folder.rglob("*")}
    assert after == before


def test_what_was_good_before_damage_is_printed_and_a_sentence_says_where_it_ends(kept, written):
    ours = kept[1].splitlines()
    data = bytearray(written.log().read_bytes())
    data[len(data) // 2] ^= 1
    written.log().write_bytes(bytes(data))
    out, err = read(written, status=5)
    lines = out.splitlines()
    assert 0 < len(lines) < len(ours) and lines == ours[:len(lines)]
    number = int(re.search(r"from number (\d+) on", err)[1])
    program, said = written.run("export", "jsonl", status=5)
    assert program == out and str(number) in said
    for name in ("Thanh", "Selam", "library", "college"):
        assert name not in err


@pytest.mark.parametrize("what", ["folder", "log", "header", "keys", "passphrase"])
def test_files_that_are_not_there_or_are_no_files_are_said_without_a_traceback(written, what):
    status = {"folder": 4, "passphrase": 1}.get(what, 5)
    path = {"folder": written.vault, "passphrase": written.passphrase}.get(what, written.vault / what)
    for name in [path, *path.parent.glob(path.name + ".*")]:
        shutil.rmtree(name) if name.is_dir() else name.unlink()
    if what == "header":
        path.mkdir()
        status = 4
    out, err = read(written, status=status)
    assert out == "" and err.startswith("read_record: ") and err.count("\n") == 1
    assert "Traceback" not in err


def test_a_reader_of_its_output_may_stop_early(written):
    script = '"$0" "$1" "$2" --passphrase-file "$3" | head -c 10'
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", script, sys.executable, str(READER), str(written.vault),
         str(written.passphrase)],
        capture_output=True, timeout=60, check=False,
    )
    assert len(done.stdout) == 10
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def test_the_usage_at_its_top_is_the_usage(written):
    words = subprocess.run([sys.executable, str(READER), "--help"], capture_output=True, check=True)
    assert b"--passphrase-file" in words.stdout
    text = READER.read_text()
    assert "--passphrase-file FILE" in text.split('"""')[1]
    # The three commands that it names for looking into what came out.
    out, _ = read(written)
    opened = [json.loads(line) for line in out.splitlines() if "child-opened" in line]
    assert opened and all(f'"child":"{entry["child"]}"' in out for entry in opened)
    assert {"child", "occurredAt", "body"} <= set(opened[0])
