"""The built program on the command line: made-up records in a folder of the test's own."""
import json
import os
import pathlib
import signal
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("MAINSTAY", str(ROOT / ".build/debug/mainstay"))
PASSPHRASE = "correct horse battery staple mainstay"

# What the shell that started the tests ignores (nohup; a job without job control), the programs under
# test would ignore too: "told to end" would then mean nothing.
for ignored in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    if signal.getsignal(ignored) == signal.SIG_IGN:
        signal.signal(ignored, signal.SIG_DFL)


class Record:
    """One record and the program that works on it."""

    def __init__(self, folder):
        self.folder = folder
        self.vault = folder / "vault"
        self.passphrase = folder / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n")
        home = folder / "home"
        home.mkdir()
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            # One key derivation of the lowest cost the format allows, so that tests are quick.
            "MAINSTAY_TEST_COST": "15",
        }

    def run(self, *arguments, stdin="", status=0, passphrase=None, env=None):
        """Runs a command; fails the test when its exit status is another."""
        command = [PROGRAM, *map(str, arguments), "--vault", str(self.vault)]
        command += ["--passphrase-file", str(passphrase or self.passphrase)]
        done = subprocess.run(
            command, input=stdin.encode(), capture_output=True, env=dict(self.env, **(env or {})),
            timeout=300, check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == status, f"{command}: {done.returncode}\n{out}\n{err}"
        return out, err

    def json(self, *arguments, **options):
        """Runs a command with --json and reads its one document."""
        return json.loads(self.run(*arguments, "--json", **options)[0])

    def note(self, line, *arguments, **options):
        return self.json("note", *arguments, stdin=line, **options)

    def log(self):
        return self.vault / "log"

    def hwm(self):
        return list((self.folder / "home/.local/state/mainstay").glob("*.hwm"))


def write_notes(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return path


def made_demo(folder):
    """The demo caseload, kept in a folder."""
    made = Record(folder)
    done = subprocess.run(
        [PROGRAM, "demo", "--vault", str(made.vault), "--no-open"],
        capture_output=True, env=made.env, timeout=300, check=True,
    )
    made.passphrase.write_text(done.stdout.decode())
    return made
