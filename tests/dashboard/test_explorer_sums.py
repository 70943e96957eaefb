"""Series of which no single month is published: whole years, and ratios of the months since January."""

from __future__ import annotations

from dashboard.derivations.derivation import derivation_of_query
from dashboard.derivations.explained import explain
from dashboard.explorer.chart import Picture, picture
from dashboard.explorer.selection import Selection
from data.store import SeriesKey, Store
from tests.dashboard.helpers import CUMULATIVE, RETAIL, load, rate, stated

HANOI = RETAIL._replace(area="Hà Nội")


def drawn(store: Store, key: SeriesKey, transformation: str = "level") -> Picture:
    number = next(one.id for one in store.all_series().values() if one.key == key)
    return picture(store, Selection((number,), transformation=transformation), (), "vi", with_ids=True)


def years(store: Store) -> None:
    load(store, "2017-12-31", stated(HANOI, "2015", 375_516.3), stated(HANOI, "2016", 399_875.6))


def test_whole_years_are_drawn_as_such_and_not_left_out(empty_store: Store) -> None:
    years(empty_store)

    found = drawn(empty_store, HANOI)

    assert found.spec is not None
    assert found.left_out == ()
    assert "năm 2016: 399,9 nghìn tỷ đồng" in found.spec.title.replace("\N{NO-BREAK SPACE}", " ")
    assert found.spec.series[0].step == 12
    assert [value for value in found.spec.series[0].values if value] == [375_516.3, 399_875.6]


def test_a_title_that_begins_with_its_years_begins_with_a_capital(empty_store: Store) -> None:
    years(empty_store)
    exports = HANOI._replace(table="goods_exports", unit="Triệu USD")
    load(empty_store, "2017-12-30", stated(exports, "2015", 10_000.0), stated(exports, "2016", 11_000.0))

    both = tuple(one.id for one in empty_store.all_series().values() if one.key in (HANOI, exports))
    spec = picture(empty_store, Selection(both), (), "vi", with_ids=True).spec

    assert spec is not None and len(spec.series) == 2
    assert spec.title.startswith("Năm 2016: ")


def test_growth_of_whole_years_leads_to_its_formula(empty_store: Store) -> None:
    years(empty_store)

    spec = drawn(empty_store, HANOI, "yoy").spec

    assert spec is not None
    assert round(spec.series[0].values[-1] or 0, 2) == 6.49
    asked = derivation_of_query(spec.series[0].derivations[-1])
    assert asked is not None
    explained = explain(empty_store, asked)
    assert explained is not None
    assert round(explained.value, 2) == 6.49


def test_a_ratio_of_the_months_since_january_is_drawn_by_its_last_months(store: Store) -> None:
    found = drawn(store, rate(RETAIL, CUMULATIVE))

    assert found.spec is not None
    assert found.spec.series[0].values == (108.82,)
    assert "11 tháng" in found.spec.title


def test_single_months_are_not_mixed_with_sums(store: Store) -> None:
    spec = drawn(store, RETAIL).spec

    assert spec is not None
    assert spec.series[0].values == (557_480.1, 562_002.9)
