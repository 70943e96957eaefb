"""Small builders of series for tests worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import pytest

Build = Callable[[str, Sequence[float]], pd.Series]


@pytest.fixture
def monthly() -> Build:
    """`monthly("2024-01", [1.0, 2.0])`: a series of consecutive months."""
    return lambda start, values: pd.Series(list(values), index=pd.period_range(start, periods=len(values), freq="M"))


@pytest.fixture
def yearly() -> Build:
    return lambda start, values: pd.Series(list(values), index=pd.period_range(start, periods=len(values), freq="Y"))
