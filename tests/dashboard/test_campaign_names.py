"""Campaigns on English pages bear an English name, with the official Vietnamese one beside it."""

from __future__ import annotations

import importlib
import json
from datetime import date

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.briefing.content import build
from dashboard.campaign_bands import bands_of
from dashboard.campaign_results import CampaignResults
from dashboard.campaign_words import word
from dashboard.search.entries import entries
from dashboard.views.campaign_lists import register_table
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA, campaign

OFFICIAL, ENGLISH = "Kích cầu tiêu dùng", "Consumption stimulus"


@pytest.fixture
def client(store: Store) -> FlaskClient:
    store.save_campaign(campaign(name_en=ENGLISH), by="An")
    return create_app(store).server.test_client()


def shown(component: object) -> str:
    return json.dumps(component, default=lambda one: one.to_plotly_json(), ensure_ascii=False)


def test_the_register_leads_with_the_name_of_the_language_and_keeps_the_official_one() -> None:
    english, vietnamese = (shown(register_table([campaign(name_en=ENGLISH)], lang)) for lang in ("en", "vi"))
    assert ENGLISH in english and OFFICIAL in english and '"lang": "vi"' in english
    assert ENGLISH not in vietnamese and OFFICIAL in vietnamese


def test_a_campaign_without_an_english_name_is_shown_by_its_official_one_once() -> None:
    found = shown(register_table([campaign()], "en"))
    assert found.count(OFFICIAL) == 1 and '"lang": "vi"' in found


def test_the_page_of_a_campaign_is_headed_by_its_english_name(client: FlaskClient) -> None:
    with client.application.test_request_context(headers={"Cookie": "language=en"}):
        head = shown(importlib.import_module("dashboard.pages.campaign").layout("KC").children[0])
    assert head.index(ENGLISH) < head.index(OFFICIAL)


def test_what_the_register_says_in_vietnamese_is_marked_as_such_on_an_english_page(
    client: FlaskClient, store: Store
) -> None:
    store.save_campaign(campaign(name_en=ENGLISH, launched_by="Sở Công Thương"), by="An")
    with client.application.test_request_context(headers={"Cookie": "language=en"}):
        parts = importlib.import_module("dashboard.pages.campaign").layout("KC")._traverse()
    assert "vi" in [getattr(one, "lang", "") for one in parts if getattr(one, "children", "") == "Sở Công Thương"]


def test_charts_statements_and_search_say_the_name_of_the_language(client: FlaskClient, store: Store) -> None:
    one = next(one for one in store.campaigns() if one.code == "KC")
    stated = CampaignResults(store, today=date(2024, 12, 31), language="en").of(one, "retail", AREA)
    assert [band.name for band in bands_of(store, AREA, "en")] == [ENGLISH]
    assert stated is not None and ENGLISH in word(stated.result, indicator="retail", language="en").sentence
    found = {
        lang: next(e for e in entries(store, store.version(), lang) if e.address == "/phong-trao/KC")
        for lang in ("vi", "en")
    }
    assert (found["vi"].name, found["en"].name) == (OFFICIAL, ENGLISH)


def test_an_english_briefing_names_the_campaign_in_english_and_gives_the_official_name_once(
    client: FlaskClient, store: Store
) -> None:
    briefing = build(store, "campaign", Period.parse("2024-11"), campaign="KC", language="en")
    texts = " ".join(one.text for one in briefing.paragraphs)
    assert ENGLISH in briefing.title and OFFICIAL not in briefing.title
    assert ENGLISH in texts and texts.count(OFFICIAL) == 1


@pytest.mark.parametrize("heading", ["Tên tiếng Anh", "English name", "name_en"])
def test_the_english_name_comes_with_a_sheet_and_stays_where_a_later_one_leaves_it_out(
    client: FlaskClient, store: Store, heading: str
) -> None:
    client.post("/phong-trao/nhap", data={"rows": f"Tên;{heading}\nTuần hàng Việt;Vietnamese goods week"})
    client.post("/phong-trao/nhap", data={"rows": "Tên;Khẩu hiệu\nTuần hàng Việt;Hàng Việt"})
    (found,) = [one for one in store.campaigns() if one.name == "Tuần hàng Việt"]
    assert (found.name_en, found.slogan) == ("Vietnamese goods week", "Hàng Việt")


def test_the_english_name_is_edited_in_the_form(client: FlaskClient, store: Store) -> None:
    client.post("/phong-trao/ghi", data={"code": "KC", "name": OFFICIAL, "name_en": "Demand stimulus"})
    assert next(one for one in store.campaigns() if one.code == "KC").name_en == "Demand stimulus"


def test_bands_of_an_area_and_of_the_country_with_one_name_name_their_area(store: Store) -> None:
    for code, area in (("HN", "Hà Nội"), ("VN", AREA)):
        store.save_campaign(campaign(code, area=area), by="An")
    assert {band.name for band in bands_of(store, "Hà Nội", "vi")} == {f"{OFFICIAL} (Hà Nội)", f"{OFFICIAL} (Cả nước)"}
    assert [band.name for band in bands_of(store, AREA, "vi")] == [OFFICIAL]
