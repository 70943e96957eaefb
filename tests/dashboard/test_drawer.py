"""The panel of a number: what it says, and that words of a workbook stay words."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from html import unescape

import pytest

from dashboard.derivations.derivation import Derivation
from dashboard.views.drawer import drawer_markup
from data.observation import Origin
from data.period import Period
from data.store import SeriesKey, StatedFigure, Store, UploadedFile
from data.wording import all_wording, say
from tests.dashboard.helpers import CPI, RETAIL, SAME, load, rate, stated
from tests.dashboard.test_wording import parameters

HOSTILE = '<script>alert(1)</script>" onload="x'


def figure_of(store: Store, key: SeriesKey, period: str) -> str:
    series = next(one for one in store.all_series().values() if one.key == key)
    found = store.figure(series.id, Period.parse(period))
    assert found is not None
    return found.id


def words(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", markup))


def test_a_revised_figure_shows_both_values_and_the_step_between(store: Store) -> None:
    shown = words(drawer_markup(store, {"o": figure_of(store, RETAIL, "2024-10")}, "vi"))
    for said in ("557.480,1 tỷ đồng", "545.729,6", "+11.750,5", "29/10/2024", "2024-11-29.xlsx", "C7", "TỔNG SỐ"):
        assert said in shown


def test_an_index_is_told_as_the_growth_that_screens_show(store: Store) -> None:
    markup = drawer_markup(store, {"o": figure_of(store, rate(RETAIL, SAME), "2024-11")}, "vi")
    assert "+8,75%" in words(markup) and "108,75 − 100" in words(markup)
    assert "/so-lieu/tinh?phep=index_growth" in markup


def test_a_rate_whose_column_says_nothing_is_as_certain_as_its_level(store: Store) -> None:
    shown = words(drawer_markup(store, {"o": figure_of(store, rate(RETAIL, SAME), "2024-11")}, "vi"))
    assert "ước tính (cột không ghi rõ" in " ".join(shown.split())
    prices = words(drawer_markup(store, {"o": figure_of(store, rate(CPI, SAME), "2024-11")}, "vi"))
    assert "chính thức (cột không ghi rõ" in " ".join(prices.split())


def test_an_estimate_says_what_became_of_earlier_ones(store: Store) -> None:
    shown = words(drawer_markup(store, {"o": figure_of(store, RETAIL, "2024-11")}, "en"))
    assert "Estimate for November 2024: only 1 earlier to compare" in shown


def test_a_withdrawn_version_is_named_as_such(store: Store) -> None:
    later = load(store, "2024-12-29", stated(RETAIL, "2024-10", 560_000.0, "official"))
    store.roll_back(later, by="An", why="nhầm tệp")
    assert "đã rút lại" in words(drawer_markup(store, {"o": figure_of(store, RETAIL, "2024-10")}, "vi"))


def test_a_figure_that_no_page_uses_says_so_and_expects_nothing(store: Store) -> None:
    figure = figure_of(store, RETAIL, "2024-11")
    release = int(figure.rsplit(":", 1)[1])
    unused = say("lineage.out_of_use.rolled_back")
    assert unused not in words(drawer_markup(store, {"o": figure}, "vi"))
    store.roll_back(release, by="An", why="nhầm")
    told = drawer_markup(store, {"o": figure}, "vi")
    assert unused in words(told) and "expectation" not in told


def test_words_of_a_workbook_never_become_markup(empty_store: Store) -> None:
    origin = Origin(HOSTILE, "B2", (HOSTILE,), (HOSTILE,))
    figure = StatedFigure(
        RETAIL._replace(item="new:x"), Period.parse("2024-11"), 5.0, "estimate", HOSTILE, (HOSTILE,), origin
    )
    file = UploadedFile(f"{HOSTILE}.xlsx", hashlib.sha256(b"x").hexdigest(), 1)
    release = empty_store.stage(file, [figure], released=date(2024, 11, 29), by=HOSTILE)
    empty_store.accept(release, by="Bình")
    (series,) = empty_store.all_series().values()
    derived = Derivation("level", Period.parse("2024-11"), (series.id,))
    query = dict(pair.split("=") for pair in derived.query.split("&"))
    for asked in ({"o": f"{series.id}:2024-11:{release}"}, query):
        markup = drawer_markup(empty_store, asked, "vi")
        assert "<script" not in markup and 'onload="x' not in markup
        assert "alert(1)" in markup


@pytest.mark.parametrize("room", ["lineage", "briefing"])
def test_both_languages_say_the_same_keys_with_the_same_parameters(room: str) -> None:
    vi, en = ({k: v for k, v in all_wording(lang).items() if k.startswith(f"{room}.")} for lang in ("vi", "en"))
    assert vi.keys() == en.keys()
    if room == "lineage":
        assert {key for key in vi if parameters(vi[key]) != parameters(en[key])} == set()
