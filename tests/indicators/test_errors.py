"""What an indicator refuses says enough to mend it, and no more than a reader can take in."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators.errors import SHOWN_PERIODS, MissingMonths


@pytest.mark.parametrize(
    ("count", "more"), [(1, False), (SHOWN_PERIODS - 1, False), (SHOWN_PERIODS, False), (SHOWN_PERIODS + 1, True)]
)
def test_missing_months_are_named_up_to_a_few_and_dots_stand_only_for_further_ones(count: int, more: bool) -> None:
    problem = MissingMonths(pd.period_range("2024-01", periods=count, freq="M"))
    assert str(problem).endswith(" ...") is more
    assert str(problem.parameters["months"]).count("2024-") == min(count, SHOWN_PERIODS)
    assert problem.parameters["count"] == len(problem.months) == count
