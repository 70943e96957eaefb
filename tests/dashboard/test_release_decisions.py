"""What the page of a waiting release asks, shows and marks before anybody accepts it."""

from __future__ import annotations

import importlib
from typing import Any
from urllib.parse import unquote_plus

import pytest
from flask.testing import FlaskClient

from data.settings import settings
from data.store import Store
from data.wording import say
from tests.dashboard.test_data_pages import (
    NOVEMBER,
    OCTOBER,
    accept,
    client,
    reasons,
    send,
    store,
    with_invented_label,
    words_of,
)
from tests.loaders.workbooks import with_part

__all__ = ["client", "store"]  # fixtures

JULY = "2024-07-29-bieu-thang-7.xlsx"


def page(client: FlaskClient, number: int, language: str = "vi", **query: str) -> str:
    with client.application.test_request_context(f"/?lang={language}"):
        return words_of(release_page().layout(str(number), **query))


def effects(client: FlaskClient, number: int) -> str:
    with client.application.test_request_context("/?lang=vi"):
        return words_of(release_page().fill_effects(number))


def release_page() -> Any:
    """Dash lets page modules be imported only once an application exists."""
    return importlib.import_module("dashboard.pages.release")


def waiting(client: FlaskClient) -> int:
    return int(str(send(client, with_invented_label(), JULY)["release"]))


def codes_of(store: Store, number: int) -> list[str]:
    return sorted({one.finding.code for one in store.findings(number) if one.finding.severity == "warning"})


def test_ticks_and_reasons_of_a_release_stay_with_the_browser(client: FlaskClient, store: Store) -> None:
    number = waiting(client)
    with client.application.test_request_context("/?lang=vi"):
        fields = [one for one in release_page().layout(str(number))._traverse() if getattr(one, "persistence", None)]
    kept = {one.id: one.persistence_type for one in fields}
    names = (f"finding-{number}-{field}-{code}" for code in codes_of(store, number) for field in ("tick", "reason"))
    assert all(kept[name] == "session" for name in names)


def test_units_of_changes_are_named_in_english_too(client: FlaskClient) -> None:
    number = int(str(send(client, OCTOBER.read_bytes(), OCTOBER.name)["release"]))
    assert ", Thousand tonnes" in page(client, number, "en", bang="industrial_products")
    assert ", Nghìn tấn" in page(client, number, "vi", bang="industrial_products")


def test_every_kind_of_warning_asks_for_a_tick_and_a_reason(client: FlaskClient, store: Store) -> None:
    number = waiting(client)
    words, codes = page(client, number), codes_of(store, number)
    assert codes
    assert all(f"'tick.{code}'" in words and f"'reason.{code}'" in words for code in codes)


def test_a_warning_without_a_reason_keeps_the_release_waiting_and_says_so(client: FlaskClient, store: Store) -> None:
    number, codes = waiting(client), codes_of(store, waiting(client))
    unticked = {f"reason.{code}": "đúng như bản in" for code in codes}
    wordless = {f"tick.{code}": "on" for code in codes} | {f"reason.{code}": " " for code in codes}
    for form in ({}, unticked, wordless):
        answer = client.post(f"/so-lieu/ban/{number}/accept", data={"person": "Minh", **form})
        assert "cảnh báo chưa ghi lý do" in unquote_plus(answer.headers["Location"])
        assert store.release(number).state == "staged"


def test_reasons_are_stored_with_the_decision_and_shown_afterwards(client: FlaskClient, store: Store) -> None:
    number = waiting(client)
    codes = codes_of(store, number)
    form = {f"{field}.{code}": "đúng như bản in" for code in codes for field in ("tick", "reason")}
    client.post(f"/so-lieu/ban/{number}/accept", data={"person": "Minh", **form})

    assert store.release(number).state == "accepted"
    warned = [one for one in store.findings(number) if one.finding.severity == "warning"]
    assert {(one.reason, one.ticked_by) for one in warned} == {("đúng như bản in", "Minh")}
    assert "Minh đã xem: đúng như bản in" in page(client, number)


def test_the_pages_say_before_and_after_what_would_change(client: FlaskClient, store: Store) -> None:
    accept(client, OCTOBER)
    number = int(str(send(client, NOVEMBER.read_bytes(), NOVEMBER.name)["release"]))
    before = store.version()
    words = effects(client, number)

    retail = "Bán lẻ tháng 11 ước tăng 8,8% so với cùng kỳ"
    assert retail in words
    assert "+7,1%" in words and "+8,8%" in words
    assert say("data_pages.not_accepted", "vi") in words
    assert store.version() == before and store.release(number).state == "staged"


def test_effects_of_a_release_that_somebody_decided_on_are_a_sentence(client: FlaskClient) -> None:
    number = accept(client, OCTOBER)
    words = effects(client, number)
    assert "đã được Minh xử lý" in words


@pytest.mark.parametrize(("language", "mark"), [("vi", "CH%C6%AFA%20DUY%E1%BB%86T"), ("en", "NOT%20ACCEPTED")])
def test_a_waiting_release_carries_a_mark_that_goes_when_it_is_accepted(
    client: FlaskClient, language: str, mark: str
) -> None:
    number = int(str(send(client, OCTOBER.read_bytes(), OCTOBER.name)["release"]))
    assert mark in page(client, number, language)
    accept(client, OCTOBER)
    assert mark not in page(client, number, language)


def test_the_list_of_changes_is_narrowed_and_keeps_its_filters_over_pages(client: FlaskClient) -> None:
    number = int(str(send(client, OCTOBER.read_bytes(), OCTOBER.name)["release"]))
    everything = page(client, number, loai="new")
    narrowed = page(client, number, loai="new", bang="consumer_price_index", tim="thực phẩm")
    assert "6 CPI!" in narrowed
    assert "trang 1/1" in narrowed and "trang 1/1)" not in everything
    assert "loai=new&bang=consumer_price_index&tr=1" in page(client, number, loai="new", bang="consumer_price_index")
    assert say("data_pages.change.none_such", "vi") in page(client, number, loai="new", tim="không có chỉ tiêu này")


def test_a_page_number_beyond_the_last_shows_the_last(client: FlaskClient) -> None:
    number = int(str(send(client, OCTOBER.read_bytes(), OCTOBER.name)["release"]))
    last = page(client, number, loai="new", tr="9999")
    assert page(client, number, loai="new", tr="x") == page(client, number, loai="new")
    assert "»" not in last and "«" in last


def test_releases_without_warnings_are_accepted_together_and_the_others_wait(client: FlaskClient, store: Store) -> None:
    doubtful = waiting(client)
    clean = int(str(send(client, NOVEMBER.read_bytes(), NOVEMBER.name)["release"]))
    answer = client.post("/so-lieu/cho-quyet-dinh/accept", data={"person": "Minh"})

    assert "Đã chấp nhận 1 lần nạp" in unquote_plus(answer.headers["Location"])
    assert (store.release(clean).state, store.release(clean).accepted_by) == ("accepted", "Minh")
    assert store.release(doubtful).state == "staged"


def test_under_the_two_person_rule_the_page_says_who_may_not_accept(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "two_person_rule", True)
    number = int(str(send(client, NOVEMBER.read_bytes(), NOVEMBER.name)["release"]))
    assert "Người tải lên (Lan) không được tự chấp nhận." in page(client, number)

    refused = client.post(f"/so-lieu/ban/{number}/accept", data={"person": "Lan"})
    assert "loi=" in refused.headers["Location"] and store.release(number).state == "staged"
    client.post(f"/so-lieu/ban/{number}/accept", data={"person": "Minh"})
    assert store.release(number).state == "accepted"


def test_a_workbook_saved_anew_is_named_as_one_that_says_the_same(client: FlaskClient) -> None:
    first, again = accept(client, OCTOBER), with_part(OCTOBER.read_bytes(), "docProps/app.xml", b"<Properties/>")
    number = int(str(send(client, again, "2024-10-29-ban-luu-lai.xlsx")["release"]))
    same = say("data_pages.release.same_as", file=OCTOBER.name)
    assert same in page(client, number) and f"href='/so-lieu/ban/{first}'" in page(client, number)
    client.post(f"/so-lieu/ban/{number}/accept", data={"person": "Minh", **reasons(client, number)})
    assert same not in page(client, number)


def test_a_release_leads_to_the_next_that_waits(client: FlaskClient) -> None:
    first = int(str(send(client, OCTOBER.read_bytes(), OCTOBER.name)["release"]))
    second = int(str(send(client, NOVEMBER.read_bytes(), NOVEMBER.name)["release"]))
    assert f"/so-lieu/ban/{second}'" in page(client, first)
    assert f"/so-lieu/ban/{first}'" in page(client, second)
