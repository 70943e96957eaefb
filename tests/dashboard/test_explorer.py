"""The explorer: what an address asks for, the lines that answer it, and how they are drawn."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import plotly.graph_objects as go
import pytest

from dashboard.briefing.bounds import with_bounds
from dashboard.derivations.derivation import derivation_of_query
from dashboard.derivations.explained import explain
from dashboard.explorer.chart import Picture, picture
from dashboard.explorer.chart import drawn as everything
from dashboard.explorer.names import end_names
from dashboard.explorer.selection import Selection, selection_in, selection_of
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import Band, Panel
from data.store import SeriesKey, Store
from data.wording import LANGUAGES, say
from indicators.registry import TRANSFORMATIONS
from tests.dashboard.helpers import CPI, EXPORTS, IIP, RETAIL, SAME, load, rate, stated

GOODS = RETAIL._replace(item="goods")
YEAR = [f"2023-{m:02d}" for m in range(1, 13)]


def number_of(store: Store, key: SeriesKey) -> int:
    return next(one.id for one in store.all_series().values() if one.key == key)


def drawn(store: Store, *keys: SeriesKey, bands: tuple[Band, ...] = (), **more: object) -> Picture:
    chosen = Selection(series=tuple(number_of(store, key) for key in keys), **more)  # type: ignore[arg-type]
    return picture(store, chosen, bands, "vi")


@pytest.fixture
def year(empty_store: Store) -> Store:
    """Retail of 2023 rising by ten a month from 100, goods half of it, exports in another unit, one release."""
    figures = []
    for number, month in enumerate(YEAR):
        figures += [
            stated(RETAIL, month, 100.0 + 10 * number, "official"),
            stated(GOODS, month, 50.0 + 5 * number, "official"),
            stated(EXPORTS, month, 1000.0 + number, "official"),
            *(stated(rate(key, SAME), month, 105.0) for key in (RETAIL, GOODS)),
        ]
    load(empty_store, "2024-01-06", *figures)
    return empty_store


def test_the_address_holds_the_whole_state() -> None:
    chosen = Selection(
        (3, 5), "yoy", "2020-01", "2024-06", date(2024, 7, 1), "2020-01", is_log=True, has_two_axes=True,
        search="ban le", with_bands=False,
    )  # fmt: skip
    assert selection_of(dict(parse_qsl(urlsplit(chosen.address()).query))) == chosen
    assert selection_in(chosen.address()) == chosen


@pytest.mark.parametrize("written", ["T7/2019", "07/2019", "7-2019", "2019-07", "2019/7"])
def test_months_are_understood_as_people_write_them(written: str) -> None:
    assert selection_of({"tu": written}).start == "2019-07"


def test_an_address_that_says_nonsense_opens_what_is_left() -> None:
    query = {"chuoi": "1,x,1,²", "bien-doi": "zzz", "tu": "13/2019", "tai-ngay": "hôm qua"}
    assert selection_of(query) == Selection(series=(1,))


def test_several_series_share_a_panel_and_a_second_unit_has_its_own(year: Store) -> None:
    shown = drawn(year, RETAIL, GOODS, EXPORTS)
    assert shown.spec is not None
    assert [one.panel for one in shown.spec.series] == [Panel.MAIN, Panel.MAIN, Panel.GROWTH]
    figure = plotly_figure(shown.spec)
    assert figure["layout"]["yaxis"]["domain"] != figure["layout"]["yaxis2"]["domain"]
    go.Figure(figure)


def test_two_axes_lie_over_one_another_where_asked(year: Store) -> None:
    figure = plotly_figure(drawn(year, RETAIL, EXPORTS, has_two_axes=True).spec)["layout"]  # type: ignore[arg-type]
    assert figure["yaxis2"]["overlaying"] == "y" and figure["yaxis2"]["side"] == "right"
    assert figure["yaxis"]["domain"] == figure["yaxis2"]["domain"]


def test_the_logarithmic_scale_reaches_the_chart_and_is_refused_for_zero(year: Store) -> None:
    spec = drawn(year, RETAIL, is_log=True).spec
    assert spec is not None and plotly_figure(spec)["layout"]["yaxis"]["type"] == "log"
    load(year, "2024-02-06", stated(RETAIL, "2024-01", 0.0, "official"))
    spec = drawn(year, RETAIL, is_log=True).spec
    assert spec is not None and not spec.is_log and "type" not in plotly_figure(spec)["layout"]["yaxis"]


def test_a_base_month_makes_every_line_100_there_in_one_unit(year: Store) -> None:
    spec = drawn(year, RETAIL, EXPORTS, base="2023-03").spec
    assert spec is not None
    assert [one.values[2] for one in spec.series] == [100.0, 100.0]
    assert {one.unit for one in spec.series} == {"T3/2023 = 100"}
    assert spec.series[0].values[5] == pytest.approx(125.0)


def test_a_base_month_does_not_touch_rates(store: Store) -> None:
    plain, based = (drawn(store, RETAIL, transformation="yoy", base=base).spec for base in ("", "2024-11"))
    assert plain is not None and based is not None
    assert plain.series[0].values == based.series[0].values


def test_growth_is_the_printed_ratio_as_certain_as_its_level(store: Store) -> None:
    shown = drawn(store, RETAIL, transformation="yoy")
    assert shown.spec is not None
    (line,) = shown.lines
    last = max(line.values)
    assert line.values[last] == pytest.approx(8.75)
    assert shown.spec.series[0].statuses[-1] == "estimate"
    assert line.is_stored


def test_quarters_stand_at_their_last_month_and_are_no_gaps(year: Store) -> None:
    spec = drawn(year, RETAIL, transformation="qoq").spec
    assert spec is not None
    known = {month: value for month, value in zip(spec.categories, spec.series[0].values, strict=True) if value}
    assert list(known) == ["2023-06", "2023-09", "2023-12"]
    assert known["2023-06"] == pytest.approx(100 * ((130 + 140 + 150) / (100 + 110 + 120) - 1))
    line = plotly_figure(spec)["data"][0]
    assert [y for y in line["y"] if y is not None] and len(line["y"]) < len(spec.categories)


def test_a_share_takes_the_total_of_its_table(year: Store) -> None:
    spec = drawn(year, GOODS, transformation="share").spec
    assert spec is not None and set(spec.series[0].values) == {50.0}


def test_what_does_not_apply_is_named_and_the_rest_is_drawn(year: Store) -> None:
    shown = drawn(year, RETAIL, GOODS, transformation="share")
    assert [one.item for one, _ in shown.left_out] == [RETAIL.item]
    assert [why for _, why in shown.left_out] == [say("indicators.lacking.total")]
    assert shown.spec is not None and len(shown.spec.series) == 1


def test_a_third_unit_is_named_and_not_drawn(store: Store) -> None:
    shown = drawn(store, RETAIL, EXPORTS, rate(IIP, SAME))
    assert [why for _, why in shown.left_out] == [say("explorer.left_out.third_unit")]


def test_every_transformation_of_the_registry_is_offered_drawn_and_explained(store: Store) -> None:
    for key in TRANSFORMATIONS:
        shown = [drawn(store, one.key, transformation=key) for one in store.all_series().values()]
        assert all(one.spec or one.left_out for one in shown)
        figures = [plotly_figure(one.spec) for one in shown if one.spec]
        assert figures or key not in ("level", "yoy", "index_growth")
        assert all(say(f"explorer.formulas.{key}", language) for language in LANGUAGES)


def test_a_computed_value_leads_to_its_derivation_and_a_stored_one_to_its_figure(year: Store) -> None:
    from dashboard.derivations.derivation import derivation_of_query
    from dashboard.derivations.explained import explain

    shown = drawn(year, GOODS, transformation="share")
    asked = derivation_of_query(shown.spec.series[0].derivations[-1])  # type: ignore[union-attr]
    explained = explain(year, asked) if asked else None
    assert explained is not None and explained.value == pytest.approx(50)
    stored = drawn(year, GOODS).spec.series[0].figure_ids[-1]  # type: ignore[union-attr]
    assert year.origin(stored).cell == "C7"


@pytest.mark.parametrize("key", [*TRANSFORMATIONS, "on a base"])
def test_what_explains_a_point_gives_its_value(year: Store, key: str) -> None:
    from dashboard.derivations.derivation import derivation_of_query
    from dashboard.derivations.explained import explain

    more = {"transformation": "level", "base": "2023-06"} if key == "on a base" else {"transformation": key}
    spec = drawn(year, GOODS, start="2023-01", end="2023-12", **more).spec
    points = [] if spec is None else list(zip(spec.series[0].values, spec.series[0].derivations, strict=False))
    traced = [(value, derivation_of_query(one)) for value, one in points if one and value is not None]
    for value, asked in traced:
        explained = explain(year, asked) if asked else None
        assert explained is not None and explained.value == pytest.approx(value)
    assert traced or key not in ("mom", "ytd", "share", "index_first", "on a base")


def test_growth_of_two_levels_leads_to_both_and_a_printed_ratio_to_its_cell(year: Store) -> None:
    on_month = drawn(year, GOODS, transformation="mom").spec.series[0]  # type: ignore[union-attr]
    assert "phep=mom" in on_month.traces[-1] and "ngay=2024-01-06" in on_month.traces[-1]
    on_year = drawn(year, GOODS, transformation="yoy").spec.series[0]  # type: ignore[union-attr]
    assert year.origin(on_year.traces[-1]).series.comparison == SAME


def test_an_own_estimate_shows_its_range_and_says_how_it_was_made(empty_store: Store) -> None:
    months = [f"{year}-{month:02d}" for year in range(2015, 2023) for month in range(1, 13)]
    figures = [stated(RETAIL, one, 100.0 + i + 10 * (i % 12 == 11), "official") for i, one in enumerate(months[:-5])]
    load(empty_store, "2023-01-06", *figures)
    spec = drawn(empty_store, RETAIL, transformation="forecast").spec
    assert spec is not None and spec.categories[-1] == "2022-12"
    assert [one for one in spec.series[0].high if one is not None]
    assert "không phải số công bố" in spec.note
    assert any("fill" in trace for trace in plotly_figure(spec)["data"])


def test_as_of_a_day_shows_what_was_known_then(empty_store: Store) -> None:
    load(empty_store, "2024-01-06", stated(RETAIL, "2023-12", 100.0, "estimate"))
    load(empty_store, "2024-02-06", stated(RETAIL, "2023-12", 120.0, "preliminary"))
    values = [
        drawn(empty_store, RETAIL, as_of=day).spec.series[0].values  # type: ignore[union-attr]
        for day in (date(2024, 1, 31), None)
    ]
    assert values == [(100.0,), (120.0,)]


def test_campaigns_stand_under_the_chart_unless_switched_off(year: Store) -> None:
    band = Band("KC", "Kích cầu", date(2023, 4, 1), date(2023, 6, 30), "thematic")
    assert drawn(year, RETAIL, bands=(band,)).spec.bands == (band,)  # type: ignore[union-attr]
    assert drawn(year, RETAIL, bands=(band,), with_bands=False).spec.bands == ()  # type: ignore[union-attr]


def test_the_title_says_the_newest_values(year: Store) -> None:
    assert drawn(year, RETAIL).spec.title.endswith("T12/2023: 210,0\u00a0tỷ đồng")  # type: ignore[union-attr]
    two = drawn(year, RETAIL, GOODS).spec.title  # type: ignore[union-attr]
    assert two.startswith("Bán lẻ, T12/2023: ") and "210,0" in two and "105,0" in two


def test_lines_of_one_item_are_told_apart_by_what_they_measure_and_by_its_base(store: Store) -> None:
    on_base = rate(CPI, "base_period")
    load(store, "2024-12-01", *(stated(on_base._replace(base=base), "2024-11", 112.0) for base in ("2014", "2019")))
    found = store.find_series(table="consumer_price_index", comparisons=["base_period", SAME])
    names = end_names(found, "vi")
    assert sorted(names)[:2] == ["Chỉ số so với cùng tháng năm trước", "Chỉ số so với kỳ gốc (2014)"]
    assert len(set(names)) == 3


def test_names_at_the_ends_of_lines_do_not_lie_on_one_another(year: Store) -> None:
    figure = plotly_figure(drawn(year, RETAIL, GOODS, base="2023-01").spec)  # type: ignore[arg-type]
    labels = [one for one in figure["layout"]["annotations"] if "■" in one["text"]]
    shifts = [one["yshift"] for one in labels]
    assert len(labels) == 2 and abs(shifts[0] - shifts[1]) >= 16


def test_a_change_of_selection_asks_the_store_for_figures_once(year: Store) -> None:
    chosen = Selection(tuple(number_of(year, key) for key in (RETAIL, GOODS, EXPORTS)), "yoy")
    year.all_series()
    asked: list[str] = []
    rows = year.database.rows

    def counted(sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(sql)
        return rows(sql, parameters)

    year.database.rows = counted  # type: ignore[method-assign,assignment]
    picture(year, chosen, (), "vi")
    assert len([sql for sql in asked if "counter" not in sql]) == 1


def test_six_series_of_twenty_years_are_a_small_figure(empty_store: Store) -> None:
    import gzip

    import orjson

    items = ("total", "goods", "accommodation_catering", "travel", "other_services", "trade")
    months = [f"{year}-{month:02d}" for year in range(2005, 2025) for month in range(1, 13)]
    figures = [
        stated(RETAIL._replace(item=item), month, 1234.567 * (n + 1) + i * 1.371, "official")
        for n, item in enumerate(items)
        for i, month in enumerate(months)
    ]
    load(empty_store, "2025-01-06", *figures)
    spec = drawn(empty_store, *(RETAIL._replace(item=item) for item in items), start="2005-01").spec
    assert spec is not None and len(spec.categories) == 240 and len(spec.series) == 6
    figure = plotly_figure(spec)
    go.Figure(figure)
    sent = orjson.dumps(figure)
    assert len(sent) <= 30_000 and len(gzip.compress(sent, 6)) <= 8_000


def test_a_share_bears_no_sign_in_title_and_label(year: Store) -> None:
    spec = drawn(year, GOODS, transformation="share").spec
    assert spec is not None and spec.title.endswith(": 50,0%")
    assert any("50,0" in one["text"] and "+" not in one["text"] for one in plotly_figure(spec)["layout"]["annotations"])


def test_a_forecast_is_drawn_as_estimates_within_its_range_and_says_its_errors(empty_store: Store) -> None:
    months = [f"{year}-{m:02d}" for year in range(2018, 2025) for m in range(1, 13)][:80]
    load(empty_store, "2024-09-05", *(
        stated(EXPORTS, m, 100.0 + n + 9 * (n % 12), "official") for n, m in enumerate(months)
    ))  # fmt: skip
    spec = drawn(empty_store, EXPORTS, transformation="forecast", start="2024-01").spec
    assert spec is not None and spec.categories[-1] == "2024-12"
    line = spec.series[0]
    assert line.statuses[7:] == ("official",) + ("estimate",) * 4
    assert [bound is None for bound in line.low[7:]] == [True] + [False] * 4
    assert "95%" in spec.note and "không phải số công bố" in spec.note
    fills = [trace["fillcolor"] for trace in plotly_figure(spec)["data"] if "fillcolor" in trace]
    assert fills and fills[0].startswith("rgba(")
    line, low, high = with_bounds(spec).series
    assert low.name.endswith("cận dưới") and low.values[-1] < line.values[-1] < high.values[-1]


def test_the_address_tells_a_day_of_recording_from_one_of_publication() -> None:
    chosen = selection_of({"chuoi": "3", "tai-ngay": "ghi-2025-03-10"})
    assert (chosen.recorded, chosen.as_of) == (date(2025, 3, 10), None)
    assert selection_in(chosen.address()) == chosen
    assert selection_of({"tai-ngay": "ghi-hôm qua"}).recorded is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_recording_shows_what_the_database_held_then_and_says_so(
    year: Store, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("data.store.steps.now", lambda: "2999-01-01T00:00:00+00:00")
    load(year, "2024-02-06", stated(RETAIL, "2023-12", 999.0, "official"))
    number = number_of(year, RETAIL)
    today = year.recorded_days()[0]
    now, then = (
        everything(year, Selection(series=(number,), recorded=recorded), language) for recorded in (None, today)
    )

    assert now.spec and then.spec
    assert (now.spec.series[0].values[-1], then.spec.series[0].values[-1]) == (999.0, 210.0)
    words = say("explorer.recorded_note", language, day=f"{today:%d/%m/%Y}")
    assert words in then.spec.note and words not in now.spec.note
    assert year.recorded_days() == [today, date(2999, 1, 1)]


def test_what_is_computed_from_figures_of_an_earlier_day_is_explained_by_what_was_recorded_then(
    year: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.steps.now", lambda: "2999-01-01T00:00:00+00:00")
    load(year, "2024-02-06", stated(RETAIL, "2023-12", 999.0, "official"))
    chosen = Selection(series=(number_of(year, RETAIL),), transformation="mom", recorded=year.recorded_days()[0])
    then = everything(year, chosen, "vi").spec
    asked = derivation_of_query(then.series[0].derivations[-1]) if then else None
    found = explain(year, asked) if asked else None
    assert found and then and found.value == pytest.approx(then.series[0].values[-1])
    assert 999.0 not in [one.value for one in found.inputs]
