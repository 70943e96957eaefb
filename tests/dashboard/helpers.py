"""A small store with the four themes, made without workbooks."""

from __future__ import annotations

import hashlib
from datetime import date

from data.observation import Origin
from data.period import Period
from data.store import Campaign, SeriesKey, StatedFigure, Store, UploadedFile

AREA = "Cả nước"
RETAIL = SeriesKey("retail_sales", "total", unit="Tỷ đồng")
RETAIL_GOODS = SeriesKey("retail_sales", "goods", unit="Tỷ đồng")
RETAIL_OTHER = SeriesKey("retail_sales", "other_services", unit="Tỷ đồng")
IIP = SeriesKey("industrial_production_index", "total", measure="index", unit="%")
CPI = SeriesKey("consumer_price_index", "total", measure="index", unit="%")
EXPORTS = SeriesKey("goods_exports", "total", unit="Triệu USD")
SAME, CUMULATIVE, PREVIOUS = "same_month_previous_year", "same_period_previous_year", "previous_month"


def rate(key: SeriesKey, comparison: str) -> SeriesKey:
    """The published index of that comparison beside a level."""
    return key._replace(measure="index", comparison=comparison, unit="%")


def stated(key: SeriesKey, period: str, value: float, status: str = "") -> StatedFigure:
    return StatedFigure(
        key, Period.parse(period), value, status, item="TỔNG SỐ" if key.item == "total" else key.item,
        origin=Origin("Biểu", "C7", ("Ước tính",), ("TỔNG SỐ",)),
    )  # fmt: skip


def load(store: Store, released: str, *figures: StatedFigure) -> int:
    """Stage and accept one release."""
    name = f"{released}.xlsx"
    file = UploadedFile(name, hashlib.sha256(f"{name}{len(figures)}".encode()).hexdigest(), 100)
    number = store.stage(file, figures, released=date.fromisoformat(released), by="An")
    store.accept(number, by="Bình")
    return number


def november(store: Store) -> None:
    """October preliminary and November estimated, in the manner of the national release of 29 November 2024."""
    load(
        store, "2024-10-29",
        stated(RETAIL, "2024-10", 545_729.6, "estimate"),
        stated(rate(RETAIL, SAME), "2024-10", 107.1),
        stated(rate(IIP, SAME), "2024-10", 107.02),
    )  # fmt: skip
    load(
        store, "2024-11-29",
        stated(RETAIL, "2024-10", 557_480.1, "preliminary"),
        stated(RETAIL, "2024-11", 562_002.9, "estimate"),
        stated(RETAIL, "2024-01/2024-11", 5_822_278.4, "estimate"),
        stated(rate(RETAIL, SAME), "2024-11", 108.75),
        stated(rate(RETAIL, CUMULATIVE), "2024-01/2024-11", 108.82),
        stated(RETAIL_GOODS, "2024-01/2024-11", 4_000_000.0, "estimate"),
        stated(rate(RETAIL_GOODS, CUMULATIVE), "2024-01/2024-11", 110.0),
        stated(rate(RETAIL_GOODS, SAME), "2024-11", 108.3),
        stated(RETAIL_OTHER, "2024-01/2024-11", 1_822_278.4, "estimate"),
        stated(rate(RETAIL_OTHER, CUMULATIVE), "2024-01/2024-11", 106.3),
        stated(rate(RETAIL_OTHER, SAME), "2024-11", 112.9),
        stated(rate(IIP, SAME), "2024-10", 107.05),
        stated(rate(IIP, SAME), "2024-11", 108.9),
        stated(rate(IIP, PREVIOUS), "2024-11", 102.3),
        stated(rate(IIP, CUMULATIVE), "2024-01/2024-11", 108.4),
        stated(rate(CPI, SAME), "2024-11", 102.77),
        stated(rate(CPI, PREVIOUS), "2024-11", 100.13),
        stated(EXPORTS, "2024-11", 33_733.8, "preliminary"),
        stated(rate(EXPORTS, SAME)._replace(index_of="value"), "2024-11", 108.16),
    )  # fmt: skip


def campaign(code: str = "KC", **given: object) -> Campaign:
    values: dict[str, object] = {
        "area": AREA, "name": "Kích cầu tiêu dùng", "kind": "kich_cau", "precision": "day",
        "start": date(2024, 8, 27), "end": date(2024, 12, 31), "themes": ("retail",), **given,
    }  # fmt: skip
    return Campaign(code=code, **values)  # type: ignore[arg-type]
