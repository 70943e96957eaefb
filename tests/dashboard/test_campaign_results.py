"""From stored figures to a campaign's result: breaks, first statements, provinces and years reach the statement."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.campaign_results import CampaignResults, themes_of
from dashboard.campaign_traces import window_trace, year_trace
from dashboard.campaign_words import word
from dashboard.components.campaign_picture import months_picture
from dashboard.components.usual_picture import placebo_picture, range_picture
from dashboard.derivations.derivation import derivation_of_query
from dashboard.derivations.explained import explain
from data.store import Store
from indicators.campaign_types import Mode, Verdict
from tests.dashboard.helpers import AREA, CPI, CUMULATIVE, IIP, RETAIL, SAME, campaign, load, rate, stated

TODAY = date(2026, 11, 1)
HANOI = "Hà Nội"
DAY = {"start": date(2018, 7, 1), "end": date(2018, 10, 31)}


def loaded(store: Store, key, first: str, last: str, *, released: str = "2026-10-01", add: float = 0.0) -> None:
    """Growth of 8 % and a bit, differing from month to month, in one release."""
    months = pd.period_range(first, last, freq="M")
    values = [108 + add + (n * 7 % 5 - 2) / 4 for n in range(len(months))]
    load(store, released, *(stated(rate(key, SAME), str(m), v) for m, v in zip(months, values, strict=True)))


def result(store: Store, theme: str, area: str = AREA, **given):
    one = campaign(themes=(theme,), area=area, **{**DAY, **given})
    found = CampaignResults(store, today=TODAY).of(one, theme, area, with_provinces=True)
    assert found is not None
    return found.result


def codes(found) -> set[str]:
    return {guard.code for guard in found.guards}


def test_the_boundary_of_hanoi_in_2008_blocks_a_comparison_across_it(empty_store: Store) -> None:
    loaded(empty_store, RETAIL._replace(area=HANOI), "2005-01", "2012-12")
    found = result(empty_store, "retail", HANOI, start=date(2008, 9, 1), end=date(2008, 12, 31))
    assert "break_boundary" in codes(found) and found.verdict is Verdict.NOT_COMPARABLE
    sentence = next(s for s in word(found, indicator="bán lẻ").guards if "địa giới" in s)
    assert "8/2008" in sentence and "15/2008/QH12" in sentence


def test_the_merger_of_provinces_in_2025_blocks_a_comparison_across_it(empty_store: Store) -> None:
    loaded(empty_store, RETAIL._replace(area="Thái Nguyên"), "2020-01", "2026-09")
    found = result(empty_store, "retail", "Thái Nguyên", start=date(2025, 9, 1), end=date(2025, 12, 31))
    assert "break_boundary" in codes(found)


@pytest.mark.parametrize(
    ("theme", "key", "start", "end", "code", "words"),
    [
        ("prices", CPI, date(2020, 9, 1), date(2020, 12, 31), "break_base", "2014 → 2019"),
        ("industry", IIP, date(2012, 7, 1), date(2012, 10, 31), "break_definition", "VSIC 2007"),
        ("retail", RETAIL, date(2024, 3, 1), date(2024, 6, 30), "break_definition", "515.952"),
    ],
)
def test_a_new_base_or_definition_of_the_catalogue_blocks_a_comparison_across_it(
    empty_store: Store, theme, key, start, end, code, words
) -> None:
    loaded(empty_store, key, "2009-01", "2026-09")
    found = result(empty_store, theme, start=start, end=end)
    assert code in codes(found) and found.change is None
    assert any(words in sentence for sentence in word(found, indicator="x").guards)


def test_a_break_is_said_in_english_with_english_figures_and_months(empty_store: Store) -> None:
    loaded(empty_store, RETAIL, "2009-01", "2026-09")
    found = result(empty_store, "retail", start=date(2024, 3, 1), end=date(2024, 6, 30))
    (words,) = (one for one in word(found, indicator="x", language="en").guards if "515" in one)
    assert "from Jan 2024 (12/2023: 565,786 → 515,952)" in words


def test_growth_revised_since_it_was_first_stated_lowers_the_verdict(empty_store: Store) -> None:
    loaded(empty_store, RETAIL, "2012-01", "2022-12", released="2023-01-05")
    calm = result(empty_store, "retail")
    loaded(empty_store, RETAIL, "2018-08", "2018-08", released="2023-02-05", add=1.5)
    revised = result(empty_store, "retail")
    assert "revised" not in codes(calm) and "revised" in codes(revised)
    assert revised.change.confidence == 0.99
    asked = CampaignResults(empty_store, today=TODAY, as_of=date(2023, 1, 31))
    assert "revised" not in codes(asked.of(campaign(**DAY), "retail", AREA).result)


def test_a_province_is_held_against_the_nation_and_the_other_provinces_that_are_loaded(empty_store: Store) -> None:
    loaded(empty_store, RETAIL, "2012-01", "2022-12", released="2023-01-05")
    loaded(empty_store, RETAIL._replace(area=HANOI), "2012-01", "2022-12", released="2023-01-06", add=2)
    loaded(empty_store, RETAIL._replace(area="Hải Phòng"), "2012-01", "2022-12", released="2023-01-07", add=-1)
    found = result(empty_store, "retail", HANOI)
    assert {one.name: round(one.during, 6) for one in found.against} == {"nation": 2.0, "Hải Phòng": 3.0}
    words = word(found, indicator="bán lẻ")
    assert any("Hải Phòng" in sentence for sentence in words.more)


def test_a_year_of_a_yearly_campaign_has_the_growth_that_was_published_for_it(empty_store: Store) -> None:
    year = stated(rate(RETAIL, CUMULATIVE), "2018-01/2018-12", 111.7)
    before = stated(rate(RETAIL, CUMULATIVE), "2017-01/2017-12", 110.9)
    month = stated(rate(RETAIL, SAME), "2018-12", 112.0)
    load(empty_store, "2019-01-05", year, before, month)
    found = result(empty_store, "retail", start=date(2018, 1, 1), end=date(2018, 12, 31))
    (line,) = found.years
    assert found.mode is Mode.YEARLY and (line.year, line.months) == (2018, 12)
    assert (line.growth, line.last_year) == (pytest.approx(11.7), pytest.approx(10.9))


def test_the_growth_of_a_year_leads_to_the_cell_that_prints_it(empty_store: Store) -> None:
    load(empty_store, "2019-01-05", stated(rate(RETAIL, CUMULATIVE), "2018-01/2018-12", 111.7))
    figures = CampaignResults(empty_store, today=TODAY).figures("retail", AREA)
    assert empty_store.origin(year_trace(figures, 2018, 12, 111.7 - 100)).cell == "C7"
    assert year_trace(figures, 2018, 12, 9.9) == "" and year_trace(figures, 2017, 12, 1.0) == ""


def test_a_campaign_of_whole_years_is_seen_in_its_own_area_where_only_years_are_published(store: Store) -> None:
    hanoi = RETAIL._replace(area=HANOI)
    load(store, "2017-12-31", *(stated(hanoi, str(y), v) for y, v in ((2014, 335_965.0), (2015, 375_516.3))))
    years = campaign(area=HANOI, start=date(2011, 1, 1), end=date(2015, 12, 31), precision="year")

    found = CampaignResults(store, today=TODAY).nearest(years, "retail")

    assert found is not None and found.result.area == HANOI
    known = [line for line in found.result.years if line.growth is not None]
    assert [(line.year, round(line.growth or 0, 1)) for line in known] == [(2015, 11.8)]
    derived = derivation_of_query(year_trace(found.figures, 2015, 12, known[0].growth))
    assert derived is not None and explain(store, derived) is not None


def test_years_of_a_release_that_compiles_months_are_never_divided(store: Store) -> None:
    months = [stated(RETAIL, f"2016-{month:02d}", 1_000.0) for month in range(1, 13)]
    load(store, "2024-09-29", *months, stated(RETAIL, "2015", 11_000.0), stated(RETAIL, "2016", 12_000.0))
    year = campaign(start=date(2016, 1, 1), end=date(2016, 12, 31), precision="year")

    found = CampaignResults(store, today=TODAY).of(year, "retail", AREA)

    assert found is not None
    assert [line.growth for line in found.result.years] == [None]


def test_a_campaign_without_a_theme_is_compared_with_nothing() -> None:
    assert themes_of(campaign(themes=())) == []


def test_the_picture_shows_the_three_means_and_the_change_on_its_usual_range(empty_store: Store) -> None:
    loaded(empty_store, RETAIL, "2012-01", "2022-12")
    found = CampaignResults(empty_store, today=TODAY).of(campaign(**DAY), "retail", AREA)
    assert found is not None and found.result.change is not None
    months = months_picture(found.result, found.growth, "a < b", "vi")
    assert months.count('stroke-width="3"/>') == 3 and "a &lt; b" in months and "T7/2018" in months
    assert "<circle" in range_picture(found.result.change, "", "vi")
    assert range_picture(None, "", "vi") == ""
    assert found.result.rank is not None
    dots = placebo_picture(found.result.rank, "", "vi")
    assert dots.count("<circle") == found.result.rank.windows - 1
    assert dots.count('fill="var(--ctrl)" stroke') == found.result.rank.at_least_as_large
    assert placebo_picture(None, "", "vi") == ""


@pytest.mark.parametrize("start", [date(2018, 7, 1), date(2018, 1, 1), date(2018, 2, 1)])
@pytest.mark.parametrize("with_levels", [True, False])
def test_each_mean_leads_to_a_derivation_that_gives_it(empty_store: Store, start: date, with_levels: bool) -> None:
    loaded(empty_store, RETAIL, "2012-01", "2022-12")
    if with_levels:
        months = pd.period_range("2012-01", "2022-12", freq="M")
        load(empty_store, "2026-10-02", *(stated(RETAIL, str(m), 100.0 + n % 12 * 9) for n, m in enumerate(months)))
    one = campaign(themes=("retail",), area=AREA, start=start, end=date(2018, 10, 31))
    found = CampaignResults(empty_store, today=TODAY).of(one, "retail", AREA)
    assert found is not None
    for window in (found.result.before, found.result.during, found.result.after):
        assert window is not None and window.mean is not None
        asked = derivation_of_query(window_trace(found.figures, window))
        explained = explain(empty_store, asked) if asked else None
        assert explained is not None and explained.value == pytest.approx(window.mean)
        assert len(explained.months) == window.months


def test_page_and_briefing_word_the_same_result(empty_store: Store) -> None:
    from dashboard.briefing.content import build
    from data.period import Period

    loaded(empty_store, RETAIL, "2012-01", "2022-12")
    loaded(empty_store, IIP, "2012-01", "2022-12", released="2026-10-02")
    one = campaign(themes=("retail", "industry"), **DAY)
    empty_store.save_campaign(one, by="An")
    page = CampaignResults(empty_store, today=Period.parse("2018-12").end).nearest(one, "retail", looks=2)
    briefing = build(empty_store, "campaign", Period.parse("2018-12"), campaign=one.code)
    told = {text.id: text.text for text in briefing.paragraphs if text.id.startswith("campaign.text.statement_")}
    assert page is not None and page.result.change is not None and page.result.change.confidence == 0.975
    assert f"{page.result.change.low:.1f}".replace(".", ",").replace("-", "−") in " ".join(told.values())
    assert set(told) == {"campaign.text.statement_industry", "campaign.text.statement_retail"}
