"""`mainstay note` on a terminal: the line, and under it what it will become; nothing left on the screen."""
import os
import shutil
import subprocess

import pytest
from conftest import PASSPHRASE, PROGRAM, Terminal

pytestmark = pytest.mark.skipif(
    os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
)


@pytest.fixture
def record(vault, tmp_path):
    folder, env = str(tmp_path / "vault"), {"XDG_STATE_HOME": str(tmp_path / "state")}
    shutil.copytree(vault, folder)
    secret = tmp_path / "pw"
    secret.write_text(PASSPHRASE + "\n")

    def lines(command=("export", "jsonl")):
        done = subprocess.run(
            [PROGRAM, *command, "--vault", folder, "--passphrase-file", str(secret)],
            capture_output=True, text=True, timeout=60, check=True, env=dict(os.environ, **env),
        )
        return done.stdout.splitlines()

    return folder, env, lines


def prompt(record, **more):
    # Not the fixture's: that waits for the second screen, which comes after the passphrase.
    t = Terminal(["note", "--vault", record[0]], env=dict(record[1], **more)).expect("Passphrase")
    return t.type(PASSPHRASE).press("<enter>")


def test_kept(record):
    before = len(record[2]())
    t = prompt(record).expect("nothing is kept that is not shown")
    # Nobody's name stands on the screen but the one that is typed.
    assert "Thanh" not in t.text()
    t.type("dawit visit 13:00 45m alone, settled").expect("seen alone")
    t.press("<enter>").expect("Saved")
    assert t.exit_status() == 0
    assert len(record[2]()) == before + 1
    assert "Dawit" not in t.text(), "the screen is given back without a name"


def test_left(record):
    before = len(record[2]())
    t = prompt(record).expect("nothing is kept that is not shown")
    t.type("somebody visit 13:00 settled").expect("somebody").press("<enter><esc>").expect("Draft sealed")
    assert t.exit_status() == 4
    assert len(record[2]()) == before
    # It is offered where it was left.
    t = prompt(record).expect("draft of")
    t.press("<tab>").expect("> somebody visit").press("<c-u>").type("dawit visit 13:00 settled").expect("Dawit K13")
    t.press("<enter>").expect("Saved")
    assert t.exit_status() == 0 and len(record[2]()) == before + 1


def test_list(record):
    before = len(record[2]())
    t = prompt(record).expect("nothing is kept that is not shown")
    t.paste("dawit call 13:00 well\n\nselam call 13:30 well").expect("1 of 2 >").press("<enter>")
    t.expect("2 of 2 >").press("<enter>").expect("2 of 2 kept")
    assert t.exit_status() == 0 and len(record[2]()) == before + 2


def test_plain(record):
    """Where lines of text were asked for, or no second screen is to be had."""
    for more in ({"ACCESSIBLE": "1"}, {"TERM": "dumb"}):
        before = len(record[2]())
        t = prompt(record, **more).expect("Note:")
        t.type("dawit call 13:00 well").press("<enter>").expect("Saved")
        assert t.exit_status() == 0 and len(record[2]()) == before + 1
