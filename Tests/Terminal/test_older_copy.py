"""A record put back from a backup: said on a screen of its own, and opened only as the guardian chose."""
import os
import shutil
import subprocess

import pytest
from conftest import PASSPHRASE, PROGRAM

pytestmark = pytest.mark.skipif(
    os.environ.get("MAINSTAY_FRONT") is not None, reason="the throw-away front end has no record"
)


@pytest.fixture
def put_back(vault, tmp_path):
    """The record as it was before two more notes, and the state that has seen them."""
    folder, env = str(tmp_path / "vault"), {"XDG_STATE_HOME": str(tmp_path / "state")}
    shutil.copytree(vault, folder)
    secret = tmp_path / "pw"
    secret.write_text(PASSPHRASE + "\n")

    def run(command, text=""):
        return subprocess.run(
            [PROGRAM, *command, "--vault", folder, "--passphrase-file", str(secret)],
            input=text, capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ, **env),
        )

    assert run(["verify"]).returncode == 0
    shutil.copytree(folder, tmp_path / "backup")
    for words in ("thanh phone \"first\"", "thanh phone \"second\""):
        assert run(["note"], words).returncode == 0
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    return folder, env, run


def opened(terminal, put_back):
    folder, env, _ = put_back
    t = terminal(["--vault", folder], cols=100, rows=30, env=env).expect("Passphrase")
    return t.type(PASSPHRASE).press("<enter>").expect("older than what this computer last saw")


def log(folder):
    with open(os.path.join(folder, "log"), "rb") as f:
        return f.read()


def test_stop(terminal, put_back):
    before = log(put_back[0])
    t = opened(terminal, put_back).press("<enter>").expect("The record is locked")
    t.press("<c-c>")
    assert t.exit_status() == 0
    assert log(put_back[0]) == before
    assert put_back[2](["today"]).returncode == 5, "the next opening says it again"


def test_look(terminal, put_back):
    before = log(put_back[0])
    t = opened(terminal, put_back).press("r").expect("READ-ONLY")
    assert "Today" in t.text()
    t.quit()
    assert t.exit_status() == 0
    assert log(put_back[0]) == before
    assert put_back[2](["today"]).returncode == 5


def test_accept(terminal, put_back):
    t = opened(terminal, put_back).press("a").expect("Type restored")
    t.type("restored").press("<enter>").expect("Today")
    t.quit()
    assert t.exit_status() == 0
    assert put_back[2](["today"]).returncode == 0
    exported = put_back[2](["export", "jsonl"]).stdout
    assert exported.count('"restored-from"') == 1
    assert put_back[2](["verify"]).returncode == 0
