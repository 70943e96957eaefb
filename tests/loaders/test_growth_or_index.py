"""Whether a column of ratios holds growth or indices, where the words over it are the same."""

from __future__ import annotations

import pytest

from loaders.growth_or_index import is_growth_column
from loaders.rows import Row

RETAIL = ("TỔNG SỐ", "Bán lẻ hàng hóa", "Dịch vụ lưu trú, ăn uống", "Du lịch lữ hành", "Dịch vụ khác")


def column(values: tuple[float, ...], labels: tuple[str, ...] = RETAIL) -> list[tuple[Row, float]]:
    pairs = zip(labels, values, strict=False)
    return [(Row(i, label, (), "Cả nước", "", (label,)), value) for i, (label, value) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("values", "is_growth"),
    [
        ((7.1182, 8.5331, 12.46, -1.8644, 5.2), True),
        ((9.8557, 10.7, 8.1, 11.9, 5.3), True),
        ((109.4, 108.3, 112.1, 121.5, 107.9), False),
        ((66.3, 77.2, 33.4, 5.6, 29.1), False),
        ((136.1, 121.9, 397.5, 3206.2, 185.5), False),
        ((1.232, 119.7, 126.5, 77.8, 140.1), False),
        ((62.0, 70.1, -3.2, -5.1, 10.4), True),
    ],
)
def test_a_large_total_or_else_the_median_decides(values: tuple[float, ...], is_growth: bool) -> None:
    assert is_growth_column(column(values), "retail_sales") is is_growth


def test_without_a_total_the_median_decides() -> None:
    labels = ("Than", "Dầu", "Khí", "Điện", "Nước")
    assert not is_growth_column(column((0.4, 95.0, 101.0, 110.0, 99.0), labels), "industrial_products")
    assert is_growth_column(column((0.4, 5.0, 11.0, 10.0, 9.0), labels), "industrial_products")


@pytest.mark.parametrize("core", [2.87, -0.31])
def test_core_inflation_has_no_say(core: float) -> None:
    labels = ("Lương thực", "LẠM PHÁT CƠ BẢN")
    assert not is_growth_column(column((102.9, core), labels), "consumer_price_index")


@pytest.mark.parametrize(
    ("values", "is_growth"), [((61.0, 5.0, 7.0, 80.0, 40.0), False), ((61.0, 5.0, 7.0, 8.0, 40.0), True)]
)
def test_growth_that_never_falls_and_often_passes_60_percent_is_none(
    values: tuple[float, ...], is_growth: bool
) -> None:
    labels = ("Than", "Dầu", "Khí", "Điện", "Nước")
    assert is_growth_column(column(values, labels), "goods_imports") is is_growth
