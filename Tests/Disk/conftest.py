"""What the disk can do to a record: kills, many programs, a full disk, errors, sync tools."""
import ctypes
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "CommandLine"))
from records import PROGRAM, Record, write_notes  # noqa: E402


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


Terminal = load("terminal_kit", HERE.parent / "Terminal" / "conftest.py").Terminal

# The whole programme; without it a choice that fits in a minute.
NIGHTLY = bool(os.environ.get("MAINSTAY_NIGHTLY"))
nightly = pytest.mark.skipif(not NIGHTLY, reason="only with MAINSTAY_NIGHTLY=1 (.ci/nightly/disk)")

ROWS = [
    {"ref": "K12", "name": "Nguyễn Thị Thanh", "at": "2026-11-01T10:00", "kind": "visit", "body": "Met at the library."},
    {"ref": "K03", "name": "Selam Tesfay", "at": "2026-11-02T10:00", "kind": "phone", "body": "Rang about college."},
]


def fill(record):
    """Two made-up children with a note each."""
    record.run("init")
    done = record.json("import", "notes", write_notes(record.folder / "notes.jsonl", ROWS))
    assert done["kept"] == 2
    return record


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    return fill(Record(tmp_path_factory.mktemp("template")))


@pytest.fixture
def record(tmp_path, template):
    """A record of the test's own, copied: making one costs two key derivations."""
    made = Record(tmp_path)
    shutil.copytree(template.vault, made.vault)
    shutil.copytree(template.folder / "home", tmp_path / "home", dirs_exist_ok=True)
    return made


class Desk(Terminal):
    """The open screen of a record."""

    def __init__(self, record, cols=100, rows=30, env=None, **rest):
        arguments = ["--vault", str(record.vault), *rest.pop("arguments", [])]
        super().__init__(arguments, cols, rows, dict(record.env, **(env or {})), **rest)
        self.shown()
        self.expect("Passphrase").type(record.passphrase.read_text().strip())
        self.press("<enter>").expect("Today")

    def note(self, words):
        self.press("n").type(words)
        return self

    def fresh(self):
        """Only what comes from now on counts."""
        self.settle()
        self.output = b""
        return self


@pytest.fixture
def desk():
    started = []

    def start(record, **rest):
        one = Desk(record, **rest)
        started.append(one)
        return one

    yield start
    for one in started:
        if not one.child.closed:
            one.child.close(force=True)


@pytest.fixture(scope="session")
def faults(tmp_path_factory):
    """faults(record, call=…, at=…, errno=…): an environment in which calls on the record's files fail."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        pytest.skip("no C compiler is here")
    folder = tmp_path_factory.mktemp("faults")
    library = folder / "faults.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, HERE / "faults.c", "-ldl"], check=True
    )

    def make(record, call=None, at=1, errno=5, always=0, path=None, trigger=None):
        env = {
            "LD_PRELOAD": str(library),
            "FAULT_PATH": path or str(record.vault) + "/",
            "FAULT_LOG": str(record.folder / "calls"),
            "FAULT_AT": str(at),
            "FAULT_ERRNO": str(errno),
            "FAULT_ALWAYS": str(always),
        }
        if call:
            env["FAULT_CALL"] = call
        if trigger:
            env["FAULT_TRIGGER"] = str(trigger)
        return env

    return make


def calls(record):
    """What was asked of the record's files, in order: (call, file name, failed)."""
    path = record.folder / "calls"
    if not path.exists():
        return []
    out = []
    for line in path.read_text().splitlines():
        call, *middle, end = line.split(" ")
        out.append((call, pathlib.Path(" ".join(middle)).name, end == "FAILS"))
    return out


CHANGES = {"write", "ftruncate", "rename", "unlink"}


def can_mount():
    """True where a file system can be mounted: as root, in a name space that lets it."""
    if os.geteuid() != 0:
        return False
    folder = pathlib.Path("/tmp") / f"mainstay-mount-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True, check=False)
    if done.returncode == 0:
        subprocess.run(["umount", folder], check=True)
    folder.rmdir()
    return done.returncode == 0


@pytest.fixture
def mounted(tmp_path):
    """mounted(options…): a file system of its own, at a path; taken down afterwards."""
    if not can_mount():
        pytest.skip("nothing can be mounted here (not root)")
    places = []

    def mount(*options, at=None):
        place = at or tmp_path / f"mount-{len(places)}"
        place.mkdir(exist_ok=True)
        subprocess.run(["mount", *options, place], check=True)
        places.append(place)
        return place

    yield mount
    for place in reversed(places):
        subprocess.run(["umount", "-l", place], check=False)


def unprivileged():
    """For `preexec_fn`: the rights of nobody, so that file modes count."""
    ctypes.CDLL(None).setgroups(0, None)
    os.setgid(65534)
    os.setuid(65534)


def show(text):
    """A figure for the log of the run."""
    print(text, flush=True)


__all__ = ["PROGRAM", "CHANGES", "Desk", "NIGHTLY", "calls", "fill", "nightly", "show", "unprivileged"]
