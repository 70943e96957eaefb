"""The data page: what is loaded by year and month, the releases a page at a time, and what waits."""

from __future__ import annotations

import importlib

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.views import release_list
from data.store import Store
from tests.dashboard.helpers import RETAIL, load, stated
from tests.dashboard.test_data_pages import words_of


@pytest.fixture
def client(store: Store) -> FlaskClient:
    """Retail sales of four Octobers beside the months of 2024."""
    for year in (2020, 2021, 2022):
        load(store, f"{year}-10-29", stated(RETAIL, f"{year}-10", 500_000.0, "official"))
    return create_app(store).server.test_client()


def shown(client: FlaskClient, **query: str) -> str:
    with client.application.test_request_context("/?lang=vi"):
        return words_of(importlib.import_module("dashboard.pages.data_home").layout(**query))


def test_the_title_says_how_far_the_figures_reach(client: FlaskClient) -> None:
    assert "Số liệu đến tháng 11/2024, công bố ngày 29/11/2024" in shown(client)


def test_a_year_leads_to_its_months_and_its_releases(client: FlaskClient) -> None:
    everything = shown(client)
    assert "nam=2021" in everything and "2021-10-29.xlsx" in everything and "2022-10-29.xlsx" in everything
    one_year = shown(client, nam="2021")
    assert "Từng tháng năm 2021" in one_year
    assert "2021-10-29.xlsx" in one_year and "2022-10-29.xlsx" not in one_year


def test_a_year_without_figures_shows_the_newest_months(client: FlaskClient) -> None:
    assert "Các tháng gần nhất" in shown(client, nam="1990")
    assert "Các tháng gần nhất" in shown(client, nam="nonsense")


def test_releases_come_a_page_at_a_time(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release_list, "AT_ONCE", 2)
    first, last = shown(client), shown(client, tr="99")
    assert "2024-11-29.xlsx" in first and "2020-10-29.xlsx" not in first
    assert "2020-10-29.xlsx" in last and "2024-11-29.xlsx" not in last


def test_a_revised_figure_stands_with_its_period_its_kind_and_its_unit(client: FlaskClient) -> None:
    everything = shown(client)
    assert "T10/2024 · giá trị, Tỷ đồng" in everything and "545.729,6" in everything and "+2,2%" in everything


def test_revisions_of_the_newest_release_are_all_counted_and_lead_to_their_list(
    client: FlaskClient, store: Store
) -> None:
    goods = [RETAIL._replace(item=f"goods{n}") for n in range(230)]
    load(store, "2024-12-06", *(stated(one, "2024-11", 100.0) for one in goods))
    number = load(store, "2024-12-07", *(stated(one, "2024-11", 101.0 + n) for n, one in enumerate(goods)))

    words = shown(client)

    assert "Lần công bố 07/12/2024 sửa 230 số" in words
    assert f"/so-lieu/ban/{number}?loai=revised" in words
    assert "goods229" in words and "goods100" not in words


def test_revisions_are_those_of_the_chosen_area(client: FlaskClient, store: Store) -> None:
    hanoi = RETAIL._replace(area="Hà Nội")
    load(store, "2024-12-06", stated(hanoi, "2024-11", 100.0))
    load(store, "2024-12-07", stated(hanoi, "2024-11", 101.0))

    assert "Lần công bố 29/11/2024 sửa 2 số" in shown(client)
    assert "Lần công bố 07/12/2024 sửa 1 số" in shown(client, **{"dia-ban": "Hà Nội"})
