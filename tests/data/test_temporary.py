"""Copies of the store on the disk: each goes with its process, however that ends, and no other takes it away before."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.store import Store
from data.store.temporary import TemporaryFolder, remove_abandoned
from tests.data.store_helpers import file_of, say, values

HOLDER = """
import sys
from data.store.temporary import TemporaryFolder
folder = TemporaryFolder()
(folder.path / "copy.sqlite").write_bytes(b"a month of figures")
print(folder.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of temporary files for this test and the processes that it starts."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def holder() -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a folder."""
    command = [sys.executable, "-c", HOLDER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_the_folder_of_a_killed_process_goes_and_that_of_a_living_one_stays(holder: subprocess.Popen[str]) -> None:
    assert holder.stdout
    folder = Path(holder.stdout.readline().strip())
    assert (remove_abandoned(), folder.is_dir()) == (0, True)

    holder.kill()
    holder.wait()
    assert (remove_abandoned(), folder.exists()) == (1, False)


def test_a_copy_in_use_here_outlives_a_look_for_abandoned_ones(store: Store) -> None:
    waiting = store.stage(file_of("b"), [say("2024-07", 102.0)], released=date(2024, 8, 29), by="An")
    would = store.as_if_accepted(waiting)
    assert remove_abandoned() == 0
    assert values(would) == {"2024-07": (102.0, "estimate")}


def test_folders_of_other_programs_stay(temporary_files: Path) -> None:
    other = temporary_files / "industry-trade-of-somebody"
    other.mkdir()
    assert (remove_abandoned(), other.is_dir()) == (0, True)


def test_a_removed_folder_leaves_nothing(temporary_files: Path) -> None:
    folder = TemporaryFolder()
    (folder.path / "copy.sqlite").write_bytes(b"figures")
    folder.remove()
    assert list(temporary_files.iterdir()) == []
