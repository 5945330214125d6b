"""A guardian's day on the built program: notes kept, drafts that survive, nothing left in clear."""
import json
import os
import pathlib
import re
import signal
import subprocess
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("MAINSTAY", ROOT / ".build/debug/mainstay"))
PASSPHRASE = "five made up words for tests"
# One minute ago in the record's zone: the newest on the page at any hour of the day.
JUST_NOW = (datetime.now(ZoneInfo("Europe/London")) - timedelta(minutes=1)).strftime("%H:%M")
LINE = (f'thanh visit {JUST_NOW} 45m alone int:vi "settled, asked about the solicitor" '
        "!second-phone >sw: chase PEP fri >>bring the bus pass thu")


class Home:
    """A record of the test's own, with a home and a state folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.vault = folder / "vault"
        self.secret = folder / "secret"
        self.env = dict(os.environ, HOME=str(folder), LANG="C.UTF-8", MAINSTAY_TEST_COST="15")
        for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "MAINSTAY_VAULT"):
            self.env.pop(name, None)

    def run(self, *arguments, stdin=""):
        command = [PROGRAM, *map(str, arguments), "--vault", str(self.vault)]
        if arguments[0] != "demo":
            command += ["--passphrase-file", str(self.secret)]
        done = subprocess.run(command, input=stdin.encode(), capture_output=True, env=self.env,
                              timeout=300, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def json(self, *arguments, **options):
        return json.loads(self.run(*arguments, "--json", **options))

    def passphrase(self):
        return self.secret.read_text().strip()


@pytest.fixture
def demo(tmp_path):
    home = Home(tmp_path)
    home.secret.write_text(home.run("demo", "--no-open"))
    return home


@pytest.fixture
def empty(tmp_path):
    home = Home(tmp_path)
    home.secret.write_text(PASSPHRASE + "\n")
    home.run("init")
    return home


def unlock(terminal, home, **options):
    t = terminal(["--vault", str(home.vault)], env=home.env, **options)
    return t.expect("Passphrase").type(home.passphrase()).press("<enter>").expect("Today")


def test_a_line_is_shown_parsed_then_kept_and_is_there_again(terminal, demo):
    t = unlock(terminal, demo, cols=120, rows=36)
    t.press("n").type(LINE)
    t.expect("with Thanh K12 · visit").expect("45 min · seen alone · through an interpreter, Vietnamese")
    t.expect("flag: second-phone").expect("asked of the social worker").expect("you promise")
    t.press("<enter>").expect("Saved")
    assert t.quit().exit_status() == 0
    entries = demo.json("timeline", "K12")["entries"]
    note = next(e for e in entries if e.get("kind") == "visit" and "second-phone" not in e["text"]
                and any(w["text"].startswith("settled, asked") for w in e.get("words", [])))
    assert note["seen"] and note["alone"] and note["minutes"] == 45
    assert any(f["ref"] == "K12" and f["topic"] == "second-phone" for f in demo.json("flags")["flags"])
    due = demo.json("due")["due"]
    assert any("chase PEP" in d["title"] and d["owedBy"] == "sw" for d in due)
    assert any("bring the bus pass" in d["title"] and d.get("promise") for d in due)
    assert demo.json("verify")["ok"]
    t = unlock(terminal, demo, cols=120, rows=36)
    t.press("/").type("Thanh").press("<enter>").press("<enter>")
    t.expect("asked about the solicitor")


def drafts(home):
    return [p for p in (home.vault / "drafts").iterdir() if not p.name.endswith(".new")]


def test_a_killed_program_loses_at_most_five_seconds_of_the_note(terminal, demo):
    t = unlock(terminal, demo, cols=100, rows=30)
    t.press("n").type("thanh call 14:20 10m the words that must come back")
    deadline = time.monotonic() + 7
    while not drafts(demo) and time.monotonic() < deadline:
        t.read(0.05)
    assert drafts(demo), "no draft was sealed within five seconds"
    before = len(demo.json("timeline", "K12")["entries"])
    t.kill(signal.SIGKILL)
    t.exit_status()
    t = unlock(terminal, demo, cols=100, rows=30)
    t.press("n").expect("the words that must come back")
    t.press("<tab>").expect("with Thanh K12").press("<enter>").expect("Saved")
    assert not drafts(demo)
    t.press("n")
    assert "the words that must come back" not in "\n".join(t.lines()[-8:])
    entries = demo.json("timeline", "K12")["entries"]
    assert len(entries) == before + 1


def test_a_note_kept_elsewhere_shows_within_a_second(terminal, demo):
    t = unlock(terminal, demo, cols=120, rows=36)
    t.press("/").type("Thanh").press("<enter>").press("<enter>").expect("Thanh")
    demo.run("note", stdin=f"K12 call {JUST_NOW} 3m marzipan reindeer")
    start = time.monotonic()
    t.expect("marzipan reindeer", limit=5)
    assert time.monotonic() - start < 1.5


NAMES = {
    "K21": "Nguye\u0302\u0303n Thi\u0323 Hoa\u0300",
    "K22": "محمد الحسن",
    "K23": "ሰላም ተስፋይ",
    "K24": "\x1b[31mRed\x1b]0;owned\x07 \u202eevil\u2066 \x9b2Jgone",
    "K25": "Z" + "\u0301" * 60 + "algo",
    "K26": "W" * 10_000,
    "K27": "陳小明",
}


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("cols,rows", [(80, 24), (120, 36), (200, 60)])
def test_names_of_every_script_line_up_and_nothing_leaks(terminal, empty, locale, cols, rows):
    notes = empty.folder / "notes.jsonl"
    with open(notes, "w", encoding="utf-8") as file:
        for ref, name in NAMES.items():
            row = {"ref": ref, "name": name, "at": "2026-11-01T10:00", "kind": "visit", "body": name}
            file.write(json.dumps(row) + "\n")
    empty.run("import", "notes", notes)
    env = dict(empty.env, LANG=locale, LC_ALL=locale)
    t = terminal(["--vault", str(empty.vault)], env=env, cols=cols, rows=rows)
    t.expect("Passphrase").type(PASSPHRASE).press("<enter>").expect("Today")
    for key in ("j", "j", "j", "j", "<enter>", "<esc>", "j", "j", "<enter>", "<esc>"):
        t.press(key)
        border = [i for i, line in enumerate(t.lines()) if re.search("[─-]{20}", line)]
        if border and cols >= 100 and "Today" in t.lines()[0]:
            bars = {column for row in range(border[0] + 1, border[-1]) for column in range(cols)
                    if t.cell(column, row).data in ("│", "|")}
            assert len(bars) == 1, t.text()
    assert t.strange() == []
    assert b"owned" not in re.findall(rb"\x1b\][^\x07\x1b]*", t.output).__repr__().encode()
    assert "\u202e".encode() not in t.output and "\u2066".encode() not in t.output
    assert t.quit().exit_status() == 0


def traced(home, arguments, log):
    return ["-f", "-s", "100000", "-e", "trace=open,openat,creat,write,pwrite64,writev,sendto,socket,"
            "rename,renameat,renameat2,execve,memfd_create", "-xx", "-o", str(log), PROGRAM, *arguments]


@pytest.mark.skipif(not os.path.exists("/usr/bin/strace"), reason="strace is not here")
def test_no_word_of_a_child_reaches_a_file_in_clear_and_nothing_opens_a_socket(terminal, empty):
    canary = "Zebrafinch"
    notes = empty.folder / "notes.jsonl"
    row = {"ref": "K31", "name": canary + " Quill", "at": "2026-11-01T10:00", "kind": "visit",
           "body": canary + " drew a map"}
    notes.write_text(json.dumps(row) + "\n")
    empty.run("import", "notes", notes)
    log = empty.folder / "trace"
    t = terminal(traced(empty, ["--vault", str(empty.vault)], log), program="/usr/bin/strace",
                 env=empty.env, cols=100, rows=30)
    t.expect("Passphrase").type(PASSPHRASE).press("<enter>").expect("Today")
    for number in range(5):
        t.press("n").type(f"zebrafinch call 10:{number:02d} 5m zebrafinch said {number}")
        t.press("<enter>").expect("Saved")
    t.press("n").type("zebrafinch call 11:00 a draft of zebrafinch").press("<esc>")
    t.press(":").type("search").press("<enter>").type("zebrafinch").press("<enter>")
    t.press("<esc>").press("<esc>")
    t.press("<f12>").expect("Passphrase").type(PASSPHRASE).press("<enter>").expect("Today")
    t.quit().exit_status()
    wanted = "".join(f"\\x{byte:02x}" for byte in b"ebrafinch")
    wide = "".join(f"\\x{byte:02x}\\x00\\x00\\x00" for byte in b"ebrafinch")
    writes = sockets = 0
    for line in log.read_text(errors="replace").splitlines():
        call = re.match(r"\d+\s+(\w+)\((.*)", line)
        if not call:
            continue
        name, rest = call.groups()
        if name == "socket":
            sockets += 1
        if name in ("write", "pwrite64", "writev", "sendto") and (wanted in rest or wide in rest):
            descriptor = int(re.match(r"(\d+)", rest).group(1))
            # Standard output is the terminal: the one place where a name may appear.
            assert descriptor in (1, 2), line[:200]
            writes += 1
        if name in ("open", "openat", "creat") and re.search("O_WRONLY|O_RDWR|O_CREAT", rest):
            hexed = re.search(r'"((?:\\x[0-9a-f]{2})*)"', rest)
            path = bytes.fromhex(hexed.group(1).replace("\\x", "")).decode() if hexed else ""
            allowed = (str(empty.vault), str(empty.folder / ".local/state"), "/dev/")
            assert path.startswith(allowed), path
        assert name != "memfd_create", line[:200]
    assert sockets == 0
    assert writes > 0, "the trace saw no name at all: it proves nothing"
    for path in pathlib.Path(empty.folder).rglob("*"):
        if path.is_file() and path not in (notes, log):
            data = path.read_bytes()
            assert b"ebrafinch" not in data and "ebrafinch".encode("utf-32-le") not in data, path
