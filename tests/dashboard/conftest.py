from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import Store, open_store
from tests.dashboard.helpers import november


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'figures.sqlite'}") as opened:
        yield opened


@pytest.fixture
def store(empty_store: Store) -> Store:
    november(empty_store)
    return empty_store
