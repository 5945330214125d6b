"""Killed at any moment: nothing that was acknowledged is lost, and the record always opens."""
import random

from conftest import show
from kills import kill_imports, kill_notes, kill_writers


def test_a_writer_killed_at_random_loses_nothing_it_had_acknowledged(tmp_path):
    counted = kill_writers(100, random.Random(20261122), tmp_path)
    show(f"\nkills of a writer: {counted}")
    assert counted["acknowledged"] > 100 and counted["children"] > 20


def test_mainstay_note_killed_at_random_keeps_what_it_called_saved(tmp_path):
    show(f"\nkills of mainstay note: {kill_notes(8, random.Random(7), tmp_path)}")


def test_mainstay_import_killed_at_random_keeps_a_beginning_of_the_file(tmp_path):
    show(f"\nkills of mainstay import: {kill_imports(3, random.Random(9), tmp_path)}")
