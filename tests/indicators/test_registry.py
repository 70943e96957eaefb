"""The registry of transformations."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators.registry import NO_UNIT, PERCENT_UNIT, POINTS, SAME_UNIT, TRANSFORMATIONS, apply


@pytest.mark.parametrize("key", sorted(TRANSFORMATIONS))
def test_every_entry_is_named_in_two_languages_and_runs_on_what_it_says_it_needs(key):
    entry = TRANSFORMATIONS[key]
    months = pd.period_range("2021-01", periods=36, freq="M")
    inputs = {
        name: pd.Series([100.0 + n + shift for n in range(36)], index=months) for shift, name in enumerate(entry.needs)
    }
    result = entry.apply(**inputs)
    assert entry.key == key and entry.vi and entry.en and entry.vi != entry.en
    assert entry.unit_out in {SAME_UNIT, PERCENT_UNIT, POINTS, NO_UNIT}
    assert isinstance(result.index, pd.PeriodIndex)
    assert entry.function.__doc__ or "lambda" in entry.function.__name__ or entry.function.__name__.startswith("_")


def test_a_missing_input_is_named(monthly):
    with pytest.raises(TypeError, match="total"):
        apply("share", part=monthly("2024-01", [1.0]))


def test_the_registry_gives_growth_by_name(monthly):
    assert apply("mom", levels=monthly("2024-01", [100.0, 110.0])).iloc[1] == pytest.approx(10.0)
