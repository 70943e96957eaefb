"""A computed number leads to its formula and its cells, and working it out anew gives the number that was shown."""

from __future__ import annotations

import importlib
import io
import re
from datetime import date

import openpyxl
import pytest

from dashboard.application import create_app
from dashboard.contributions import contributions_until, trace
from dashboard.derivations.derivation import SEVERAL_SERIES, Derivation, derivation_of, derivation_of_query
from dashboard.derivations.explained import explain
from dashboard.derivations.formula_text import result_text, with_names, with_numbers, words_of
from dashboard.derivations.model import Explained
from dashboard.headlines import headline
from dashboard.structure import structures
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Plan, SeriesKey, Store
from indicators.registry import TRANSFORMATIONS
from tests.dashboard.helpers import AREA, CPI, PREVIOUS, RETAIL, load, rate, stated

NOVEMBER = Period.parse("2024-11")


def number_of(store: Store, key: SeriesKey) -> int:
    return next(one.id for one in store.all_series().values() if one.key == key)


def explained(store: Store, key: str, *series: SeriesKey, period: str = "2024-11", **given: object) -> Explained | None:
    inputs = tuple(number_of(store, one) for one in series)
    return explain(store, Derivation(key, Period.parse(period), inputs, **given))  # type: ignore[arg-type]


def test_an_address_holds_the_whole_state() -> None:
    asked = Derivation("share", NOVEMBER, (4, 7), date(2024, 12, 6), Period.parse("2020-01"))
    assert derivation_of_query(asked.query) == asked
    assert asked.address == "/so-lieu/tinh?phep=share&ky=2024-11&vao=4,7&ngay=2024-12-06&goc=2020-01"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"phep": "none", "ky": "2024-11", "vao": "1"},
        {"phep": "mom", "ky": "2024-13", "vao": "1"},
        {"phep": "mom", "ky": "2024-11", "vao": "a"},
        {"phep": "share", "ky": "2024-11", "vao": "1"},
        {"phep": "mom", "ky": "2024-11", "vao": "1", "ngay": "tomorrow"},
        {"phep": "plan_share", "ky": "2024-11", "vao": "1"},
    ],
)
def test_an_address_that_names_nothing_computable_is_none(query: dict[str, str]) -> None:
    assert derivation_of(query) is None


def test_the_change_on_the_previous_month_on_screen_is_what_its_derivation_gives(store: Store) -> None:
    shown = headline(store, theme_figures(store, "retail", AREA), NOVEMBER.last).on_previous_month
    assert shown and shown.is_computed
    asked = derivation_of_query(shown.trace)
    found = explain(store, asked) if asked else None
    assert found and found.value == pytest.approx(shown.value)
    assert [one.figure.value for one in found.inputs if one.figure] == [557_480.1, 562_002.9]
    assert found.releases == {shown.release_id}


def test_each_contribution_and_share_on_screen_is_what_its_derivation_gives(store: Store) -> None:
    figures = theme_figures(store, "retail", AREA)
    comparison, _, drawn = contributions_until(store, figures, NOVEMBER.last)
    lines = {one.item.code: one for one in figures.parts}
    shown = [
        (trace(figures, lines[code], comparison, NOVEMBER.last), points)
        for code, points in drawn[NOVEMBER.last].parts.items()
    ]
    for one in structures(store, figures, NOVEMBER.last)[0].shares:
        values = {"share": one.now, "share_before": one.before, "share_moved": one.change}
        shown += [(one.traces[key], value) for key, value in values.items()]
    assert len(shown) == 8
    for where, number in shown:
        asked = derivation_of_query(where)
        found = explain(store, asked) if asked else None
        assert found and found.value == pytest.approx(number, abs=1e-9)
        assert [one.need for one in found.inputs] == list(found.how.needs)


def test_a_share_of_the_plan_names_the_plan_and_its_source(store: Store) -> None:
    store.save_plan(Plan("p", AREA, 2024, "retail", 6_000_000.0, "Tỷ đồng", source="Nghị quyết"), by="An")
    found = explained(store, "plan_share", RETAIL, plan="p")
    assert found and result_text(found.value, found, "vi", 1) == "97,0%"
    assert found.inputs[-1].plan and found.inputs[-1].plan.source == "Nghị quyết"


def test_a_printed_ratio_is_named_as_what_is_shown_instead(store: Store) -> None:
    load(store, "2024-11-30", stated(RETAIL, "2023-11", 520_000.0, "official"))
    found = explained(store, "yoy", RETAIL)
    assert found and found.value == pytest.approx((562_002.9 / 520_000 - 1) * 100)
    assert found.published_value == pytest.approx(8.75)
    assert len(found.releases) == 2


def test_the_formula_reads_with_names_and_with_numbers(store: Store) -> None:
    found = explained(store, "mom", RETAIL)
    assert found
    assert with_names(found, "vi") == "(giá trị T11/2024 ÷ giá trị T10/2024 − 1) × 100"
    assert with_numbers(found, "vi") == "(562.002,9 ÷ 557.480,1 − 1) × 100"
    assert with_names(found, "en") == "(value Nov 2024 ÷ value Oct 2024 − 1) × 100"
    assert result_text(found.value, found, "vi") == "+0,81%"


def test_a_span_is_the_mean_of_its_months(store: Store) -> None:
    found = explained(store, "index_growth", rate(RETAIL, "same_month_previous_year"), period="2024-10/2024-11")
    assert found and found.value == pytest.approx((7.1 + 8.75) / 2)
    assert [round(one.value, 2) for one in found.months] == [7.1, 8.75]


def test_as_of_a_day_only_what_was_published_by_then_goes_in(store: Store) -> None:
    assert explained(store, "level", RETAIL, period="2024-10", as_of=date(2024, 11, 1)).value == 545_729.6  # type: ignore[union-attr]
    assert explained(store, "mom", RETAIL, as_of=date(2024, 11, 1)) is None


def test_industrial_output_is_never_chained_and_prices_are(store: Store) -> None:
    load(store, "2024-12-06", stated(rate(CPI, PREVIOUS), "2024-10", 101.0))
    found = explained(store, "chained", rate(CPI, PREVIOUS))
    assert found and found.value == pytest.approx(101.0 * 1.0013)
    iip = rate(SeriesKey("industrial_production_index", "total", measure="index", unit="%"), PREVIOUS)
    assert explained(store, "chained", iip) is None


def test_a_result_on_a_base_is_the_ratio_to_that_month(store: Store) -> None:
    found = explained(store, "level", RETAIL, base=Period.parse("2024-10"))
    assert found and found.value == pytest.approx(100 * 562_002.9 / 557_480.1)
    assert len(found.inputs) == 2


def test_the_page_says_all_of_it_in_both_languages(store: Store) -> None:
    app = create_app(store)
    computed = importlib.import_module("dashboard.pages.computed")
    asked = Derivation("mom", NOVEMBER, (number_of(store, RETAIL),), date(2024, 11, 29))
    query = dict(pair.split("=") for pair in asked.query.split("&"))
    for lang, words in (("vi", "Không biểu nào in sẵn tỷ lệ này"), ("en", "No workbook prints this ratio")):
        with app.server.test_request_context(f"/?lang={lang}"):
            shown = str(computed.layout(**query).to_plotly_json())
            assert words in shown
            assert shown.count("/so-lieu/o/") >= 4
            assert "29/11/2024" in shown
            assert computed.layout(phep="x") is not None


@pytest.mark.parametrize("period", ["2024-11", "2024-10/2024-11"])
def test_the_workbook_holds_the_formula_alive_with_every_cell_named(store: Store, period: str) -> None:
    client = create_app(store).server.test_client()
    index = number_of(store, rate(RETAIL, "same_month_previous_year"))
    answer = client.get(Derivation("index_growth", Period.parse(period), (index,)).address.replace("?", ".xlsx?"))
    assert answer.status_code == 200
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    inputs = [row for row in rows if row[8] and re.fullmatch(r"[A-Z]+\d+", str(row[8]))]
    assert [row[2] for row in inputs] == ([108.75] if period == "2024-11" else [107.1, 108.75])
    assert all(row[6].endswith(".xlsx") and row[7] == "Biểu" and row[8] == "C7" for row in inputs)
    formulas = [getattr(row[2], "text", row[2]) for row in rows if row[2] is not None and row not in inputs][1:]
    assert formulas[0].strip("{}") == "=C8 - 100"
    if period != "2024-11":
        assert formulas[1:] == ["=C9 - 100", "=AVERAGE(C11:C12)"]


def test_every_transformation_is_explained_in_words_in_both_languages() -> None:
    from data.wording import all_wording

    for lang in ("vi", "en"):
        words = all_wording(lang)
        for key, how in TRANSFORMATIONS.items():
            assert f"lineage.words.{key}" in words
            assert all(f"lineage.need.{need}" in words for need in how.needs)


def monthly_retail(store: Store) -> int:
    """Six years of levels in one release; the number of the series."""
    months = [Period.month(2019 + at // 12, at % 12 + 1) for at in range(72)]
    levels = [stated(RETAIL, str(m), 1000.0 + 5 * at + 40 * (m.last % 12), "official") for at, m in enumerate(months)]
    load(store, "2025-01-29", *levels)
    return number_of(store, RETAIL)


@pytest.mark.parametrize("key", sorted(key for key, one in TRANSFORMATIONS.items() if not one.has_formula))
def test_what_a_model_gives_names_its_inputs_and_its_method_or_is_not_traced(empty_store: Store, key: str) -> None:
    how, number = TRANSFORMATIONS[key], monthly_retail(empty_store)
    inputs = tuple(number for need in how.needs if need not in ("plan", "base"))
    base = Period.parse("2019-12") if "base" in how.needs else None
    asked = derivation_of_query(Derivation(key, Period.parse("2024-12"), inputs, base=base).query)
    if SEVERAL_SERIES & set(how.needs) or "plan" in how.needs:
        assert asked is None
        return
    found = explain(empty_store, asked) if asked else None
    if found is not None:  # some refuse these inputs, and then nothing is told
        assert {one.need for one in found.inputs} == {need for need in how.needs if need != "base"}
        assert words_of(found, "vi") and with_names(found, "vi") == ""


def test_a_growth_since_a_base_takes_the_base_as_an_input(empty_store: Store) -> None:
    number, base = monthly_retail(empty_store), Period.parse("2019-12")
    found = explain(empty_store, Derivation("since_base", Period.parse("2024-12"), (number,), base=base))
    values = {one.month: one.value for one in found.inputs} if found else {}
    assert found and found.base is None
    assert found.value == pytest.approx((values[2024 * 12 + 11] / values[base.last] - 1) * 100)


def test_the_workbook_of_a_model_holds_its_value_and_all_its_inputs(empty_store: Store) -> None:
    client = create_app(empty_store).server.test_client()
    asked = Derivation("trend", Period.parse("2024-12"), (monthly_retail(empty_store),))
    answer = client.get(asked.address.replace("?", ".xlsx?"))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    assert sheet is not None and sheet.max_row >= 72 + 8
