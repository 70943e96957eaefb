"""The search of everything: with and without diacritics, by codes, in both languages; each result has an address."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.search import Entry, Kind, find, found, found_series
from data.store import PublishedFigure, Store
from data.wording import LANGUAGES, say
from tests.dashboard.helpers import EXPORTS, RETAIL, campaign, load, stated


@pytest.fixture
def filled(store: Store) -> Store:
    store.save_campaign(campaign(), by="An", why="thử")
    share, growth = (
        PublishedFigure(
            code=measure, area="Hà Nội", theme="retail_sales", indicator="Tổng mức bán lẻ hàng hóa", measure=measure,
            period="2015", value=value, unit="%", wording="nguyên văn", source="Báo cáo",
        )
        for measure, value in (("share", 9.1), ("growth", 14.5))
    )  # fmt: skip
    store.sync_register(type("Given", (), {"published_figures": [share, growth]}))
    return store


def first(store: Store, text: str, kind: Kind, language: str = "vi") -> Entry:
    return next(one for one in find(store, text, language) if one.kind == kind)


@pytest.mark.parametrize("text", ["bán lẻ hàng hóa", "ban le hang hoa", "BAN LE  hang", "retail sales of goods"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_series_is_found_with_and_without_diacritics_in_both_languages(
    filled: Store, text: str, language: str
) -> None:
    found = [one for one in find(filled, text, language) if one.kind == Kind.SERIES]
    assert "goods" in {filled.series(one.series_id).item for one in found}


def test_a_series_is_found_by_its_codes_and_other_names_of_its_item(filled: Store) -> None:
    assert found_series(filled, "industrial_production_index", "vi")
    assert found_series(filled, "tổng kim ngạch xuất khẩu", "vi")


def test_words_for_growth_lead_to_growth(filled: Store) -> None:
    for text in ("tăng trưởng bán lẻ", "retail growth"):
        assert "bien-doi=yoy" in first(filled, text, Kind.SERIES).address


@pytest.mark.parametrize("text", ["tang truong ban le ha noi", "retail growth hanoi"])
def test_the_retail_growth_of_a_province_is_found_where_only_documents_state_it(filled: Store, text: str) -> None:
    found = first(filled, text, Kind.PUBLISHED)
    assert "tốc độ tăng · 14,5%" in found.detail and "vung=H" in found.address


def test_a_search_that_the_product_proposes_finds_something(filled: Store) -> None:
    for language in LANGUAGES:
        proposed = say("search.nothing", language).split("“")[1].split("”")[0]
        assert find(filled, proposed, language), proposed


@pytest.mark.parametrize(
    "text",
    [
        "so sánh xuất khẩu với nhập khẩu", "exports and imports", "compare exports imports", "cán cân thương mại",
        "xuất siêu", "trade balance", "xuất khẩu và nhập khẩu trong thời gian phong trào",
        "exports during the campaign",
    ],
)  # fmt: skip
def test_a_usual_comparison_is_found_by_its_name_and_by_what_it_compares(filled: Store, text: str) -> None:
    load(filled, "2024-11-30", stated(EXPORTS._replace(table="goods_imports"), "2024-11", 32_700.0))
    numbers = {one.table: str(one.id) for one in filled.all_series().values() if one.measure == "value"}
    found = first(filled, text, Kind.COMPARISON)
    assert f"chuoi={numbers['goods_exports']},{numbers['goods_imports']}" in found.address


def test_pages_campaigns_releases_areas_and_terms_are_found(filled: Store) -> None:
    for text, kind in (
        ("tai bieu", Kind.PAGE),
        ("kich cau", Kind.CAMPAIGN),
        ("lan cong bo", Kind.RELEASE),
        ("ha noi", Kind.AREA),
        ("so bo", Kind.TERM),
    ):
        assert first(filled, text, kind)


def test_words_inside_other_words_are_no_matches_where_better_ones_exist(filled: Store) -> None:
    assert all("bán lẻ" in one.name.lower() for one in found_series(filled, "ban le", "vi")[:3])
    assert find(filled, "xyzzy", "vi") == [] and find(filled, "  ", "vi") == []


@pytest.mark.parametrize(
    "text",
    [
        "bán lẻ hà nội", "ban le ha noi", "tăng trưởng bán lẻ của Hà Nội", "bán lẻ ở Hà Nội tăng bao nhiêu?",
        "bán lẻ thủ đô", "doanh thu bán lẻ hà nội", "ban le ha noi nam 2014", "bán lẻ hà nội tháng 11",
        "retail growth in Hanoi", "hanoi retail sales",
    ],
)  # fmt: skip
def test_a_theme_of_an_area_is_the_first_answer_however_it_is_asked_for(filled: Store, text: str) -> None:
    load(filled, "2017-12-31", stated(RETAIL._replace(area="Hà Nội"), "2016", 399_875.6))

    answer = found(filled, text, "vi")

    assert answer.has_all
    assert answer.entries[0].kind == Kind.THEME
    assert answer.entries[0].address == "/chuyen-de/retail?vung=H%C3%A0+N%E1%BB%99i"


@pytest.mark.parametrize(
    "text",
    [
        "điều chỉnh tháng trước", "dieu chinh thang truoc", "chỉnh sửa", "thay đổi so với tháng trước",
        "số liệu đã sửa", "what changed since last month", "what was revised last month", "revisions",
    ],
)  # fmt: skip
def test_what_was_revised_leads_to_the_list_of_it(filled: Store, text: str) -> None:
    assert first(filled, text, Kind.PAGE).address == "/so-lieu#da-sua"


def test_what_is_typed_with_diacritics_is_not_found_under_others(filled: Store) -> None:
    load(filled, "2024-11-30", stated(RETAIL._replace(area="Bến Tre"), "2024-11", 1.0))
    filled.save_campaign(campaign(code="TE", name="Vì trẻ em"), by="An", why="thử")

    assert {one.name for one in find(filled, "trẻ", "vi")} == {"Vì trẻ em"}
    assert {"Vì trẻ em", "Bến Tre"} <= {one.name for one in find(filled, "tre", "vi")}


def test_where_nothing_has_all_the_words_the_nearest_are_shown_as_such(filled: Store) -> None:
    answer = found(filled, "bán lẻ hàng hóa siêu thị", "vi")

    assert not answer.has_all
    assert "goods" in {filled.series(one.series_id).item for one in answer.entries if one.kind == Kind.SERIES}
    assert found(filled, "siêu thị gần nhà", "vi").entries == []


def test_every_address_of_the_search_is_answered(filled: Store) -> None:
    client: FlaskClient = create_app(filled).server.test_client()
    found = [one for text in ("b", "a", "ha noi", "so bo") for one in find(filled, text, "vi")]
    assert {one.kind for one in found} >= {Kind.PAGE, Kind.SERIES, Kind.CAMPAIGN, Kind.AREA}
    for one in found:
        assert client.get(one.address).status_code == 200, one.address


def test_the_server_answers_in_groups(filled: Store) -> None:
    client = create_app(filled).server.test_client()
    groups = client.get("/tim?q=ban+le&lang=en").get_json()["groups"]
    assert [group["name"] for group in groups][:1] == ["Pages"]
    assert all({"name", "detail", "address"} == set(item) for group in groups for item in group["items"])
    assert client.get("/tim?q=ban+le").get_json()["near"] is False
    assert client.get("/tim?q=ban+le+hang+xyzzy").get_json()["near"] is True
