from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import Store
from tests.dashboard.helpers import november
from tests.prepared import new_store


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "empty.sqlite") as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "figures.sqlite", november) as opened:
        yield opened
