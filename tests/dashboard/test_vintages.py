"""What was said then and what is said now; how far first estimates of a series moved."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dashboard.application import create_app
from dashboard.expectations import expectation_words, expected, restated
from dashboard.figure_lineage import expectation_of, expectation_of_point
from dashboard.headlines import headline
from dashboard.moment import Moment
from dashboard.selection import Selection
from dashboard.theme_figures import theme_figures
from dashboard.vintages import NOW, address, compare, first_published
from data.period import Period
from data.store import Series, SeriesKey, Store
from tests.dashboard.helpers import AREA, CPI, IIP, RETAIL, SAME, load, rate, stated

OCTOBER, NOVEMBER = Period.parse("2024-10"), Period.parse("2024-11")
FIRST, SECOND = date(2024, 10, 29), date(2024, 11, 29)
THEN, LATER = Moment(FIRST), Moment(SECOND)


def series_of(store: Store, key: SeriesKey) -> Series:
    return next(one for one in store.all_series().values() if one.key == key)


@pytest.fixture
def revised(empty_store: Store) -> Store:
    """Four months of which each release restates the month before: by +1 %, 0 and -2 %."""
    load(empty_store, "2024-01-29", stated(RETAIL, "2024-01", 100.0, "estimate"))
    for month, before, now in (("2024-02", 101.0, 200.0), ("2024-03", 200.0, 300.0), ("2024-04", 294.0, 400.0)):
        last = Period.parse(month).shift(-1)
        load(
            empty_store, f"{month}-28",
            stated(RETAIL, str(last), before, "preliminary"), stated(RETAIL, month, now, "estimate"),
        )  # fmt: skip
    return empty_store


def test_past_revisions_count_estimates_that_were_confirmed_too(revised: Store) -> None:
    found = expected(revised, series_of(revised, RETAIL))
    assert found is not None
    assert (found.count, found.lowest, found.highest) == (3, pytest.approx(-2), pytest.approx(1))
    assert found.mean == pytest.approx(-1 / 3) and found.mean_absolute == pytest.approx(1)


def test_what_a_later_release_repeats_without_a_word_counts_as_confirmed(revised: Store) -> None:
    load(revised, "2024-05-29", stated(RETAIL, "2024-04", 400.0, "estimate"))
    assert [one.moved for one in restated(revised, series_of(revised, RETAIL))][-1] == 0


def test_as_of_a_day_only_revisions_known_by_then_count(revised: Store) -> None:
    found = expected(revised, series_of(revised, RETAIL), as_of=date(2024, 3, 1))
    assert found is not None and found.count == 1


def test_figures_that_were_never_estimates_do_not_count(empty_store: Store) -> None:
    load(empty_store, "2024-09-29", stated(RETAIL, "2023-01", 100.0, "official"))
    load(empty_store, "2024-10-29", stated(RETAIL, "2023-01", 110.0, "official"))
    assert restated(empty_store, series_of(empty_store, RETAIL)) == []


def test_the_sentence_says_mean_range_and_count_in_both_languages(revised: Store) -> None:
    found = expected(revised, series_of(revised, RETAIL))
    vi, en = (expectation_words(found, NOVEMBER, lang) for lang in ("vi", "en"))
    assert vi.startswith("Ước tính tháng 11/2024: các lần trước được điều chỉnh trung bình −0,3%")
    assert "từ −2,0 đến +1,0 (3 lần" in vi
    assert "−0.3%" in en and "3 times" in en
    assert "chưa có lần nào" in expectation_words(None, NOVEMBER, "vi")


def test_only_estimates_get_an_expectation_and_prices_never_do(store: Store) -> None:
    retail, prices = (series_of(store, one) for one in (RETAIL, rate(CPI, SAME)))
    now = store.figure(retail.id, NOVEMBER)
    before = store.figure(retail.id, OCTOBER)
    final = store.figure(prices.id, NOVEMBER)
    assert now and before and final
    assert expectation_of(store, store.origin(now.id), "vi").startswith("Ước tính tháng 11/2024: mới có 1 lần")
    assert expectation_of(store, store.origin(before.id), "vi") == ""
    assert expectation_of(store, store.origin(final.id), "vi") == ""


def test_the_headline_of_an_estimated_month_knows_what_to_expect(store: Store) -> None:
    shown = headline(store, theme_figures(store, "industry", AREA), NOVEMBER.last)
    assert "+0,03 điểm %" in expectation_of_point(store, shown.main, "vi")


def test_two_days_are_compared_figure_by_figure_with_the_release_that_changed_them(store: Store) -> None:
    found = {(one.theme, one.kind): one for one in compare(store, AREA, OCTOBER.last, THEN, NOW)}
    level = found["retail", "level"]
    assert level.is_changed and level.difference == pytest.approx(557_480.1 - 545_729.6)
    assert level.release is not None and level.release.released == SECOND
    assert found["industry", "on_same_month"].difference == pytest.approx(0.03)
    assert not found["retail", "on_same_month"].is_changed


def test_what_the_database_held_on_a_day_is_compared_with_what_it_holds_now(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = store.recorded_days()[-1]
    monkeypatch.setattr("data.store.steps.now", lambda: "2999-01-01T00:00:00+00:00")
    load(store, "2024-12-06", stated(RETAIL, "2024-10", 558_000.0, "official"))
    found = {one.kind: one for one in compare(store, AREA, OCTOBER.last, Moment(recorded=today), NOW, ("retail",))}
    assert found["level"].difference == pytest.approx(558_000.0 - 557_480.1)
    words = shown_by(store, "vintages", "vi", ky="2024-10", a=f"ghi-{today}")
    assert f"{today:%d/%m/%Y} (theo ngày ghi)" in words


@pytest.mark.parametrize(("page", "more"), [("overview", {}), ("theme", {"theme": "retail"}), ("wall", {})])
def test_pages_answer_as_the_database_was_on_a_day(
    store: Store, monkeypatch: pytest.MonkeyPatch, page: str, more: dict[str, str]
) -> None:
    asked = {"ky": "2024-10", **more}
    today = store.recorded_days()[-1]
    before = shown_by(store, page, "vi", **asked)
    monkeypatch.setattr("data.store.steps.now", lambda: "2999-01-01T00:00:00+00:00")
    load(store, "2024-12-06", stated(RETAIL, "2024-10", 568_000.0, "official"))
    now, then = (shown_by(store, page, "vi", **asked, **day) for day in ({}, {"ngay": f"ghi-{today}"}))
    assert "557,5" in before and "557,5" in then and "568,0" not in then
    assert "568,0" in now


def test_what_a_day_does_not_know_yet_is_said_so(store: Store) -> None:
    (one,) = [c for c in compare(store, AREA, NOVEMBER.last, THEN, LATER) if (c.theme, c.kind) == ("retail", "level")]
    assert one.before is None and one.after is not None and one.difference is None


def test_the_first_day_of_a_month_is_that_of_its_first_publication(store: Store) -> None:
    assert first_published(store, AREA, OCTOBER.last) == FIRST
    assert first_published(store, AREA, Period.parse("2030-01").last) is None


def test_the_address_of_a_comparison_holds_its_state() -> None:
    chosen = Selection("Hà Nội", OCTOBER.last)
    shown = address(chosen, theme="retail", before=THEN, after=LATER)
    assert shown.startswith("/so-lieu/so-sanh?vung=") and "ky=2024-10" in shown
    assert shown.endswith("chuyen-de=retail&a=2024-10-29&b=2024-11-29")


def shown_by(store: Store, page: str, lang: str, **query: str) -> str:
    app = create_app(store)
    layout: Callable[..., Any] = importlib.import_module(f"dashboard.pages.{page}").layout
    with app.server.test_request_context(f"/?lang={lang}"):
        return str(layout(**query).to_plotly_json())


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_pages_draw_themselves(store: Store, lang: str) -> None:
    retail = str(series_of(store, RETAIL).id)
    compared = shown_by(store, "vintages", lang, ky="2024-10")
    assert compared.count("/so-lieu/o/") >= 6 and "2024-11-29.xlsx" in compared
    assert "/so-lieu/o/" in shown_by(store, "first_estimates", lang, chuoi=retail)
    for query in ({"chuoi": "x"}, {"chuoi": "999999"}, {"chuoi": str(series_of(store, rate(IIP, SAME)).id)}, {}):
        assert shown_by(store, "first_estimates", lang, **query)


@pytest.mark.parametrize("page", ["vintages", "first_estimates", "computed"])
def test_an_empty_store_gets_a_sentence(empty_store: Store, page: str) -> None:
    assert "H1" in shown_by(empty_store, page, "vi")


def test_the_overview_leads_to_what_was_said_first_and_the_theme_too(store: Store) -> None:
    assert "/so-lieu/so-sanh?ky=2024-10" in shown_by(store, "overview", "vi")
    theme = shown_by(store, "theme", "vi", theme="retail")
    assert "/so-lieu/so-sanh?ky=2024-11&chuyen-de=retail" in theme
    assert "các lần trước" in theme or "mới có" in theme or "chưa có lần nào" in theme
