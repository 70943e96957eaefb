"""Numbers, periods and dates as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest

from dashboard.formats import (
    amount,
    day,
    moment,
    month_short,
    number,
    percent,
    period_long,
    signed,
    unit_inside,
    unit_name,
)
from data.period import Period

AROUND_TIES = [sign * (at + 0.5 + off) / 100 for at in range(40) for off in (-1e-7, 0.0, 1e-7) for sign in (1, -1)]


@pytest.mark.parametrize(
    ("value", "shown"), [(1234.5, "1.234,5"), (-2.8, "−2,8"), (0.04, "0,0"), (-0.04, "0,0"), (None, "…"), (2.75, "2,8")]
)
def test_numbers_have_the_vietnamese_comma_and_a_true_minus(value: float | None, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize("decimals", [0, 1, 2, 3, 4])
def test_numbers_are_rounded_as_their_decimals_are_written(decimals: int) -> None:
    """Half away from zero by what is written, not by what the machine holds: 2.675 is held as a little less."""
    step = Decimal(1).scaleb(-decimals)
    for value in (
        2.675,
        1234.55,
        0.15,
        1e15 + 0.5,
        0.0049999999,
        5e-5,
        9e-5,
        *(at / 8 - 9 for at in range(150)),
        *AROUND_TIES,
    ):
        expected = Decimal(repr(value)).quantize(step, ROUND_HALF_UP)
        shown = number(value, decimals, "en").replace("\u2212", "-").replace(",", "")
        assert Decimal(shown) == expected, value
        assert shown.startswith("-") == (expected < 0), value


def test_growth_bears_its_sign_but_zero_bears_none() -> None:
    assert [signed(v) for v in (8.8, -2.8, 0.0, None)] == ["+8,8%", "−2,8%", "0,0%", "…"]
    assert percent(9.2) == "9,2%" and percent(9.2, 1, "en") == "9.2%"


def test_amounts_take_the_unit_in_which_they_are_read() -> None:
    assert amount(562_002.9, "Tỷ đồng") == "562,0\u00a0nghìn tỷ đồng"
    assert amount(33_733.8, "Triệu USD", "en") == "33.7\u00a0billion USD"
    assert amount(66.64, "Triệu USD", "vi", 2) == "66,64\u00a0triệu USD"


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2024-11", "tháng 11/2024", "November 2024"),
        ("2024-01/2024-11", "11 tháng năm 2024", "first 11 months of 2024"),
        ("2010-Q2", "quý II/2010", "quarter II of 2010"),
        ("2010", "năm 2010", "2010"),
        ("2024-10/2024-11", "từ 10/2024 đến 11/2024", "from October 2024 to November 2024"),
    ],
)
def test_periods_are_named(period: str, vi: str, en: str) -> None:
    assert (period_long(Period.parse(period)), period_long(Period.parse(period), "en")) == (vi, en)


def test_months_and_days_have_their_short_forms() -> None:
    assert month_short(Period.parse("2010-07").last) == "T7/2010"
    assert month_short(Period.parse("2010-07").last, "en") == "Jul 2010"
    assert month_short(Period.parse("2024-11").last, "en", with_year=False) == "Nov"
    assert day(date(2024, 12, 6)) == "06/12/2024"


def test_units_are_named_in_the_language_of_the_reader() -> None:
    assert [unit_name("Nghìn tấn", tongue) for tongue in ("vi", "en")] == ["Nghìn tấn", "Thousand tonnes"]
    assert [unit_inside("Tỷ đồng", tongue) for tongue in ("vi", "en")] == ["tỷ đồng", "billion dong"]
    assert amount(12.5, "Nghìn tấn", "en") == "12.5\u00a0thousand tonnes"
    assert unit_name("Nghìn thúng", "en") == "Nghìn thúng"


def test_moments_are_told_by_the_clocks_of_viet_nam() -> None:
    assert moment(datetime(2024, 12, 6, 20, 5, tzinfo=UTC)) == "07/12/2024 03:05"
