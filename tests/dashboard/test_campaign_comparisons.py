"""From a campaign to the usual comparisons over its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.application import create_app
from dashboard.views.campaign_comparisons import comparisons
from data.store import Store
from tests.dashboard.helpers import EXPORTS, campaign, load, stated

SECTORS = [EXPORTS._replace(item=item) for item in ("domestic", "foreign")]


@pytest.fixture
def exports(store: Store) -> Iterator[Store]:
    months = [f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13)]
    load(store, "2025-01-06", *(stated(key, month, 10_000.0) for key in SECTORS for month in months))
    with create_app(store).server.test_request_context():
        yield store


def addresses(**given: object) -> dict[str, dict[str, list[str]]]:
    found = comparisons(campaign(**given), "vi")
    links = found[0].children[1:] if found else []
    return {one.children: parse_qs(urlsplit(one.href).query) for one in links}


def test_exports_of_both_sectors_are_one_click_away_in_the_months_round_the_campaign(exports: Store) -> None:
    ids = {one.key: str(one.id) for one in exports.all_series().values()}

    asked = addresses(start=date(2024, 3, 1), end=date(2024, 6, 30))["Xuất khẩu của hai khu vực kinh tế"]

    assert asked["chuoi"] == [",".join(ids[key] for key in SECTORS)]
    assert (asked["tu"], asked["den"]) == (["2023-03"], ["2024-12"])


@pytest.mark.parametrize(
    "given",
    [
        {"start": date(2019, 1, 1), "end": date(2020, 12, 31)},
        {"start": date(2026, 1, 1), "end": None},
        {"start": None, "end": None, "precision": "unknown"},
        {"themes": ()},
    ],
    ids=["before the figures", "after them", "without a date", "without an economic target"],
)
def test_nothing_is_offered_where_nothing_could_be_shown(exports: Store, given: dict[str, object]) -> None:
    assert "Xuất khẩu của hai khu vực kinh tế" not in addresses(**given)
