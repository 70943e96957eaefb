"""The change that a campaign is measured by, and what high or low months before it let expect, worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from indicators.placebo import Calibration, measured_change

BY = Calibration(persistence=0.5, quantiles={0.95: 2.0})
"""Half of what stood out persists; the usual range is two standard deviations wide on either side."""


def growth(before: float, during: float) -> np.ndarray:
    """Three months before and three months of a campaign, after thirty whose median is 10."""
    usual = [9.0] * 12 + [10.0] * 5 + [11.0] * 13
    return np.array([*usual, *[before] * 3, *[during] * 3])


@pytest.mark.parametrize(("before", "expected"), [(14.0, -2.0), (10.0, 0.0), (6.0, 2.0)])
def test_half_of_what_stood_out_before_is_expected_to_be_lost_again(before: float, expected: float) -> None:
    change = measured_change(growth(before, 12.0), 33, 3, by=BY)
    assert (change.change, change.expected) == (12.0 - before, expected)


def test_the_usual_range_lies_around_what_is_expected_by_the_spread_outside_the_campaign() -> None:
    values = growth(10.0, 99.0)  # the campaign's own months widen nothing
    outside = values[:33]
    spread = math.sqrt(sum((one - outside.sum() / 33) ** 2 for one in outside) / 33)
    change = measured_change(values, 33, 3, by=BY)
    assert (change.low, change.high) == (pytest.approx(-2 * spread), pytest.approx(2 * spread))
