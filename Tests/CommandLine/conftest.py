"""Records for the tests of the command line."""
import pytest
from records import Record, made_demo, write_notes


@pytest.fixture
def record(tmp_path):
    """An empty record."""
    made = Record(tmp_path)
    made.run("init")
    return made


@pytest.fixture
def caseload(record):
    """A record with three made-up children and a few notes of theirs."""
    rows = [
        {"ref": "K12", "name": "Nguyễn Thị Thanh", "at": "2026-11-01T10:00", "kind": "visit",
         "body": "Met at the library; drew the market at home."},
        {"ref": "K03", "name": "Selam Tesfay", "at": "2026-11-02T10:00", "kind": "phone",
         "body": "Rang about college."},
        {"ref": "K11", "name": "Trần Văn Đức", "at": "2026-11-03T10:00", "kind": "text",
         "body": "Sent the time of the match. 他在学校很好 he wrote."},
    ]
    done = record.json("import", "notes", write_notes(record.folder / "notes.jsonl", rows))
    assert (done["read"], done["kept"], done["refused"]) == (3, 3, [])
    return record


@pytest.fixture
def demo(tmp_path):
    """The demo caseload, kept in a folder."""
    return made_demo(tmp_path)
