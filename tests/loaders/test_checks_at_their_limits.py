"""Each check speaks from its limit on, and is silent before it."""

import pytest

from data.findings import Severity
from data.observation import Comparison, Measure
from data.period import Period
from loaders.checks import KnownFigure, check
from tests.loaders.checked import GOODS, JULY, SERVICES, TOTAL, Remembered, codes, figure, level, months

INDEX = figure(TOTAL, 110.0, cell="F5", measure=Measure.INDEX, comparison=Comparison.PREVIOUS_MONTH, unit="%")
JUNE = figure(TOTAL, 1000, period=JULY.shift(-1))


@pytest.mark.parametrize(("level_now", "told"), [(1105.4, []), (1106.5, [("growth_disagrees", "F5")])])
def test_growth_may_miss_levels_of_its_workbook_by_half_a_point_and_their_rounding(level_now, told):
    assert codes([JUNE, figure(TOTAL, level_now), INDEX]) == told


def test_a_column_is_taken_for_misread_where_more_than_half_of_it_is():
    items = [GOODS, SERVICES, "Du lịch lữ hành", "Lưu trú", "Ăn uống", "Vận tải"]
    known = Remembered(
        {(item, Measure.VALUE, Comparison.NONE): [KnownFigure(JULY.previous_year(), 1000)] for item in items}
    )
    year = INDEX._replace(measure=Measure.GROWTH, comparison=Comparison.SAME_MONTH_PREVIOUS_YEAR)

    def column(misread):
        growth = [year._replace(item=item, value=55.2 if i < misread else -44.8) for i, item in enumerate(items)]
        return codes([*(figure(item, 552, parents=()) for item in items), *growth], known)

    assert column(misread=3) == []
    assert column(misread=4) == [("growth_disagrees", "F5")]


def ratio(value, month):
    period = Period.month(2024, month)
    return figure(TOTAL, value, period=period, measure=Measure.INDEX, comparison=Comparison.PREVIOUS_MONTH, unit="%")


def remembered(values, month):
    found = months(*values, end=Period.month(2024, month), unit="%")
    return Remembered({(TOTAL, Measure.INDEX, Comparison.PREVIOUS_MONTH): found})


@pytest.mark.parametrize(("month", "told"), [(2, []), (7, [("jump", "B5")])])
def test_months_near_tet_may_move_twice_as_far(month, told):
    steady = [100.0, 101.0] * 12  # six deviations are nine points from 100.5
    assert codes([ratio(112.0, month)], remembered(steady, month)) == told


def test_a_slow_drift_is_no_jump_though_it_leaves_what_was_usual():
    drifting = [100.0] * 20 + [104.0, 108.0, 112.0]
    assert codes([ratio(115.0, 7)], remembered(drifting, 7)) == []
    assert codes([ratio(125.0, 7)], remembered(drifting, 7)) == [("jump", "B5")]


@pytest.mark.parametrize(
    ("before", "now", "is_told"), [(20, 19, False), (20, 18, False), (20, 17, True), (5, 4, False), (5, 3, True)]
)
def test_a_table_shrank_when_over_a_tenth_of_its_rows_and_more_than_one_are_gone(before, now, is_told):
    names = [f"Mặt hàng {letter}" for letter in "abcdefghijklmnopqrst"]
    known = Remembered({}, labels=names[:before])
    rows = [figure(name, 1, parents=()) for name in names[:now]]
    assert ("coverage_shrank" in {code for code, _ in codes(rows, known)}) is is_told


def test_months_since_another_than_january_are_not_taken_for_cumulative():
    rows = [
        figure(TOTAL, 100),
        figure(TOTAL, 100, period=Period.span(2024, 2, 2024, 6)),
        figure(TOTAL, 900, period=Period.span(2024, 2, 2024, 7)),
    ]
    assert codes(rows) == []


def test_stored_months_are_added_for_totals_alone_since_single_rows_are_revised_all_the_time():
    def rows(item):
        return [figure(item, 100, parents=()), figure(item, 900, parents=(), period=Period.year_to_date(2024, 7))]

    assert codes(rows(GOODS), level(*months(*[100] * 6), item=GOODS)) == []
    assert codes(rows(TOTAL), level(*months(*[100] * 6))) == [("months_cumulative", "B5")]


def of_half_a_year_and_a_month(later):
    until = ((6, 600), (7, later))
    return [figure(TOTAL, value, period=Period.year_to_date(2023, month)) for month, value in until]


def test_months_of_a_history_are_a_note_and_that_only_from_two_percent():
    years = [figure(TOTAL, 100, period=Period.month(2023, 1).shift(month)) for month in range(18)]
    assert codes([*years, *of_half_a_year_and_a_month(710)]) == []
    found = check([*years, *of_half_a_year_and_a_month(720)])
    assert {(one.code, one.severity) for one in found} == {("months_cumulative", Severity.NOTE)}
