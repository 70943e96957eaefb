from datetime import date

import pytest

from data.findings import Severity
from data.observation import Comparison, Measure, Origin
from data.period import Period
from data.spoken import spoken
from loaders.checks import KnownFigure, check
from loaders.checks.history import JUMP_DEVIATIONS, usual_limits
from loaders.checks.titles import is_stale
from tests.loaders.checked import GOODS, JULY, SERVICES, TOTAL, Remembered, codes, figure, level, months


class TestPartsAgainstTotals:
    def test_parts_that_add_up_are_fine(self):
        assert codes([figure(TOTAL, 100, cell="B4"), figure(GOODS, 80), figure(SERVICES, 20)]) == []

    def test_a_difference_within_one_unit_or_a_thousandth_is_rounding(self):
        assert codes([figure(TOTAL, 31109.32), figure(GOODS, 8388), figure(SERVICES, 22735)]) == []

    @pytest.mark.parametrize("part", [85, 70])
    def test_parts_that_miss_the_top_total_are_told_at_the_total(self, part):
        found = codes([figure(TOTAL, 100, cell="B4"), figure(GOODS, part), figure(SERVICES, 20)])
        assert found == [("parts_total", "B4")]

    def test_parts_under_trong_do_may_fall_short_but_not_exceed(self):
        rows = [figure(TOTAL, 100), figure(GOODS, 80), figure(SERVICES, 20)]
        short = [figure(x, 10, parents=(TOTAL, GOODS)) for x in ("Gạo", "Vải")]
        long = [figure(x, 50, parents=(TOTAL, GOODS)) for x in ("Gạo", "Vải")]
        assert codes([*rows, *short]) == []
        assert codes([*rows, *long]) == [("parts_total", "B5")]

    def test_a_breakdown_that_names_itself_whole_is_held_against_the_total(self):
        section = ("Phân theo loại hình kinh tế",)
        rows = [figure("Nhà nước", 40, parents=section), figure("Tư nhân", 50, parents=section)]
        assert codes([figure(TOTAL, 100, cell="C7"), *rows]) == [("parts_total", "C7")]

    def test_indices_do_not_add_up_and_are_left_alone(self):
        rows = [
            figure(x, 105, measure=Measure.INDEX, comparison=Comparison.PREVIOUS_MONTH)
            for x in (TOTAL, GOODS, SERVICES)
        ]
        assert codes(rows) == []


class TestSharesAgainstHundred:
    @pytest.mark.parametrize(("last", "expected"), [(20.0, []), (20.05, []), (20.2, [("shares_total", "E5")])])
    def test_shares_add_up_to_a_hundred_within_a_tenth(self, last, expected):
        rows = [
            figure(x, v, cell="E5", measure=Measure.SHARE, unit="%")
            for x, v in ((TOTAL, 100), (GOODS, 80), (SERVICES, last))
        ]
        assert codes(rows) == expected


class TestMonthsAgainstCumulative:
    def test_the_cumulative_figure_is_the_one_before_and_the_month(self):
        june, july = Period.year_to_date(2024, 6), Period.year_to_date(2024, 7)
        rows = [figure(TOTAL, 366246.72, period=june), figure(TOTAL, 68524), figure(TOTAL, 434770.72, period=july)]
        assert codes(rows) == []

    def test_a_cumulative_figure_that_is_not_is_told(self):
        february, march = Period.year_to_date(2003, 2), Period.month(2003, 3)
        rows = [
            figure(TOTAL, 2420.9, period=february),
            figure(TOTAL, 1470.8, period=march),
            figure(TOTAL, 3981.7, period=Period.year_to_date(2003, 3), cell="E11"),
        ]
        assert codes(rows) == [("months_cumulative", "E11")]

    def test_stored_months_are_added_where_the_workbook_lacks_the_earlier_figure(self):
        rows = [figure(TOTAL, 100), figure(TOTAL, 900, period=Period.year_to_date(2024, 7), cell="D5")]
        known = level(*months(*[100] * 6))
        found = [f for f in check(rows, known) if f.code == "months_cumulative"]
        assert [(f.cell, f.severity) for f in found] == [("D5", Severity.NOTE)]


class TestHistories:
    def test_neighbours_of_a_history_come_of_many_releases_and_need_not_fit_to_the_digit(self):
        months_of_years = [Period.month(2023, 1).shift(m) for m in range(24)]
        rows = [figure(TOTAL, 100, period=p, cell=f"B{i}") for i, p in enumerate(months_of_years)]
        quarters = [figure(TOTAL, 303, period=Period.quarter(2023, 1), cell="C1")]
        halves = [figure(TOTAL, 604, period=Period.year_to_date(2023, m), cell=f"D{m}") for m in (6,)]
        index = figure(TOTAL, 103, period=Period.month(2024, 5), measure=Measure.INDEX,
                       comparison=Comparison.PREVIOUS_MONTH, unit="%", cell="E1")  # fmt: skip
        assert codes([*rows, *quarters, *halves, index]) == []
        assert codes([*rows[:3], figure(TOTAL, 200, period=Period.year_to_date(2023, 2)), *quarters]) == [
            ("months_cumulative", "C1")
        ]


class TestGrowthAgainstLevels:
    growth = figure(
        TOTAL, 109.5, cell="F5", measure=Measure.INDEX, comparison=Comparison.SAME_MONTH_PREVIOUS_YEAR, unit="%"
    )

    def test_published_growth_that_follows_from_stored_levels_is_fine(self):
        assert codes([figure(TOTAL, 1095), self.growth], level(KnownFigure(JULY.previous_year(), 1000))) == []

    def test_published_growth_that_does_not_is_told_with_both_numbers(self):
        """Beside a level of an earlier release, which is revised, only a gross difference of a total is told."""
        known = level(KnownFigure(JULY.previous_year(), 1000))
        assert codes([figure(TOTAL, 1060), self.growth], known) == []
        found = check([figure(TOTAL, 1160), self.growth], known)
        assert [(f.severity, f.cell, f.parameters["published"], f.parameters["computed"]) for f in found] == [
            (Severity.NOTE, "F5", "109.5", "116")
        ]
        assert [f.severity for f in check([figure(TOTAL, 1260), self.growth], known)] == [Severity.WARNING]

    def test_single_rows_beside_levels_of_earlier_releases_are_left_alone(self):
        growth = self.growth._replace(item=GOODS)
        known = level(KnownFigure(JULY.previous_year(), 1000), item=GOODS)
        assert codes([figure(GOODS, 1900, parents=()), growth], known) == []

    def test_growth_in_points_is_compared_in_points(self):
        growth = self.growth._replace(measure=Measure.GROWTH, value=9.5)
        known = level(KnownFigure(JULY.previous_year(), 1000))
        assert codes([figure(TOTAL, 1095), growth], known) == []
        assert codes([figure(TOTAL, 1200), growth], known) == [("growth_disagrees", "F5")]

    def test_a_column_of_indices_read_as_growth_is_noticed_once(self):
        """Imports of January 2009 fell to 55,2 % of the year before: the column looks like growth rates."""
        items = [GOODS, SERVICES, "Du lịch lữ hành", "Lưu trú"]
        growth = [
            self.growth._replace(item=item, measure=Measure.GROWTH, value=55.2, origin=Origin("Tongmuc", f"F{row}"))
            for row, item in enumerate(items, start=5)
        ]
        levels = [figure(item, 552, parents=()) for item in items]
        before = KnownFigure(JULY.previous_year(), 1000)
        known = Remembered({(item, Measure.VALUE, Comparison.NONE): [before] for item in items})
        assert codes([*levels, *growth], known) == [("growth_disagrees", "F5")]
        assert codes([*levels[:2], *growth[:2]], known) == []

    def test_nothing_is_said_where_a_level_is_missing(self):
        assert codes([self.growth]) == []
        assert codes([figure(TOTAL, 1060), self.growth], level(KnownFigure(JULY.shift(-1), 1000))) == []

    def test_the_month_before_may_stand_in_the_same_workbook(self):
        index = self.growth._replace(comparison=Comparison.PREVIOUS_MONTH, value=110.0)
        rows = [figure(TOTAL, 100, period=JULY.shift(-1)), figure(TOTAL, 120), index]
        assert codes(rows) == [("growth_disagrees", "F5")]

    def test_what_rounding_of_printed_levels_explains_is_no_disagreement(self):
        index = self.growth._replace(comparison=Comparison.PREVIOUS_MONTH, value=91.5)
        small = [figure(TOTAL, 5.1, period=JULY.shift(-1)), figure(TOTAL, 4.7), index]  # 4.7 / 5.1 is 92.2
        assert codes(small) == []
        large = [figure(TOTAL, 510.1, period=JULY.shift(-1)), figure(TOTAL, 470.1), index._replace(value=91.1)]
        assert codes(large) == [("growth_disagrees", "F5")]


class TestJumpsAndUnits:
    steady = months(*[100 * 1.01**m for m in range(36)])

    def test_a_figure_within_what_the_series_has_known_is_fine(self):
        assert codes([figure(TOTAL, 100 * 1.01**36)], level(*self.steady)) == []

    def test_a_jump_is_told_with_its_limits_and_its_threshold(self):
        found = check([figure(TOTAL, 100 * 1.01**36 * 3)], level(*self.steady))
        assert [f.code for f in found] == ["jump"]
        assert found[0].parameters["threshold"] == f"{JUMP_DEVIATIONS:.0f}"
        assert "±" in spoken(found[0])["expected"]

    def test_seasons_are_no_jumps(self):
        seasonal = months(*[100 * 1.01**m * (1.8 if m % 12 == 5 else 1) for m in range(47)], end=Period.month(2024, 12))
        now = figure(TOTAL, 100 * 1.01**47 * 1.0, period=Period.month(2024, 12))
        assert codes([now], level(*seasonal)) == []

    def test_one_wild_month_in_the_past_does_not_hide_a_jump(self):
        wild = [*self.steady[:10], KnownFigure(self.steady[10].period, 9000.0), *self.steady[11:]]
        _, high, _ = usual_limits(figure(TOTAL, 1), wild)
        assert high < 300

    def test_a_young_series_is_not_judged(self):
        assert codes([figure(TOTAL, 300)], level(*months(*[100] * 8))) == []

    @pytest.mark.parametrize("factor", [1000, 0.001])
    def test_a_factor_of_a_thousand_is_a_unit_and_told_once_a_table(self, factor):
        known = Remembered(
            {(x, Measure.VALUE, Comparison.NONE): months(*[v] * 24) for x, v in ((TOTAL, 100), (GOODS, 80))}
        )
        rows = [figure(TOTAL, 100 * factor, cell="B4", unit="Triệu đồng"), figure(GOODS, 80 * factor)]
        assert [(c, cell) for c, cell in codes(rows, known) if c != "parts_total"] == [("unit_thousand", "B4")]


class TestCoverage:
    def test_rows_that_went_missing_are_named(self):
        known = Remembered({}, labels=[TOTAL, GOODS, SERVICES, "Du lịch lữ hành"])
        found = [f for f in check([figure(TOTAL, 100), figure(GOODS, 100)], known) if f.code == "coverage_shrank"]
        assert len(found) == 1
        assert "Du lịch lữ hành" in found[0].parameters["missing"]

    def test_another_spelling_of_case_and_accents_is_the_same_row(self):
        known = Remembered({}, labels=["Tổng số", "Bán lẻ hàng hoá"])
        assert codes([figure(TOTAL, 80), figure(GOODS, 80)], known) == []

    def test_a_row_under_another_of_its_names_is_no_lost_row(self):
        """`Kim ngạch xuất khẩu` is the total too, and `Điện thoại và LK` the phones."""
        known = Remembered({}, labels=["TỔNG TRỊ GIÁ", "Điện thoại các loại và linh kiện", "Gạo"])
        rows = [
            figure(x, 80, table="goods_exports", parents=()) for x in ("Kim ngạch xuất khẩu", "Điện thoại và LK", "Gạo")
        ]
        assert [c for c, _ in codes(rows, known) if c == "coverage_shrank"] == []


class TestReleasedTwice:
    def test_a_year_estimated_again_before_it_ends_is_no_second_release(self):
        year = Period.year(2024)
        known = level(KnownFigure(year, 99.0, status="estimate"))
        assert codes([figure(TOTAL, 100, period=year)], known) == []

    def test_the_same_month_again_tells_what_differs(self):
        known = level(KnownFigure(JULY, 99.0, status="estimate", released=date(2024, 7, 29)))
        assert codes([figure(TOTAL, 100)], known) == [("released_twice", "B5"), ("same_month_differs", "B5")]

    def test_the_same_figures_again_say_nothing(self):
        assert codes([figure(TOTAL, 100)], level(KnownFigure(JULY, 100.0, status="estimate"))) == []

    def test_a_figure_of_another_status_is_a_revision_and_no_repetition(self):
        assert codes([figure(TOTAL, 100)], level(KnownFigure(JULY, 99.0, status="preliminary"))) == []


class TestStaleTitles:
    march = frozenset({2020 * 12 + 2, 2020 * 12 + 1})

    @pytest.mark.parametrize(
        ("title", "stale"),
        [
            ("Tổng mức bán lẻ tháng 3 và quý I năm 2019", True),
            ("Tổng mức bán lẻ tháng 3 và quý I năm 2020", False),
            ("Tổng mức bán lẻ tháng 7 năm 2020", True),
            ("Giá trị sản xuất công nghiệp tháng 3 năm 2020 (Giá so sánh 1994)", False),
            ("Tổng mức bán lẻ hàng hóa", False),
            ("Gi¸ trÞ 2 vµ 3 th¸ng n¨m 2020", False),
        ],
    )
    def test_a_title_of_another_year_or_month_is_stale(self, title, stale):
        assert is_stale(title, set(self.march)) is stale

    def test_the_finding_names_title_and_period(self):
        found = check([figure(TOTAL, 1, period=Period.month(2020, 3))], titles={"Tongmuc": "Bán lẻ tháng 3 năm 2019"})
        assert [f.code for f in found] == ["stale_title"]
        assert "tháng 3/2020" in spoken(found[0])["found"]


def test_no_check_changes_an_observation():
    rows = [figure(TOTAL, 100), figure(GOODS, 200), figure(SERVICES, 5)]
    before = list(rows)
    check(rows)
    assert rows == before
