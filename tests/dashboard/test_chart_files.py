"""Every chart of the pages leaves as a file of every form, the same chart as on the screen."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from flask.testing import FlaskClient
from PIL import Image

from dashboard.application import create_app
from dashboard.chart_files import chart_of
from dashboard.components.chart_menu import chart_menu
from dashboard.figures.spec import ChartSpec
from data.store import Store
from loaders.reading import read_workbook
from tests.dashboard.helpers import CPI, CUMULATIVE, EXPORTS, IIP, RETAIL, SAME, campaign, load, rate, stated

STARTS = {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF", "csv": b"\xef\xbb\xbf", "xlsx": b"PK"}
CHARTS = ("retail", "retail-ranking", "retail-structure1", "retail-season", "industry", "prices", "exports")


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


@pytest.mark.parametrize("form", STARTS)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_leaves_in_every_form(client: FlaskClient, name: str, form: str) -> None:
    answer = client.get(f"/tai-ve/{name}.{form}?ky=2024-11")
    assert answer.status_code == 200
    assert answer.data.startswith(STARTS[form])
    assert answer.headers["Content-Disposition"].endswith(f'.{form}"')


@pytest.mark.parametrize(("size", "pixels"), [("slide", 3000), ("half", 1890), ("full", 3035), ("square", 1772)])
def test_a_picture_has_the_pixels_of_its_size_at_300_dots_an_inch(client: FlaskClient, size: str, pixels: int) -> None:
    picture = Image.open(io.BytesIO(client.get(f"/tai-ve/retail.png?ky=2024-11&co={size}").data))
    assert picture.width == pixels
    assert round(picture.info["dpi"][0]) == 300


@pytest.mark.parametrize(
    "path", ["retail.exe", "khong-co.png", "retail-khong-co.png", "explorer.png", "retail.png?vung=Khong%20Co"]
)
def test_an_unknown_chart_or_form_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/tai-ve/{path}").status_code == 404


@pytest.mark.parametrize("choice", ["co=3000", "dau=;"])
def test_a_size_or_mark_that_is_not_offered_is_refused(client: FlaskClient, choice: str) -> None:
    assert client.get(f"/tai-ve/retail.csv?{choice}").status_code == 400


@pytest.fixture
def a_year(empty_store: Store) -> Store:
    """Thirteen months of all four themes."""
    figures = []
    for number in range(13):
        year, month = divmod(2023 * 12 + 10 + number, 12)
        span, so_far = f"{year}-{month + 1:02d}", f"{year}-01/{year}-{month + 1:02d}"
        for key in (RETAIL, IIP, CPI, EXPORTS):
            figures.append(stated(rate(key, SAME), span, 105.0 + number / 7))
            figures.append(stated(rate(key, CUMULATIVE), so_far if month else span, 104.0 + number / 11))
        figures += [stated(RETAIL, span, 500_000 + number / 3), stated(EXPORTS, span, 33_000 + number / 3)]
    load(empty_store, "2024-11-29", *figures)
    return empty_store


@pytest.mark.parametrize("name", ["retail", "industry", "prices", "exports"])
@pytest.mark.parametrize("kind", ["growth", "cumulative"])
def test_the_loader_reads_the_workbook_of_a_page_back_identically(a_year: Store, name: str, kind: str) -> None:
    query = {"ky": "2024-11", "chi_tieu": kind}
    spec = chart_of(a_year, name, query, "vi")
    assert spec is not None
    body = create_app(a_year).server.test_client().get(f"/tai-ve/{name}.xlsx", query_string=query).data
    read = read_workbook(body, "bieu-do.xlsx")
    assert read.not_understood == []
    wanted = [value for one in spec.series for value in one.values if value is not None]
    assert sorted(one.value for one in read.observations) == sorted(wanted)
    rates = [one for one in read.observations if one.measure == "growth"]
    so_far = {one.comparison.value for one in rates if one.period.start.month > 1 or one.period.months > 1}
    assert so_far == {SAME if kind == "growth" else CUMULATIVE}, "January alone is its own year so far"


@pytest.mark.parametrize("name", ["retail-ranking", "retail-season"])
def test_a_ranking_is_never_taken_for_a_table_of_figures(client: FlaskClient, name: str) -> None:
    read = read_workbook(client.get(f"/tai-ve/{name}.xlsx?ky=2024-11").data, "bieu-do.xlsx")
    assert read.observations == []


def test_the_explorer_gives_the_chart_of_its_address(client: FlaskClient, store: Store) -> None:
    number = min(store.all_series())
    answer = client.get(f"/tai-ve/explorer.csv?chuoi={number}&dau=.")
    assert answer.status_code == 200
    assert f"/tai-ve/explorer.png?chuoi={number}" in _menu(client, f"/kham-pha?chuoi={number}")


@pytest.fixture
def with_campaign(empty_store: Store) -> Store:
    """Five years of growth, and a campaign of half a year in the fourth."""
    months = [f"{2019 + number // 12}-{number % 12 + 1:02d}" for number in range(66)]
    figures = [stated(rate(RETAIL, SAME), month, 106 + (at * 7 % 5) / 3) for at, month in enumerate(months)]
    load(empty_store, "2024-07-29", *figures)
    empty_store.save_campaign(campaign(start=date(2022, 3, 1), end=date(2022, 8, 31)), by="An")
    return empty_store


def test_the_chart_of_a_campaign_shows_its_months_and_means(with_campaign: Store) -> None:
    spec = chart_of(with_campaign, "campaign", {"ma": "KC", "chi-tieu": "retail"}, "vi")
    assert spec is not None and [one.code for one in spec.bands] == ["KC"]
    growth, *means = spec.series
    during = [
        value for value, month in zip(growth.values, spec.categories, strict=True) if "2022-03" <= month <= "2022-08"
    ]
    assert {round(value, 9) for value in means[1].values if value is not None} == {round(sum(during) / 6, 9)}
    client = create_app(with_campaign).server.test_client()
    links = re.findall(r'href="(/tai-ve/campaign[^"]+)"', _menu(client, "/phong-trao/KC"))
    assert len(links) >= 9
    assert {client.get(link.replace("&amp;", "&")).status_code for link in links} == {200}


@pytest.mark.parametrize("query", ["", "?ma=KC", "?ma=khong-co&chi-tieu=retail", "?ma=KC&chi-tieu=prices"])
def test_a_campaign_without_a_picture_has_no_file(store: Store, query: str) -> None:
    store.save_campaign(campaign(), by="An")
    assert create_app(store).server.test_client().get(f"/tai-ve/campaign.png{query}").status_code == 404


def test_first_estimates_have_their_chart_as_a_file(empty_store: Store) -> None:
    for month in range(1, 12):
        before = [stated(RETAIL, f"2024-{month - 1:02d}", 510_000.0 + month, "preliminary")] if month > 1 else []
        load(empty_store, f"2024-{month:02d}-28", stated(RETAIL, f"2024-{month:02d}", 500_000.0, "estimate"), *before)
    number = next(
        one.id for one in empty_store.all_series().values() if one.table == "retail_sales" and one.measure == "value"
    )
    client = create_app(empty_store).server.test_client()
    assert client.get(f"/tai-ve/first-estimates.svg?chuoi={number}").status_code == 200
    assert f"/tai-ve/first-estimates.svg?chuoi={number}" in _menu(client, f"/so-lieu/dieu-chinh?chuoi={number}")
    assert client.get("/tai-ve/first-estimates.svg?chuoi=x").status_code == 404


def test_words_from_data_stay_words_in_the_menu() -> None:
    spec = ChartSpec("k", '"><script>alert(1)</script>', "'x' <b>", ("2024-01",), ("T1",), (), "%", "")
    menu = str(chart_menu(spec, "/tai-ve/retail?vung=%3Cb%3E"))
    assert "<script>" not in menu.replace(spec.title, "", 1) and "&lt;script&gt;" in menu


@pytest.mark.parametrize("path", ["/", "/chuyen-de/retail"])
def test_every_link_of_the_menus_answers(client: FlaskClient, path: str) -> None:
    links = re.findall(r'href="(/tai-ve/[^"]+)"', _menu(client, path))
    assert len(links) >= 9
    assert {client.get(link.replace("&amp;", "&")).status_code for link in links} == {200}


def _menu(client: FlaskClient, path: str) -> str:
    """The markup of a page's menus, as the page's layout carries it."""
    pathname, _, search = path.partition("?")
    body = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": [
            {"id": "_pages_content", "property": "children"},
            {"id": "_pages_store", "property": "data"},
        ],
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": pathname},
            {"id": "_pages_location", "property": "search", "value": f"?{search}" if search else ""},
        ],
        "changedPropIds": ["_pages_location.pathname"],
    }
    answer = client.post("/_dash-update-component", json=body).get_json()
    return str(answer).replace("&quot;", '"')
