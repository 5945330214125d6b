"""Another program changes the keys while the desk is open, and the first run on a real terminal."""
import os
import re
import subprocess

import pytest
from conftest import PASSPHRASE, PROGRAM

NAMES = re.compile("Thanh|Nguyễn|Yusuf|Selam")
NEW = "violet harbour copper meadow lantern"

pytestmark = pytest.mark.skipif(
    os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
)


@pytest.fixture
def own(tmp_path):
    """A sample caseload of the test's own, since its keys are changed: folder and environment."""
    env = dict(os.environ, XDG_STATE_HOME=str(tmp_path / "state"), MAINSTAY_TEST_COST="15")
    folder = str(tmp_path / "vault")
    subprocess.run(
        [PROGRAM, "demo", "--vault", folder, "--no-open"], capture_output=True, timeout=120,
        check=True, env=env)
    return folder, {k: env[k] for k in ("XDG_STATE_HOME", "MAINSTAY_TEST_COST")}


def run(folder, env, *arguments, stdin=""):
    done = subprocess.run(
        [PROGRAM, *arguments, "--vault", folder, "--passphrase-file", "-"], input=stdin.encode(),
        capture_output=True, timeout=120, check=False, env=dict(os.environ, **env))
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def unlocked(terminal, folder, env):
    t = terminal(["--vault", folder], cols=100, rows=30, env=env).expect("Passphrase")
    return t.type(PASSPHRASE).press("<enter>").expect("Today")


def test_a_renewed_master_key_is_followed_by_the_open_desk(terminal, own):
    folder, env = own
    t = unlocked(terminal, folder, env)
    run(folder, env, "keys", "rotate", stdin=PASSPHRASE + "\n")
    t.press("n").type("K12 call 10:00 5m rang after the renewal").press("<enter>").expect("Saved")
    assert t.quit().exit_status() == 0
    out = run(folder, env, "export", "jsonl", stdin=PASSPHRASE + "\n")
    assert "rang after the renewal" in out.splitlines()[-1]
    assert "whole" in run(folder, env, "verify", stdin=PASSPHRASE + "\n")


def test_a_new_passphrase_locks_the_open_desk_and_keeps_what_was_being_typed(terminal, own):
    folder, env = own
    t = unlocked(terminal, folder, env)
    t.press("n").type("K12 call 10:00 5m half a sentence")
    run(folder, env, "keys", "passphrase", "--new-passphrase-file", "-",
        stdin=f"{PASSPHRASE}\n{NEW}\n")
    t.expect("locked").expect("changed the passphrase")
    assert not NAMES.search(t.text()) and "half a sentence" not in t.text()
    t.type(PASSPHRASE).press("<enter>").settle(2.0)
    assert not NAMES.search(t.text())
    t.type(NEW).press("<enter>").expect("Today")
    t.press("n").expect("half a sentence")
    # Locked by hand, it says nothing of a passphrase any more.
    t.press("<f12>").expect("locked")
    assert "changed the passphrase" not in t.text()
    t.press("<c-c>")
    assert t.exit_status() == 0
    assert "half a sentence" not in run(folder, env, "export", "jsonl", stdin=NEW + "\n")


def first_run(terminal, tmp_path):
    """As far as the recovery key: the terminal, the record's folder, the key."""
    env = {"XDG_STATE_HOME": str(tmp_path / "state"), "MAINSTAY_TEST_COST": "15"}
    folder = tmp_path / "data" / "vault"
    t = terminal(["--vault", str(folder)], cols=100, rows=30, env=env)
    t.press("<enter>").expect("Choose a passphrase")
    t.type(NEW).press("<enter>").expect("once more").type(NEW).press("<enter>")
    t.expect("on paper")
    key = re.search(r"((?:[0-9A-Z]{4} ){6}[0-9A-Z]{4})", t.text()).group(1)
    return t, folder, env, key


def test_leaving_the_first_run_at_the_recovery_key_leaves_nothing(terminal, tmp_path):
    t, folder, env, key = first_run(terminal, tmp_path)
    t.type(key[:8]).press("<c-c>")
    assert t.exit_status() == 0
    assert list(tmp_path.iterdir()) == []


def test_the_first_run_makes_the_record_once_the_key_was_typed_back(terminal, tmp_path):
    t, folder, env, key = first_run(terminal, tmp_path)
    t.type("0" + key[1:] if key[0] != "0" else "1" + key[1:]).press("<enter>").expect("not the key")
    assert not folder.exists()
    t.press("<c-u>").type(key.lower()).press("<enter>").expect("The record is made")
    assert folder.exists()
    t.press("<enter>").expect("Today")
    t.press("q")
    for words in (NEW, key):
        assert "whole" in run(str(folder), env, "verify", stdin=words + "\n")
