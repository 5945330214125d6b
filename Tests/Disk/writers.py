"""The small program that keeps made-up acts, as processes that can be killed and can be many."""
import os
import pathlib
import signal
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
WRITER = os.environ.get("TESTWRITER", str(ROOT / ".build/debug/TestWriter"))
CHILDREN = 3


class Writers:
    """One record of made-up acts in a folder, and the processes that work on it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.vault = self.folder / "vault"
        self.state = self.folder / "state"
        self.key = None

    def create(self):
        self.key = self.run("create").of("key")[0][0]
        return self

    def start(self, mode, **options):
        command = [WRITER, mode, "--vault", str(self.vault), "--state", str(self.state)]
        if self.key:
            options["key"] = self.key
        for name, value in options.items():
            command += [f"--{name}"] if value is True else [f"--{name}", str(value)]
        return Writer(command)

    def run(self, mode, **options):
        writer = self.start(mode, **options)
        writer.wait()
        assert writer.status == 0, writer.lines[-5:]
        return writer


class Writer:
    """One process, and what it has said so far."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.lines = []
        self.status = None
        self.started = threading.Event()
        self.reading = threading.Thread(target=self._read, daemon=True)
        self.reading.start()

    def _read(self):
        for line in self.process.stdout:
            # A line without an end was cut off by the kill: nobody had been told.
            if not line.endswith("\n"):
                break
            self.lines.append(line.rstrip("\n"))
            if self.lines[-1] == "start":
                self.started.set()
        self.started.set()

    def wait(self, timeout=600):
        self.status = self.process.wait(timeout)
        self.reading.join()
        return self

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        return self.wait()

    def of(self, word):
        """The rest of every line that begins with a word."""
        return [line.split(" ")[1:] for line in self.lines if line.split(" ")[0] == word]


def count(name):
    """How many entries an act of this name has."""
    return CHILDREN if int(name.rsplit("-", 1)[1]) % 3 == 0 else 1
